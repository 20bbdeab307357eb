import { clockActor } from '../../domain/access/actor'
import type { CommandOf } from '../../domain/ticket/commands'
import type { Ticket } from '../../domain/ticket/state'
import { type StaleCenter, lockStale, readStale, realignVersions, staleCenters } from '../../store/policy/versions'
import { forgetFailures } from '../../store/timer/dead-letters'
import { type DrainOptions, type Work, drain } from '../drain'
import { Execution } from '../execute'
import type { Runtime } from '../runtime'

export interface RollOut {
  /** Tickets that run under other rules or calendars now. */
  readonly moved: number
  /** Left as they were because of an error; tried again by the next run, or dead letters. */
  readonly failed: number
  /** The budget ran out before the work did. */
  readonly more: boolean
}

/** A ticket that runs under older rules or calendars than its center's policy asks for. */
interface StaleTicket {
  readonly stale: StaleCenter
  readonly ticketId: string
}

/**
 * The next step towards what the center's policy asks of an open ticket; null: it is not stale. Rules come first: a version
 * made for running tickets brings its calendars along, and newer calendars go on top of it.
 */
function stepFor(ticket: Ticket, stale: StaleCenter): CommandOf<'applyPolicy'> | null {
  if (ticket.policyVersion < stale.runningSince)
    return { command: 'applyPolicy', version: stale.runningSince, scope: 'all' }
  if ((ticket.calendarVersion ?? ticket.policyVersion) < stale.calendarsSince)
    return { command: 'applyPolicy', version: stale.version, scope: 'calendars' }
  return null
}

/** Steps that one ticket may need in one run: rules, then calendars; then it is no longer stale. */
const mostSteps = 2

/** Stale tickets of these centers, a batch being of one center. */
function staleWork(runtime: Runtime, centers: readonly StaleCenter[]): Work<StaleTicket> {
  /** How often each has come up. Whatever the reason, none may keep a run going for ever. */
  const taken = new Map<string, number>()
  const moved = new Set<string>()
  return {
    name: 'policy',
    batch: 100,
    maxAttempts: 5,
    idOf: ({ ticketId }) => ticketId,
    failureOf: ({ stale: { centerId, version }, ticketId }) => ({ centerId, ticketId, version }),
    async take(trx, { limit, skip, only }) {
      const tried = [...taken].flatMap(([id, times]) => (times >= mostSteps ? [id] : []))
      for (const stale of only ? [only.stale] : centers) {
        const ids = await lockStale(trx, stale, { limit, skip: only ? [] : [...skip, ...tried], only: only?.ticketId })
        if (ids.length > 0) return ids.map(ticketId => ({ stale, ticketId }))
      }
      return []
    },
    async carryOut(trx, items) {
      const [first] = items
      if (!first) return { done: 0, effects: 0, failed: [] }
      const { stale } = first
      const ids = items.map(({ ticketId }) => ticketId)
      const known = await readStale(trx, stale.centerId, ids)
      const execution = new Execution(trx, runtime, known)
      const moving: string[] = []
      for (const stored of known) {
        const { ticket } = stored
        const command = stepFor(ticket, stale)
        const change = command && (await execution.decide({ stored, command, actor: clockActor }))
        if (change && change.events.length > 0) moving.push(ticket.id)
        // Its row says that it is stale, its history says otherwise: it would come up again for ever.
        else await realignVersions(trx, ticket, ticket.calendarVersion ?? ticket.policyVersion)
      }
      await execution.save()
      await forgetFailures(trx, 'policy', stale.centerId, ids)
      for (const id of ids) taken.set(id, (taken.get(id) ?? 0) + 1)
      const fresh = moving.filter(id => !moved.has(id))
      for (const id of fresh) moved.add(id)
      return { done: items.length, effects: fresh.length, failed: [] }
    },
  }
}

/**
 * Brings open tickets under what the policies of their centers ask of running ones: rules saved for them, and every change
 * of calendars or holidays (D-SLA-17). The row lock and the ticket's own versions say what has been done, and a run that
 * dies leaves whole batches behind it.
 * @throws Unavailable when the database is away; what had been moved before stays
 */
export async function rollOutPolicies(runtime: Runtime, options: DrainOptions): Promise<RollOut> {
  const work = staleWork(runtime, await staleCenters(runtime.db))
  const { effects: moved, failed, more } = await drain(runtime, work, options)
  return { moved, failed, more }
}
