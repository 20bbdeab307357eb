import { Text, View } from '@tarojs/components'
import type { TicketView } from '../../../types/contract/ticket-views'
import { PhotoGrid } from '@/ticket/media/photo-grid'
import { Section } from '@/ui/section'
import { isBeingHandled } from '@/ticket/words/resident-ticket'

const imagesOf = (media: TicketView['photos']['before']) => media.filter(({ kind }) => kind === 'image')

/** What was done, and how it looks before and after, side by side. */
export const ResultCard = ({ ticket }: { ticket: TicketView }) => {
  const before = imagesOf(ticket.photos.before)
  const after = imagesOf(ticket.photos.after)
  if (!ticket.completion) return null
  return (
    <Section title={isBeingHandled(ticket.state) ? '上次的处理结果' : '处理结果'} id="ticket-result">
      <Text className="ticket-value">{ticket.completion.summary}</Text>
      {after.length > 0 && (
        <View className="ticket-compare">
          {before.length > 0 && (
            <View className="ticket-side">
              <Text className="ticket-small">处理前</Text>
              <PhotoGrid photos={before} label="处理前的照片" />
            </View>
          )}
          <View className="ticket-side">
            <Text className="ticket-small">处理后</Text>
            <PhotoGrid photos={after} label="处理后的照片" />
          </View>
        </View>
      )}
    </Section>
  )
}
