import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { serverClock } from '@/data/call/server-clock'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { ReadingStates } from '@/shell/reading-states'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { groupedNumber } from '@/ui/words/number'
import { instantText } from '@/ui/words/time'
import { findingLabels } from '../../../types/vocabulary'
import { untilMidnight } from '../../../types/words/time'
import { CenterName } from '../components/center-name'
import { ManagePage } from '../components/manage-page'
import { dayAt } from '../format/days'
import { countedWords } from '../format/figures'
import { useFindings, type Findings } from '../hooks/use-findings'
import './index.scss'

const periods = [
  { id: '30', word: '30 天' },
  { id: '90', word: '90 天' },
  { id: '365', word: '一年' },
] as const
type PeriodId = (typeof periods)[number]['id']

/** Of residents it is not told who it was. */
const whoText = (name: string | null): string => name ?? '业主（不记名）'

const ByPerson = ({ people }: Pick<Findings, 'people'>) => (
  <Section title="按人">
    <View id="findings-people">
      {people.map(({ personId, personName, count, kinds }) => (
        <View key={personId ?? 'residents'} className="finding-row">
          <Text className="finding-what">
            {whoText(personName)} · {count} 次
          </Text>
          <Text className="finding-who">
            {countedWords(kinds, findingLabels)
              .map(([label, times]) => `${label} ${times} 次`)
              .join('；')}
          </Text>
        </View>
      ))}
    </View>
  </Section>
)

const Latest = ({ latest, now }: Pick<Findings, 'latest'> & { now: number }) => (
  <Section title="最近的">
    <View id="findings-latest" {...a11y({ role: 'list' })}>
      {latest.map(({ ticketId, number, seq, at, kind, personName }) => (
        <View
          key={`${ticketId} ${seq}`}
          id={`finding-${ticketId}-${seq}`}
          className="finding-row tappable"
          {...a11y({ role: 'link' })}
          onClick={() => open('work/ticket/index', { ticketId })}
        >
          <Text className="finding-what">{findingLabels[kind]}</Text>
          <Text className="finding-who">
            {whoText(personName)} · {instantText(at, now)} · 工单 {groupedNumber(number)}
          </Text>
        </View>
      ))}
    </View>
  </Section>
)

/** What was tried against the rules and refused, for whoever has to see that they are kept (D-CB-6). */
export default function ManageFindingsPage() {
  useAccount()
  const [period, setPeriod] = useState<PeriodId>('30')
  const reading = useFindings({ days: Number(period), until: dayAt(useNow(untilMidnight)) })
  usePullDownRefresh(() => {
    void reading.reload()
    Taro.stopPullDownRefresh()
  })
  return (
    <ManagePage title="违规记录" full>
      <CenterName />
      <Section hint="想做但被系统拦下的事，每人每天在一张工单上只记一次">
        <View className="findings-strip">
          <TabStrip items={periods} chosen={period} onChoose={setPeriod} label="多长时间" idStart="period" />
        </View>
        <ReadingStates reading={reading}>
          {({ count, kinds }) =>
            count === 0 ? (
              <EmptyState title="这段时间没有违规记录" text="回访自己的工单、没有依据就免回访这类尝试，会记在这里" />
            ) : (
              <View id="findings-kinds">
                {countedWords(kinds, findingLabels).map(([label, times]) => (
                  <View key={label} className="finding-kind">
                    <Text className="finding-label">{label}</Text>
                    <Text className="finding-times">{times} 次</Text>
                  </View>
                ))}
              </View>
            )
          }
        </ReadingStates>
      </Section>
      {reading.value && reading.value.count > 0 && (
        <>
          <ByPerson people={reading.value.people} />
          <Latest latest={reading.value.latest} now={serverClock.now()} />
        </>
      )}
    </ManagePage>
  )
}
