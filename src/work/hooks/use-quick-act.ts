import { useState } from 'react'
import { call } from '@/data/call/client'
import { ask, say, sayError } from '@/shell/feedback'
import { commandLabels } from '../../../types/vocabulary'
import type { ActCommand, ActRequest } from '../../../types/contract/commands'
import { actForms, doneWord } from '@/ticket/forms/act-forms'
import { createSenders } from '@/data/send/senders'

/** Commands that need a tap and nothing else. */
export type QuickCommand = Extract<ActCommand, 'accept' | 'resume' | 'archive' | 'agree'>

export const isQuick = (command: ActCommand): command is QuickCommand => actForms[command].fields.length === 0

interface QuickActs {
  /** `ticketId:command` that is on its way. */
  busy: string | null
  /** True when it is done. Says what happened either way. */
  quickAct: (ticketId: string, command: QuickCommand) => Promise<boolean>
}

/** `onOutdated`: what is shown is no longer true and should be read again. */
export function useQuickAct(onOutdated: () => void): QuickActs {
  const [busy, setBusy] = useState<string | null>(null)
  const [senders] = useState(() => createSenders<unknown>())
  const senderOf = (ticketId: string, command: QuickCommand) =>
    senders.of(`${ticketId}:${command}`, idempotencyKey => {
      const request: ActRequest = { ticketId, command, idempotencyKey }
      return call('ticket', 'act', request, { retries: 2 })
    })
  return {
    busy,
    async quickAct(ticketId, command) {
      const form = actForms[command]
      if (form.grave && !(await ask({ title: `${commandLabels[command]}？`, text: form.lead ?? '' }))) return false
      setBusy(`${ticketId}:${command}`)
      const outcome = await senderOf(ticketId, command).submit(null)
      setBusy(null)
      if (outcome.ok) say(doneWord(command, {}))
      else sayError(outcome.error)
      if (!outcome.ok && outcome.outdated) onOutdated()
      return outcome.ok
    },
  }
}
