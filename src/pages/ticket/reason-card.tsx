import { Text } from '@tarojs/components'
import type { TicketView } from '../../../types/contract/ticket-views'
import { Section } from '@/ui/section'

/** Why it was declined, in the words of whoever did, before anything about where else to go (D-IN-10, D-CB-11). */
export const ReasonCard = ({ ticket }: { ticket: TicketView }) => {
  if (ticket.state !== 'declined' && ticket.state !== 'disputed') return null
  const declined = ticket.timeline.filter(({ type }) => type === 'declined').pop()
  if (!declined) return null
  return (
    <Section title={declined.title} id="ticket-reason">
      <Text className="ticket-value">{declined.text}</Text>
    </Section>
  )
}
