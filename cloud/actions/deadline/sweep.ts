import { clockActor } from '../../domain/access/actor'
import { realignDeadlines } from '../../store/ticket/append'
import { type TicketKey, lockDue, readDue } from '../../store/timer/due-tickets'
import { type DrainOptions, type Work, drain } from '../drain'
import { Execution } from '../execute'
import type { Runtime } from '../runtime'
import { digestOutage } from './digest'

export interface Sweep {
  /** Tickets that came up. */
  readonly tickets: number
  /** Events written: warnings, breaches, escalations, ends of holds and quiet periods. */
  readonly fired: number
  /** Failed and tried again later, or dead letters. */
  readonly failed: number
  /** The budget ran out before the work did. */
  readonly more: boolean
}

/** Whatever is due of tickets. `limit` counts due steps: those of one ticket count apart. */
export const dueWork = (runtime: Runtime): Work<TicketKey> => ({
  name: 'deadline',
  // More in one transaction take little less time each, and hold their tickets' rows for longer.
  batch: 200,
  maxAttempts: 5,
  idOf: ({ ticketId }) => ticketId,
  failureOf: ({ centerId, ticketId }) => ({ centerId, ticketId, version: 0 }),
  take: (trx, take) => lockDue(trx, runtime.clock.now(), take),
  async carryOut(trx, keys) {
    const due = await readDue(trx, keys, runtime.clock.now())
    const execution = new Execution(
      trx,
      runtime,
      due.map(({ stored }) => stored),
    )
    const failed: { item: TicketKey; error: unknown }[] = []
    let effects = 0
    for (const item of due) {
      const { stored } = item
      try {
        const { events, after } = await execution.decide({ stored, command: { command: 'fireDue' }, actor: clockActor })
        effects += events.length
        // The row said that something was due, the history says otherwise: it would come up again for ever.
        if (events.length === 0) await realignDeadlines(trx, after, await execution.policyOf(after))
      } catch (error) {
        failed.push({ item, error })
      }
    }
    await execution.save()
    return { done: due.length - failed.length, effects, failed }
  },
})

/**
 * Fires whatever is due, oldest first (D-SLA-15, D-SLA-18), and once it has caught up tells everybody in one notice what an
 * outage has kept from them. The ticket's row lock and version, and the history itself, say what has been done: run late,
 * twice and on several machines at once, everything fires once.
 * @throws Unavailable when the database is away; what had been fired before stays
 */
export async function sweepDeadlines(runtime: Runtime, options: DrainOptions): Promise<Sweep> {
  const { items: tickets, effects: fired, failed, more } = await drain(runtime, dueWork(runtime), options)
  if (!more) await digestOutage(runtime)
  return { tickets, fired, failed, more }
}
