import { useRef, useState } from 'react'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { online } from '@/data/device/network'
import { sendAccept } from '@/data/send/accept'
import { createSenders } from '@/data/send/senders'
import { ask, say, sayError } from '@/shell/feedback'
import { actForms, doneWord } from '@/ticket/forms/act-forms'
import type { ActCommand } from '../../../types/contract/commands'
import { commandLabels } from '../../../types/vocabulary'
import { storable } from '../words/stored'
import { storedWord } from '@/data/send/stored-word'
import { quickly, storeAct } from './store-act'

/** Commands that need a tap and nothing else. */
export type QuickCommand = Extract<ActCommand, 'accept' | 'resume' | 'archive' | 'agree'>

export const isQuick = (command: ActCommand): command is QuickCommand => actForms[command].fields.length === 0

/** A ticket as a tap knows it. */
interface Tapped {
  ticketId: string
  place: string | { name: string }
}

interface QuickActs {
  /** `ticketId:command` that is on its way. */
  busy: string | null
  /** True when it is done, or lies on the phone to be sent. Says what happened either way. */
  quickAct: (ticket: Tapped, command: QuickCommand) => Promise<boolean>
}

const send = (ticketId: string, command: QuickCommand, idempotencyKey: string) =>
  command === 'accept'
    ? sendAccept(ticketId, idempotencyKey, quickly)
    : call('ticket', 'act', { ticketId, command, idempotencyKey }, { retries: 2 })

/** `changed` reads again what is shown; until it has, the button stays busy, so that a second tap does nothing. */
export function useQuickAct(changed: () => Promise<unknown>): QuickActs {
  const [busy, setBusy] = useState<string | null>(null)
  // State would be read a tap too late: two taps in one frame both see the old one.
  const underWay = useRef(false)
  const [senders] = useState(() => createSenders<unknown>())

  const act = async (ticket: Tapped, command: QuickCommand): Promise<boolean> => {
    const { ticketId } = ticket
    const sender = senders.of(`${ticketId}:${command}`, key => send(ticketId, command, key))
    const laidBy = () =>
      storable.includes(command) && storeAct(ticket, { ticketId, command, idempotencyKey: sender.key() }, null, [])
    if (!online.get() && laidBy()) {
      say(storedWord)
      return true
    }
    const outcome = await sender.submit(null)
    if (outcome.ok) say(doneWord(command, {}))
    else if (outcome.error instanceof CallError && outcome.error.retryable && laidBy()) {
      say(storedWord)
      return true
    } else sayError(outcome.error)
    if (outcome.ok || outcome.outdated) await changed()
    return outcome.ok
  }

  return {
    busy,
    async quickAct(ticket, command) {
      if (underWay.current) return false
      const form = actForms[command]
      if (form.grave && !(await ask({ title: `${commandLabels[command]}？`, text: form.lead ?? '' }))) return false
      underWay.current = true
      setBusy(`${ticket.ticketId}:${command}`)
      try {
        return await act(ticket, command)
      } finally {
        underWay.current = false
        setBusy(null)
      }
    },
  }
}
