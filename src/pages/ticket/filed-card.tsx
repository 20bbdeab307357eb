import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { TicketView } from '../../../types/contract/ticket-views'
import { kindLabels } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Section } from '@/ui/section'
import { forWhomText, recordedText } from '@/ticket/words/resident-ticket'
import { TimelineMedia } from '@/ticket/timeline/timeline-media'
import { instantText } from '@/ui/words/time'

/** A long story is folded to about six lines. */
const foldFrom = 140

/** What I told them. */
export const FiledCard = ({ ticket, now }: { ticket: TicketView; now: number }) => {
  const [whole, setWhole] = useState(false)
  const long = ticket.text.length > foldFrom
  return (
    <Section title={ticket.ofFamily ? '家人反映的' : '我反映的'} id="ticket-filed">
      <Text className={`ticket-value ${long && !whole ? 'ticket-folded' : ''}`} userSelect>
        {ticket.text}
      </Text>
      {long && (
        <Text
          className="ticket-link tappable"
          {...a11y({ role: 'button', expanded: whole })}
          onClick={() => setWhole(!whole)}
        >
          {whole ? '收起' : '展开全文'}
        </Text>
      )}
      {ticket.forFamily && (
        <View className="ticket-pair">
          <Text className="ticket-label">替谁</Text>
          <Text className="ticket-value" id="ticket-for">
            {ticket.forFamily.me ? '替您' : forWhomText(ticket.forFamily)}
          </Text>
        </View>
      )}
      {ticket.expectation && (
        <View className="ticket-pair">
          <Text className="ticket-label">希望</Text>
          <Text className="ticket-value">{ticket.expectation}</Text>
        </View>
      )}
      {ticket.photos.before.length > 0 && <TimelineMedia media={ticket.photos.before} />}
      <Text className="ticket-small">
        {[
          kindLabels[ticket.kind],
          instantText(ticket.filedAt, now),
          ticket.complainant?.mine ? (recordedText(ticket.channel) ?? '') : '',
          ticket.anonymous ? '匿名' : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Section>
  )
}
