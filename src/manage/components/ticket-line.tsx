import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '@/ui/a11y'
import { StatusTag } from '@/ui/status-tag'
import { standoutTags, stateTag } from '@/ticket/words/ticket-words'
import type { ResponseOf } from '../../../types/contract/index'
import type { Severity } from '../../../types/vocabulary'
import './ticket-line.scss'

type TicketSummary = Pick<
  ResponseOf<'center', 'overview'>['next'][number],
  'ticketId' | 'number' | 'category' | 'place' | 'urgency' | 'state' | 'assignee'
>

interface TicketLineProps {
  /** Whether it is hot or major; a list that does not know leaves it out. */
  line: TicketSummary & { severity?: Severity }
  id: string
  onOpen: () => void
  /** The clock, in words or as a bar. */
  children?: ReactNode
  /** What can be done from here. */
  actions?: ReactNode
}

/** A ticket in a manager's list: where and what, who has it, and what became of its time. */
export const TicketLine = ({ line, id, onOpen, children, actions }: TicketLineProps) => (
  <View className="ticket-line">
    <View
      id={id}
      className="ticket-line-main"
      {...a11y({ role: 'link', summary: `${line.place}，${line.category}，${line.assignee ?? '还没有人负责'}` })}
      onClick={onOpen}
    >
      <View className="ticket-line-top">
        <Text className="ticket-line-place">{line.place}</Text>
        {standoutTags({ urgency: line.urgency, severity: line.severity ?? 'ordinary' }).map(tag => (
          <StatusTag key={tag.word} {...tag} />
        ))}
        <StatusTag {...stateTag(line.state, null)} />
      </View>
      <Text className="ticket-line-what">
        {line.category} · {line.assignee ?? '还没有人负责'} · {line.number}
      </Text>
      {children}
    </View>
    {actions && <View className="ticket-line-actions">{actions}</View>}
  </View>
)
