import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { Page } from '@/shell/page'
import { frontPageOf } from '@/shell/tabs'
import { useRole } from '@/data/session/use-role'
import { back, open } from '@/data/session/navigation'
import type { ActCommand } from '../../../types/contract/commands'
import { useTicket } from '../hooks/use-ticket'
import { useTicketActions } from '../hooks/use-ticket-actions'
import { hasActions } from '../words/main-action'
import { ActionBar } from './action-bar'
import { StoredActs } from './stored-acts'
import { TicketDetail } from './ticket-detail'
import { TicketStates } from './ticket-states'

/** The page of one ticket, for whoever handles it and for the desk on a phone. */
export const TicketScreen = () => {
  const ticketId = decodeURIComponent(useRouter().params['ticketId'] ?? '')
  const role = useRole()
  const reading = useTicket(ticketId)
  const openForm = useCallback((command: ActCommand) => open('work/act/index', { ticketId, command }), [ticketId])
  const { busy, onAct } = useTicketActions(reading.value, reading.reload, openForm)
  usePullDownRefresh(() => {
    void reading.reload().finally(() => Taro.stopPullDownRefresh())
  })
  const { value } = reading
  return (
    <Page title="工单" bottom={value && hasActions(value) && <ActionBar ticket={value} busy={busy} onAct={onAct} />}>
      <TicketStates reading={reading} onGone={() => back(frontPageOf(role))}>
        {ticket => (
          <>
            <StoredActs stored={reading.stored} />
            <TicketDetail ticket={ticket} />
          </>
        )}
      </TicketStates>
    </Page>
  )
}
