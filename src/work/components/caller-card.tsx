import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import type { TicketView } from '../../../types/contract/ticket-views'
import { channelLabels, moodLabels } from '../../../types/vocabulary'
import { useContact } from '../hooks/use-contact'
import { forWhomText } from '@/ticket/words/resident-ticket'
import { relationWord } from '@/ticket/words/ticket-words'
import './caller-card.scss'

/** Who filed it, masked; the button looks the number up, which is recorded, and calls. */
export const CallerCard = ({ ticket }: { ticket: TicketView }) => {
  const { phone, busy, word, callThem } = useContact(ticket.ticketId)
  const { complainant, anonymous, channel, mood } = ticket
  const who = complainant === null ? (anonymous ? '匿名' : '反映人信息不可见') : complainant.name
  const shownPhone = phone ?? complainant?.phone ?? null
  return (
    <View className="caller" id="caller">
      <View className="caller-words">
        <Text className="caller-name">
          {[who, relationWord(complainant?.relation ?? null)].filter(Boolean).join(' · ')}
        </Text>
        <Text className="caller-line">
          {[channelLabels[channel], mood && mood !== 'calm' ? `情绪${moodLabels[mood]}` : '']
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {ticket.forFamily && (
          <Text className="caller-line" id="caller-for">
            替家人反映：{forWhomText(ticket.forFamily)}
          </Text>
        )}
        {shownPhone && (
          <Text className="caller-line" id="caller-phone" userSelect={phone !== null}>
            {shownPhone}
          </Text>
        )}
      </View>
      {ticket.allowedActions.includes('revealContact') && complainant !== null && (
        <View className="caller-button">
          <PrimaryButton id="call-resident" kind="plain" icon="phone" busy={busy} onClick={() => void callThem()}>
            {word}
          </PrimaryButton>
        </View>
      )}
    </View>
  )
}
