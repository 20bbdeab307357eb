import type { Transaction } from 'kysely'
import { clockActor } from '../../domain/access/actor'
import type { CommandOf } from '../../domain/ticket/commands'
import { decide } from '../../domain/ticket/decide'
import type { Ticket } from '../../domain/ticket/state'
import { policyFor } from '../../store/place/center'
import { Unavailable } from '../../store/engine/errors'
import { type StaleCenter, staleCenters, lockStale, readStale, realignVersions } from '../../store/policy/versions'
import { forgetRollOutFailures, noteRollOutFailure } from '../../store/timer/roll-out-failures'
import type { Database } from '../../store/schema'
import { type Append, type StoredTicket, appendAll } from '../../store/ticket/append'
import { inTransaction } from '../../store/engine/transaction'
import { CallError } from '../call-error'
import { LoadBook } from '../deadline/load-book'
import { errorText } from '../error-text'
import type { Runtime } from '../runtime'
import { writeOf } from '../ticket/change'
import { type CenterContext, centerContextOf } from '../ticket/desk'

const defaultBatch = 100
/** Attempts on one ticket under one version before it is set aside for a person to look at. */
const maxAttempts = 5

export interface RollOut {
  /** Tickets that run under other rules or calendars now. */
  readonly moved: number
  /** Left as they were because of an error; tried again by the next run, or set aside. */
  readonly failed: number
  /** The budget ran out before the work did. */
  readonly more: boolean
}

export interface RollOutOptions {
  /** ms of real time. */
  readonly budgetMs: number
  /** Tickets in one transaction. */
  readonly batch?: number
}

/**
 * The next step towards what the center's policy asks of an open ticket; null: it is not behind. Rules come first: a version
 * made for running tickets brings its calendars along, and newer calendars go on top of it.
 */
function stepFor(ticket: Ticket, behind: StaleCenter): Omit<CommandOf<'applyPolicy'>, 'command'> | null {
  if (ticket.policyVersion < behind.runningSince) return { version: behind.runningSince, scope: 'all' }
  if ((ticket.calendarVersion ?? ticket.policyVersion) < behind.calendarsSince)
    return { version: behind.version, scope: 'calendars' }
  return null
}

interface Batch {
  readonly trx: Transaction<Database>
  readonly runtime: Runtime
  readonly behind: StaleCenter
  readonly desk: CenterContext
  readonly workloads: LoadBook
}

/** What moving one ticket a step on writes; null: nothing is to be done. */
async function moveOf({ trx, runtime, behind, desk, workloads }: Batch, stored: StoredTicket): Promise<Append | null> {
  const step = stepFor(stored.ticket, behind)
  if (!step) return null
  const source = { db: trx, memory: runtime.memory }
  const [now, policyBefore] = [runtime.clock.now(), await policyFor(source, stored.ticket)]
  const decision = decide(
    stored.ticket,
    { command: 'applyPolicy', ...step },
    {
      now,
      actor: clockActor,
      policy: policyBefore,
      directory: desk.directory,
      workloads: await workloads.forTicket(stored.ticket, desk, policyBefore, now),
      target: null,
    },
  )
  if (!decision.ok) throw CallError.of(decision.refusal)
  if (decision.events.length === 0) return null
  workloads.note(stored.ticket, decision.ticket)
  const policy = await policyFor(source, decision.ticket)
  return { ...writeOf(runtime, { stored, desk, policy: policyBefore, decision }), policy, policyBefore }
}

/** Moves tickets whose rows the transaction holds; answers which of them have moved. */
async function move(
  trx: Transaction<Database>,
  runtime: Runtime,
  behind: StaleCenter,
  ticketIds: readonly string[],
): Promise<readonly string[]> {
  const desk = await centerContextOf({ db: trx, memory: runtime.memory, clock: runtime.clock }, behind.centerId)
  const batch: Batch = { trx, runtime, behind, desk, workloads: new LoadBook(trx) }
  const writes: Append[] = []
  for (const stored of await readStale(trx, behind.centerId, ticketIds)) {
    const write = await moveOf(batch, stored)
    const { ticket } = stored
    if (write) writes.push(write)
    // Its row says that it is behind, its history says otherwise: it would come up again for ever.
    else await realignVersions(trx, ticket, ticket.calendarVersion ?? ticket.policyVersion)
  }
  await appendAll(trx, writes)
  await forgetRollOutFailures(trx, behind.centerId, ticketIds)
  return writes.map(({ after }) => after.id)
}

/** Steps that one ticket may need in one run: rules, then calendars; then it is no longer behind. */
const mostSteps = 2

/** Tickets of one center until none is behind, each batch in a transaction of its own. */
async function rollOutCenter(
  runtime: Runtime,
  behind: StaleCenter,
  { until, batch }: { readonly until: number; readonly batch: number },
): Promise<RollOut> {
  const moved = new Set<string>()
  const failed = new Set<string>()
  /** How often each has come up. Whatever the reason, none may keep a run going for ever. */
  const taken = new Map<string, number>()
  const tried = () => [...taken].flatMap(([id, times]) => (times > mostSteps ? [id] : []))
  /** How many are still to be taken one by one, after a batch with one of them in it has failed. */
  let careful = 0
  while (runtime.wallClock.now() < until) {
    let ids: readonly string[] = []
    try {
      const done = await inTransaction(runtime.db, async trx => {
        ids = await lockStale(trx, behind, { limit: careful > 0 ? 1 : batch, skip: [...failed, ...tried()] })
        return move(trx, runtime, behind, ids)
      })
      // Nothing left, or somebody else holds it.
      if (ids.length === 0) return { moved: moved.size, failed: failed.size, more: false }
      for (const id of ids) taken.set(id, (taken.get(id) ?? 0) + 1)
      for (const id of done) moved.add(id)
      careful = Math.max(0, careful - 1)
    } catch (error) {
      if (error instanceof Unavailable || ids.length === 0) throw error
      const [only] = ids
      if (ids.length === 1 && only) {
        failed.add(only)
        const failure = { ticketId: only, error: errorText(error) }
        await noteRollOutFailure(runtime.db, behind, failure, runtime.clock.now(), maxAttempts)
        careful = Math.max(0, careful - 1)
        runtime.log(`policy roll-out: ticket ${only} failed: ${errorText(error)}`)
      } else {
        careful = ids.length
        runtime.log(`policy roll-out: batch failed, going one by one: ${errorText(error)}`)
      }
    }
  }
  return { moved: moved.size, failed: failed.size, more: true }
}

/**
 * Brings open tickets under what the policies of their centers ask of running ones: rules saved for them, and every change
 * of calendars or holidays (D-SLA-17). Safe to run late, twice and on several machines at once: the row lock and the
 * ticket's own versions tell what has been done, and a run that dies leaves whole batches behind it. A ticket that fails
 * stops no other; failing again and again it is parked, and stands on the health page.
 * @throws Unavailable when the database is away; what had been moved before stays
 */
export async function rollOutPolicies(runtime: Runtime, options: RollOutOptions): Promise<RollOut> {
  const { budgetMs, batch = defaultBatch } = options
  const until = runtime.wallClock.now() + budgetMs
  const sum = { moved: 0, failed: 0, more: false }
  for (const behind of await staleCenters(runtime.db)) {
    const done = await rollOutCenter(runtime, behind, { until, batch })
    sum.moved += done.moved
    sum.failed += done.failed
    sum.more ||= done.more
  }
  return sum
}
