import { useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { call } from '@/data/call/client'
import { createSenders } from '@/data/send/senders'
import { open } from '@/data/session/navigation'
import { say, sayError } from '@/shell/feedback'

/** What each tap says, no more and no less: the rating is the word that stands on the button (D-CB-3). */
export const tapAnswers = {
  yes: { solved: true, result: 4 },
  no: { solved: false, result: 2 },
} as const
export type TapAnswer = keyof typeof tapAnswers

/**
 * Answers the survey of a ticket with one tap (D-CB-5), and then asks whether there is anything to add. Where there is no
 * network it says so, the buttons stay, and the same tap again is the same answer.
 */
export function useOneTap(ticketId: string) {
  const [busy, setBusy] = useState<TapAnswer | null>(null)
  const [senders] = useState(() => createSenders<ResponseOf<'survey', 'answer'>>())

  const answer = async (said: TapAnswer) => {
    if (busy !== null) return
    setBusy(said)
    const send = (idempotencyKey: string) =>
      call('survey', 'answer', { ticketId, ...tapAnswers[said], idempotencyKey }, { retries: 2 })
    const outcome = await senders.of(said, send).submit(null)
    setBusy(null)
    if (outcome.ok) open('pages/survey/index', { ticketId })
    else if (outcome.outdated) say('这次评价已经完成，谢谢您')
    else sayError(outcome.error)
  }

  return { busy, answer }
}
