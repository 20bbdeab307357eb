import type { Transaction } from 'kysely'
import { clockActor } from '../../domain/access/actor'
import { decide } from '../../domain/ticket/decide'
import type { DueTicket, TicketKey } from '../../store/timer/due-tickets'
import { policyFor } from '../../store/place/center'
import type { Database } from '../../store/schema'
import type { Append } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { Runtime } from '../runtime'
import { writeOf } from '../ticket/change'
import { type CenterContext, centerContextOf } from '../ticket/desk'
import { LoadBook } from './load-book'

/** What came of looking at tickets that had come up. Nothing is written yet. */
export interface Decided {
  readonly changes: readonly Append[]
  /** Their rows said that something was due, their histories say otherwise. */
  readonly idle: readonly Append[]
  readonly failed: readonly { readonly key: TicketKey; readonly error: unknown }[]
}

/**
 * Decides what is due of each of the tickets, whose rows the transaction holds, by the same rules as every command. A
 * ticket on which that fails stops no other. What is looked up of a center is looked up once.
 */
export async function decideDue(
  trx: Transaction<Database>,
  runtime: Runtime,
  tickets: readonly DueTicket[],
  now: number,
): Promise<Decided> {
  const source = { db: trx, memory: runtime.memory, clock: runtime.clock }
  const desks = new Map<string, CenterContext>()
  const workloads = new LoadBook(trx)
  const changes: Append[] = []
  const idle: Append[] = []
  const failed: { key: TicketKey; error: unknown }[] = []

  const deskFor = async (centerId: string): Promise<CenterContext> => {
    const known = desks.get(centerId)
    if (known) return known
    const desk = await centerContextOf(source, centerId)
    desks.set(centerId, desk)
    return desk
  }
  for (const { stored, centerId, ticketId } of tickets) {
    try {
      const desk = await deskFor(centerId)
      const policy = await policyFor(source, stored.ticket)
      const decision = decide(
        stored.ticket,
        { command: 'fireDue' },
        {
          now,
          actor: clockActor,
          policy,
          directory: desk.directory,
          workloads: await workloads.forTicket(stored.ticket, desk, policy, now),
          target: null,
        },
      )
      if (!decision.ok) throw CallError.of(decision.refusal)
      const change = writeOf(runtime, { stored, desk, policy, decision })
      if (decision.events.length === 0) idle.push(change)
      else changes.push(change)
      await workloads.note(stored.ticket, decision.ticket)
    } catch (error) {
      failed.push({ key: { centerId, ticketId }, error })
    }
  }
  return { changes, idle, failed }
}
