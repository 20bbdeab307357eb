import { useEffect, useState } from 'react'
import { useUploads, type Uploads } from '@/data/upload/use-uploads'
import { useObserved } from '@/data/device/use-observed'
import { call } from '@/data/call/client'
import { online } from '@/data/device/network'
import { storage } from '@/data/device/storage'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { actForms } from '@/ticket/forms/act-forms'
import { quickly, storeAct } from './store-act'
import { storable } from '../words/stored'
import { createActSession, type ActDraft, type ActFormState, type ActResult } from './act-session'

export interface ActFormModel extends ActFormState {
  change: (name: string, value: unknown) => void
  uploads: Uploads
  submit: () => Promise<ActResult>
}

const draftName = (ticketId: string, command: ActCommand) => `act:${ticketId}:${command}`

/** The form of one command on one ticket, with the draft the device kept. Mount it anew for another ticket or command. */
export function useActForm(ticket: TicketView, command: ActCommand): ActFormModel {
  const [{ session, draft }] = useState(() => {
    const name = draftName(ticket.ticketId, command)
    const kept = storage.readDraft<ActDraft>(name)
    const canWait = storable.includes(command)
    return {
      draft: kept,
      session: createActSession({
        ticketId: ticket.ticketId,
        command,
        initial: actForms[command].initial?.(ticket) ?? {},
        draft: kept,
        keepDraft: next => (next === null ? storage.removeDraft(name) : storage.saveDraft(name, next)),
        send: request => call('ticket', 'act', request, canWait ? quickly : { retries: 2 }),
        ...(canWait
          ? { store: (request, draft) => storeAct(ticket, request, { name, value: draft }, draft.photos) }
          : {}),
        connected: () => online.get(),
      }),
    }
  })
  const uploads = useUploads(draft?.photos)
  const { value } = uploads
  useEffect(() => {
    // Without photos there is nothing to keep, and an untouched form leaves no draft.
    if (value.length > 0 || draft !== null) session.keepPhotos(value)
  }, [session, value, draft])
  return {
    ...useObserved(session.state),
    change: session.change,
    uploads,
    submit: () => session.submit(uploads.value),
  }
}
