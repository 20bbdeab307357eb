import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '@/data/read/use-now'
import { useAccount } from '@/data/session/use-account'
import { ReadingStates } from '@/shell/reading-states'
import { useWide } from '@/shell/use-wide'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { holdsRight, type Right } from '../../../types/rights'
import { figureByLabels, type FigureBy, type Role } from '../../../types/vocabulary'
import { untilMidnight } from '../../../types/words/time'
import { CenterName } from '../components/center-name'
import { DateField } from '@/ui/date-field'
import { ManagePage } from '../components/manage-page'
import { dayAt } from '../format/days'
import { useHeld } from '../hooks/use-posts'
import { useSatisfaction } from '../hooks/use-satisfaction'
import { FigureRow } from './figure-row'
import { Details, Overall } from './overall'
import './index.scss'

const periods = [
  { id: '30', word: '30 天' },
  { id: '90', word: '90 天' },
  { id: '365', word: '一年' },
] as const
type PeriodId = (typeof periods)[number]['id']

/** Whoever sees only their own work has nobody to compare. */
function bysFor(posts: readonly Role[]): readonly FigureBy[] {
  const hold = (right: Right) => posts.some(post => holdsRight(post, right))
  if (hold('seeCompany')) return ['center', 'department', 'person', 'category', 'channel']
  if (hold('watchCenter')) return ['department', 'person', 'category', 'channel']
  return hold('watchDepartment') ? ['person', 'category', 'channel'] : ['category', 'channel']
}

/** How content people are, with whom and with what, as it was known on any day. */
export default function ManageSatisfactionPage() {
  useAccount()
  const wide = useWide()
  const { here } = useHeld()
  const bys = bysFor(here)
  const [chosen, setChosen] = useState<FigureBy | null>(null)
  const [period, setPeriod] = useState<PeriodId>('90')
  const [day, setDay] = useState<string | null>(null)
  const today = dayAt(useNow(untilMidnight))
  const until = day ?? today
  const by = bys.find(one => one === chosen) ?? bys[0] ?? 'category'
  const reading = useSatisfaction({ by, days: Number(period), until })
  usePullDownRefresh(() => {
    void reading.reload()
    Taro.stopPullDownRefresh()
  })
  const { value } = reading
  return (
    <ManagePage
      title="满意度"
      full
      aside={
        value && (
          <View>
            <Overall figures={value.all} />
            {wide && <Details figures={value.all} />}
          </View>
        )
      }
    >
      {by !== 'center' && <CenterName />}
      <Section>
        <View className="satisfaction-strip">
          <TabStrip items={periods} chosen={period} onChoose={setPeriod} label="多长时间" idStart="period" />
        </View>
        <View className="satisfaction-strip">
          <TabStrip
            items={bys.map(id => ({ id, word: `按${figureByLabels[id]}` }))}
            chosen={by}
            onChoose={setChosen}
            label="按什么看"
            idStart="by"
          />
        </View>
        <ReadingStates reading={reading}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title="这段时间没有问过业主" text="工单验证以后会请业主评价，评价了就会出现在这里" />
            ) : (
              <View id="satisfaction-rows">
                <ItemList>
                  {rows.map(row => (
                    <FigureRow key={row.key} row={row} />
                  ))}
                </ItemList>
              </View>
            )
          }
        </ReadingStates>
      </Section>
      {value && !wide && <Details figures={value.all} />}
      <Section hint="选过去的一天，看到的就是那一天显示的数字">
        <DateField id="satisfaction-until" label="截至哪一天" value={until} onChange={setDay} />
      </Section>
    </ManagePage>
  )
}
