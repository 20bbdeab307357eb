import { useState } from 'react'
import { call } from '@/data/call/client'
import { createSenders } from '@/data/send/senders'
import { say, sayError } from '@/shell/feedback'
import type { KnownCaller } from './use-known-caller'

type Matter = KnownCaller['matters'][number]

/** Urging a matter for whoever has rung up about it, in place of another filing (D-IN-1). */
export function useUrge() {
  const [senders] = useState(() => createSenders<unknown>())
  const [busy, setBusy] = useState<string | null>(null)
  const [urged, setUrged] = useState<ReadonlySet<string>>(new Set())
  const urge = async ({ ticketId, complainant }: Matter) => {
    setBusy(ticketId)
    const sender = senders.of(ticketId, idempotencyKey =>
      call('ticket', 'act', { ticketId, command: 'urge', complainant, idempotencyKey }, { retries: 2 }),
    )
    const outcome = await sender.submit(null)
    setBusy(null)
    if (!outcome.ok) return sayError(outcome.error)
    setUrged(before => new Set([...before, ticketId]))
    say('已替来电人催办')
  }
  return { urge, busy, urged }
}
