import { useCallback } from 'react'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { isQuick, useQuickAct } from './use-quick-act'

interface TicketActions {
  busy: ActCommand | null
  onAct: (command: ActCommand) => void
}

/** A tap does what needs nothing more; everything else goes to its form by `openForm`. */
export function useTicketActions(
  ticket: TicketView | null,
  reload: () => Promise<unknown>,
  openForm: (command: ActCommand) => void,
): TicketActions {
  const { busy, quickAct } = useQuickAct(reload)
  const onAct = useCallback(
    (command: ActCommand) => {
      if (!isQuick(command)) return openForm(command)
      if (ticket) void quickAct(ticket, command)
    },
    [ticket, openForm, quickAct],
  )
  return { busy: (busy?.split(':')[1] ?? null) as ActCommand | null, onAct }
}
