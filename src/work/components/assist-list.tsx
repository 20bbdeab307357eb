import { Text, View } from '@tarojs/components'
import { instantText } from '@/ui/words/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import '@/ui/fact-list.scss'

type Assist = TicketView['assists'][number]

const standing = ({ doneAt, cancelledAt }: Assist, now: number): string => {
  if (doneAt !== null) return `${instantText(doneAt, now)} 已完成`
  return cancelledAt === null ? '协办中' : '已取消'
}

/** Other departments' parts of the work (D-RT-5): who, what, and how far it has come. */
export const AssistList = ({ assists, now }: { assists: readonly Assist[]; now: number }) => (
  <View className="fact-list" id="ticket-assists">
    {assists.map(assist => (
      <View key={assist.assist} className="fact">
        <Text className="fact-label">{assist.mine ? '我' : assist.person}</Text>
        <Text className="fact-words" userSelect>
          {assist.task} · {standing(assist, now)}
          {assist.text === null ? '' : `：${assist.text}`}
        </Text>
      </View>
    ))}
  </View>
)
