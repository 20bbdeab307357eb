import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { useAccount } from '@/data/session/use-account'
import { open } from '@/data/session/navigation'
import { TimeBar } from '@/ticket/deadlines/time-bar'
import { CenterName } from '../components/center-name'
import { useCenter } from '../hooks/use-center'
import { ManagePage } from '../components/manage-page'
import { ReadingStates } from '@/shell/reading-states'
import { ShareBars } from '../components/share-bars'
import { TicketLine } from '../components/ticket-line'
import { canSupervise } from '../format/escalation'
import { usePosts } from '../hooks/use-posts'
import { useOverview, type Overview } from '../hooks/use-overview'
import './index.scss'

type By = 'byPerson' | 'byCategory' | 'byBuilding'
const strips: readonly { id: By; word: string }[] = [
  { id: 'byPerson', word: '按人员' },
  { id: 'byCategory', word: '按类别' },
  { id: 'byBuilding', word: '按楼栋' },
]

const Figure = ({ word, count, tone = '' }: { word: string; count: number; tone?: string }) => (
  <View className={`figure ${count > 0 ? tone : ''}`} {...a11y({ role: 'listitem', summary: `${word} ${count} 件` })}>
    <Text className="figure-number">{count}</Text>
    <Text className="figure-word">{word}</Text>
  </View>
)

const Standing = ({ overview }: { overview: Overview }) => {
  const [by, setBy] = useState<By>('byPerson')
  return (
    <>
      <View className="figures" id="figures" {...a11y({ role: 'list' })}>
        <Figure word="未办结" count={overview.open} />
        <Figure word="快到期" count={overview.dueSoon} tone="figure-soon" />
        <Figure word="已超时" count={overview.overdue} tone="figure-late" />
        <Figure word="没人负责" count={overview.unowned} tone="figure-late" />
      </View>
      <Section title="分布" hint={overview.supervised > 0 ? `督办中 ${overview.supervised} 件` : undefined}>
        <View className="overview-by">
          <TabStrip items={strips} chosen={by} onChoose={setBy} label="按什么看" idStart="by" />
          <ShareBars key={by} shares={overview[by]} empty="没有未办结的工单" />
        </View>
      </Section>
    </>
  )
}

/** First drawing of the list; the rest on request, so that a phone's page stays light. */
const atFirst = 10
const atMost = 50

const Next = ({ next }: Pick<Overview, 'next'>) => {
  const [whole, setWhole] = useState(false)
  const supervises = canSupervise(usePosts())
  if (next.length === 0) return <EmptyState title="没有正在计时的工单" text="有快到期的会排在最前面" />
  return (
    <Section bare title="最先到期" id="overview-next">
      <View className="ticket-line-list">
        <ItemList className="ticket-line-list">
          {next.slice(0, whole ? atMost : atFirst).map(line => (
            <TicketLine
              key={`${line.ticketId}-${line.kind}`}
              id={`next-${line.ticketId}`}
              line={line}
              onOpen={() => open('work/ticket/index', { ticketId: line.ticketId })}
              actions={
                supervises &&
                line.assignee !== null && (
                  <PrimaryButton
                    id={`supervise-${line.ticketId}`}
                    kind="plain"
                    icon="flag"
                    onClick={() => open('work/act/index', { ticketId: line.ticketId, command: 'supervise' })}
                  >
                    督办
                  </PrimaryButton>
                )
              }
            >
              <TimeBar kind={line.kind} startedAt={line.startedAt} dueAt={line.dueAt} />
            </TicketLine>
          ))}
        </ItemList>
        {next.length > atFirst && !whole && (
          <PrimaryButton kind="plain" onClick={() => setWhole(true)}>
            看后面的 {Math.min(next.length, atMost) - atFirst} 件
          </PrimaryButton>
        )}
      </View>
    </Section>
  )
}

/** What is open, at risk and late in the center. */
export default function ManageOverviewPage() {
  useAccount()
  const reading = useOverview()
  const { key, overviewKey } = useCenter()
  usePullDownRefresh(() => {
    reading.reload()
    Taro.stopPullDownRefresh()
  })
  const { value } = reading
  return (
    <ManagePage
      title="总览"
      full
      aside={
        value && (
          <View>
            <Standing overview={value} />
          </View>
        )
      }
    >
      {key === overviewKey && <CenterName />}
      <ReadingStates reading={reading}>{overview => <Next next={overview.next} />}</ReadingStates>
    </ManagePage>
  )
}
