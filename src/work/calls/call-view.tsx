import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { EmptyState } from '@/ui/empty-state'
import { TicketStates } from '../components/ticket-states'
import { useTicket } from '../hooks/use-ticket'
import type { Call } from './call-form'
import { CallHistory, CallNumber, CallScript } from './call-facts'
import type { CallForm } from './use-call-form'
import './call-view.scss'

interface CallViewProps {
  task: Call
  form: CallForm
  onGone: () => void
  /** The form; beside what is to be read where there is room. */
  children: ReactNode
}

/** Everything for one call on one screen: whom, what to say, what has happened, and what they answer. */
export const CallView = ({ task, form, onGone, children }: CallViewProps) => {
  const reading = useTicket(task.ticketId)
  return (
    <TicketStates reading={reading} onGone={onGone}>
      {ticket => {
        const person = ticket.complainants.find(one => one.complainant === task.complainant)
        if (!person) return <EmptyState title="这一位不用回访了" text="可能已经撤回，请看下一位" />
        return (
          <View className="call-view" id="call-view">
            <View className="call-talk">
              <CallNumber ticketId={ticket.ticketId} person={person} />
              <CallScript ticket={ticket} person={person} method={form.draft.method} />
            </View>
            <View className="call-write">{children}</View>
            <View className="call-story">
              <CallHistory ticket={ticket} person={person} />
            </View>
          </View>
        )
      }}
    </TicketStates>
  )
}
