import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useAccount } from '@/data/session/use-account'
import { useHolds } from '@/data/session/use-holds'
import { ReadingStates } from '@/shell/reading-states'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { ImprovementList } from '../components/improvement-list'
import { ManagePage } from '../components/manage-page'
import { useImprovements } from '../hooks/use-campaigns'

type Whose = 'mine' | 'all'

const whose: readonly { id: Whose; word: string }[] = [
  { id: 'mine', word: '我负责的' },
  { id: 'all', word: '全部' },
]

/** What is done about what surveys have shown; whoever does not read their reports sees own ones. */
export default function ImprovementsPage() {
  useAccount()
  const readsAll = useHolds('readCampaignReports')
  const [chosen, setChosen] = useState<Whose | null>(null)
  const mine = useImprovements('mine')
  const all = useImprovements('all', readsAll)
  // Opens where there is something; from then on only a tap moves it.
  const opening: Whose = readsAll && mine.value !== null && mine.value.length === 0 ? 'all' : 'mine'
  const shown = readsAll ? (chosen ?? opening) : 'mine'
  const reading = shown === 'mine' ? mine : all
  const reload = () => Promise.all([mine.reload(), readsAll ? all.reload() : null])
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <ManagePage title="改进措施">
      {readsAll && <TabStrip items={whose} chosen={shown} onChoose={setChosen} label="谁的" idStart="improvements" />}
      <ReadingStates reading={reading}>
        {improvements =>
          improvements.length === 0 ? (
            <EmptyState
              title={shown === 'mine' ? '没有您负责的改进措施' : '还没有改进措施'}
              text="住户调查结束以后定的措施会出现在这里"
            />
          ) : (
            <Section>
              <ImprovementList improvements={improvements} withCampaign onChanged={() => void reload()} />
            </Section>
          )
        }
      </ReadingStates>
    </ManagePage>
  )
}
