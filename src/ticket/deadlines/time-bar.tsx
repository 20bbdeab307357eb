import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { remainingText, standingOf, untilNextChange } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import { deadlineKindLabels, type DeadlineKind } from '../../../types/vocabulary'
import { usedShare } from './clock-words'
import './time-bar.scss'

interface TimeBarProps {
  kind: DeadlineKind
  /** Epoch ms. */
  startedAt: number
  dueAt: number
}

/** How much of the time is used up, as a bar and in words. */
export const TimeBar = ({ kind, startedAt, dueAt }: TimeBarProps) => {
  const now = useNow(at => untilNextChange(dueAt, at))
  const share = Math.round(usedShare(startedAt, dueAt, now) * 100)
  return (
    <View className={`time-bar time-bar-${standingOf(startedAt, dueAt, now)}`}>
      <View className="time-bar-words">
        <Text className="time-bar-kind">{deadlineKindLabels[kind]}</Text>
        <Text className="time-bar-left">{remainingText(dueAt, now)}</Text>
      </View>
      <View className="time-bar-track" {...a11y({ hidden: true })}>
        <View className="time-bar-used" style={{ width: `${share}%` }} />
      </View>
    </View>
  )
}
