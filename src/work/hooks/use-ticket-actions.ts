import { useCallback, useState } from 'react'
import type { ActCommand } from '../../../types/contract/commands'
import { isQuick, useQuickAct } from './use-quick-act'

interface TicketActions {
  busy: ActCommand | null
  onAct: (command: ActCommand) => void
}

/** A tap does what needs nothing more; everything else goes to its form by `openForm`. */
export function useTicketActions(
  ticketId: string,
  reload: () => void,
  openForm: (command: ActCommand) => void,
): TicketActions {
  const { quickAct } = useQuickAct(reload)
  const [busy, setBusy] = useState<ActCommand | null>(null)
  const onAct = useCallback(
    (command: ActCommand) => {
      if (!isQuick(command)) return openForm(command)
      setBusy(command)
      void quickAct(ticketId, command)
        .then(done => done && reload())
        .finally(() => setBusy(null))
    },
    [ticketId, reload, openForm, quickAct],
  )
  return { busy, onAct }
}
