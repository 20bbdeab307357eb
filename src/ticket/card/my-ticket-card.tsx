import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { residentStateLabels, urgencyLabels } from '../../../types/vocabulary'
import { familyText, meaningOf, recordedText, whoText } from '../words/resident-ticket'
import { mediaSrc } from '@/data/call/client'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { Excerpt } from '@/ui/excerpt'
import { Icon } from '@/ui/icon'
import { StatusTag } from '@/ui/status-tag'
import { retold, untilMidnight } from '@/ui/words/time'
import { OneTap } from '../survey/one-tap'
import { EmergencyNotice } from '../emergency/emergency-notice'
import './my-ticket-card.scss'

/** A matter of mine: what, where, who has it, what happens next (L-HOME-1). */
export const MyTicketCard = ({ item }: { item: TicketItem }) => {
  const { ticketId, categoryName, state, text, place, thumbnail, emergency } = item
  const now = useNow(untilMidnight)
  const promise = item.promise && retold(item.promise, item.promiseSaidAt, now)
  const asksMe = item.allowedActions.includes('answerSurvey') || item.allowedActions.includes('agree')
  const who = whoText(item)
  const recorded = recordedText(item.channel)
  const family = familyText(item)
  const thumb = thumbnail && thumbnail.kind === 'image' ? (thumbnail.thumbUrl ?? thumbnail.url) : null
  const card = (
    <View
      id={`ticket-${ticketId}`}
      className={`my-ticket ${asksMe ? 'my-ticket-asks' : ''}`}
      {...a11y({
        role: 'link',
        summary: `${categoryName}，${place}，${residentStateLabels[state]}${promise ? `，${promise}` : ''}`,
      })}
      onClick={() => open('pages/ticket/index', { ticketId })}
    >
      <View className="my-ticket-head">
        <Text className="my-ticket-what">{categoryName}</Text>
        {emergency ? (
          <StatusTag meaning="late" word={urgencyLabels.emergency} />
        ) : (
          <StatusTag meaning={meaningOf(state)} word={residentStateLabels[state]} />
        )}
      </View>
      <View className="my-ticket-main">
        <View className="my-ticket-words">
          <Excerpt className="my-ticket-text" text={text} />
          <View className="my-ticket-line">
            <Icon name="place" />
            <Text className="my-ticket-place">{place}</Text>
          </View>
          {family && (
            <View className="my-ticket-line">
              <Icon name="people" />
              <Text className="my-ticket-place">{family}</Text>
            </View>
          )}
          {recorded && (
            <View className="my-ticket-line">
              <Icon name="phone" />
              <Text className="my-ticket-place">{recorded}</Text>
            </View>
          )}
          {who && (
            <View className="my-ticket-line">
              <Icon name="user" />
              <Text className="my-ticket-place">{who}</Text>
            </View>
          )}
        </View>
        {thumb && (
          <Picture
            className="my-ticket-photo"
            src={mediaSrc(thumb)}
            mode="aspectFill"
            lazyLoad
            {...a11y({ hidden: true })}
          />
        )}
      </View>
      {promise && (
        <View className="my-ticket-promise">
          <Icon name={asksMe ? 'star' : 'clock'} />
          <Text>{promise}</Text>
        </View>
      )}
    </View>
  )
  const rates = item.allowedActions.includes('answerSurvey')
  if (!emergency && !rates) return card
  return (
    <View className="my-ticket-wrap">
      {card}
      {emergency && <EmergencyNotice id={`emergency-${ticketId}`} emergency={emergency} />}
      {rates && <OneTap ticketId={ticketId} about={categoryName} />}
    </View>
  )
}
