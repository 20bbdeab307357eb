import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import { Excerpt } from '@/ui/excerpt'
import { StatusTag } from '@/ui/status-tag'
import { mediaSrc } from '@/data/call/client'
import { serverClock } from '@/data/call/server-clock'
import { Icon } from '@/ui/icon'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { kindLabels } from '../../../types/vocabulary'
import { holdText } from '../words/hold'
import { newsLines } from '../words/news'
import { holderWord, standoutTags, stateTag } from '../words/ticket-words'
import { TimeBar } from '../deadlines/time-bar'
import './ticket-card.scss'

interface TicketCardProps {
  ticket: TicketItem
  onOpen: () => void
  /** The next step, at the lower right. */
  action?: ReactNode
  /** Who has it; not wanted where everything is the reader's own. */
  withAssignee?: boolean
  /** Shown beside the list at this moment. */
  current?: boolean
}

/** A row of the worklist or of the desk: where first, then what is new, what it is, how long there is. */
export const TicketCard = ({ ticket, onOpen, action, withAssignee = false, current = false }: TicketCardProps) => {
  const state = stateTag(ticket.state, ticket.ending)
  const tags = standoutTags(ticket)
  const news = newsLines(ticket.news)
  return (
    <View className={`ticket-card ${current ? 'ticket-card-current' : ''}`} {...a11y({ role: 'listitem' })}>
      <View
        id={`ticket-${ticket.ticketId}`}
        className="ticket-card-main"
        {...a11y({
          role: 'button',
          summary: [
            ticket.place,
            ...tags.map(({ word }) => word),
            ...news.map(({ title, text }) => [title, text].filter(Boolean).join('：')),
            ticket.categoryName,
            state.word,
            ticket.text,
          ].join('，'),
          current: current && 'true',
        })}
        onClick={onOpen}
      >
        <View className="ticket-card-top">
          <Text className="ticket-card-place">{ticket.place}</Text>
          {tags.map(tag => (
            <StatusTag key={tag.word} {...tag} />
          ))}
        </View>
        {news.map(({ id, meaning, icon, title, text }) => (
          <View key={id} className={`ticket-card-news ticket-card-news-${meaning}`}>
            <Icon name={icon} className="ticket-card-news-icon" />
            <Text className="ticket-card-news-words">{text === null ? title : `${title}：${text}`}</Text>
          </View>
        ))}
        <View className="ticket-card-middle">
          <View className="ticket-card-what">
            <Text className="ticket-card-category">
              {kindLabels[ticket.kind]} · {ticket.categoryName}
            </Text>
            <Excerpt className="ticket-card-text" text={ticket.text} max={40} />
          </View>
          {ticket.thumbnail && (
            <Picture
              className="ticket-card-photo"
              src={mediaSrc(ticket.thumbnail.thumbUrl ?? ticket.thumbnail.url)}
              mode="aspectFill"
              lazyLoad
              {...a11y({ role: 'img', label: '现场照片' })}
            />
          )}
        </View>
        {ticket.state === 'onHold' ? (
          <Text className="ticket-card-hold">
            {ticket.hold ? holdText(ticket.hold, serverClock.now()) : '时限已暂停，恢复后继续计算'}
          </Text>
        ) : (
          ticket.nextDue && <TimeBar {...ticket.nextDue} />
        )}
      </View>
      <View className="ticket-card-foot">
        <View className="ticket-card-standing">
          <StatusTag {...state} />
          {withAssignee && <Text className="ticket-card-who">{holderWord(ticket)}</Text>}
        </View>
        {action && <View className="ticket-card-action">{action}</View>}
      </View>
    </View>
  )
}
