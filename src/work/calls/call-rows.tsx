import { Text, View } from '@tarojs/components'
import { useNow } from '@/data/read/use-now'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { StatusTag } from '@/ui/status-tag'
import { instantText, remainingText, untilNextChange } from '@/ui/words/time'
import type { Call } from './call-form'
import './call-rows.scss'

interface CallRowProps {
  call: Call
  current: boolean
  now: number
  onOpen: () => void
}

const due = ({ dueAt, notBefore }: Call, now: number) => {
  if (notBefore !== null && notBefore > now)
    return { meaning: 'calm', word: `约在 ${instantText(notBefore, now)}` } as const
  return { meaning: dueAt < now ? 'late' : 'info', word: remainingText(dueAt, now) } as const
}

const triesText = ({ attempts, daysUnreached }: Call): string => {
  if (attempts === 0) return '还没联系过'
  return daysUnreached === 0 ? `联系过 ${attempts} 次` : `联系过 ${attempts} 次，${daysUnreached} 天没联系上`
}

const CallRow = ({ call, current, now, onOpen }: CallRowProps) => (
  <View
    id={`call-row-${call.taskId}`}
    className={`call-row tappable ${current ? 'call-row-current' : ''}`}
    {...a11y({ role: 'button', current: current && 'true' })}
    onClick={onOpen}
  >
    <View className="call-row-top">
      <Text className="call-row-place">{call.place}</Text>
      <StatusTag {...due(call, now)} />
    </View>
    <Text className="call-row-line">
      {[call.categoryName, call.ownerName ?? '还没有人负责', triesText(call)].join(' · ')}
    </Text>
  </View>
)

interface CallRowsProps {
  calls: readonly Call[]
  current: string | null
  onOpen: (taskId: string) => void
}

/** Who is to be called, what is due first on top; what is overdue says so. */
export const CallRows = ({ calls, current, onOpen }: CallRowsProps) => {
  const now = useNow(at => Math.min(...calls.map(({ dueAt }) => untilNextChange(dueAt, at)), 3_600_000))
  if (calls.length === 0) return <EmptyState title="没有要回访的" text="需要您打电话或上门的会出现在这里" />
  return (
    <View className="call-rows" {...a11y({ role: 'list', label: '待回访' })}>
      {calls.map(call => (
        <View key={call.taskId} {...a11y({ role: 'listitem' })}>
          <CallRow call={call} current={call.taskId === current} now={now} onOpen={() => onOpen(call.taskId)} />
        </View>
      ))}
    </View>
  )
}
