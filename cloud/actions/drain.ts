import type { Transaction } from 'kysely'
import { Unavailable } from '../store/engine/errors'
import { inTransaction } from '../store/engine/transaction'
import type { DeadLetterWork } from '../../types/vocabulary'
import type { Database } from '../store/schema'
import { type FailedWork, countFailures } from '../store/timer/dead-letters'
import { errorText } from './error-text'
import type { Runtime } from './runtime'

type Trx = Transaction<Database>

/** Which items a batch takes. */
export interface Take<Item> {
  readonly limit: number
  /** Ids of items left out: they have failed in this run. */
  readonly skip: readonly string[]
  /** This one and no other, if it is still to be done. */
  readonly only?: Item
}

/** What came of a batch. */
export interface Outcome<Item> {
  /** Items carried out. */
  readonly done: number
  /** What they counted for: events written, tickets moved, notices sent. */
  readonly effects: number
  /** Those that failed without spoiling the transaction. */
  readonly failed: readonly { readonly item: Item; readonly error: unknown }[]
}

interface AnyWork<Item> {
  readonly name: DeadLetterWork
  /** Items in one transaction. */
  readonly batch: number
  /** Attempts before it is left for a person to look at. */
  readonly maxAttempts: number
  readonly idOf: (item: Item) => string
  /** Takes items that nobody else has taken. */
  readonly take: (trx: Trx, take: Take<Item>) => Promise<readonly Item[]>
  readonly failureOf: (item: Item) => Omit<FailedWork, 'itemId' | 'error'>
}

/** Work on rows of the database: `take` locks them, and they are carried out in the same transaction. */
interface WorkWithin<Item> extends AnyWork<Item> {
  readonly carryOut: (trx: Trx, items: readonly Item[]) => Promise<Outcome<Item>>
}

/** Work that reaches out of the database: `take` leases the items, and they are carried out after it has committed. */
interface WorkAfter<Item> extends AnyWork<Item> {
  readonly carryOutLeased: (items: readonly Item[]) => Promise<Outcome<Item>>
}

/** A kind of work that waits in the database for a timer. */
export type Work<Item> = WorkWithin<Item> | WorkAfter<Item>

export interface Drained {
  /** Items that came up and were carried out. */
  readonly items: number
  readonly effects: number
  /** Failed and tried again later, or dead. */
  readonly failed: number
  /** The budget ran out before the work did. */
  readonly more: boolean
}

export interface DrainOptions {
  /** ms of real time. */
  readonly budgetMs: number
  readonly batch?: number
}

interface Step<Item> extends Outcome<Item> {
  /** Items taken, whatever came of them: another worker may have been first. */
  readonly taken: number
}

const nothing = { taken: 0, done: 0, effects: 0, failed: [] }

/**
 * The one loop of every timer: takes what waits, in batches, each in a transaction of its own, until nothing is left or the
 * budget is spent. After a batch has failed, its items are carried out one by one, so that only what caused it is left
 * behind; what fails again and again becomes a dead letter. Safe to run late, twice and on several machines at once: `take`
 * passes over what somebody else holds. Each item is tried once in a run.
 * @throws Unavailable when the database is away; what had been carried out before stays
 */
export async function drain<Item>(runtime: Runtime, work: Work<Item>, options: DrainOptions): Promise<Drained> {
  const until = runtime.wallClock.now() + options.budgetMs
  const { batch = work.batch } = options
  const sum = { items: 0, effects: 0 }
  const failed = new Set<string>()
  do {
    const step = await batchOf(runtime, work, { limit: batch, skip: [...failed] })
    sum.items += step.done
    sum.effects += step.effects
    for (const { item } of step.failed) failed.add(work.idOf(item))
    // Nothing is left, or somebody else holds it; the next trigger comes soon.
    if (step.taken === 0) return { ...sum, failed: failed.size, more: false }
  } while (runtime.wallClock.now() < until)
  return { ...sum, failed: failed.size, more: true }
}

const batchOf = <Item>(runtime: Runtime, work: Work<Item>, take: Take<Item>): Promise<Step<Item>> =>
  'carryOutLeased' in work ? leased(runtime, work, take) : within(runtime, work, take)

async function leased<Item>(runtime: Runtime, work: WorkAfter<Item>, take: Take<Item>): Promise<Step<Item>> {
  const items = await inTransaction(runtime.db, trx => work.take(trx, take))
  if (items.length === 0) return nothing
  const outcome = await work.carryOutLeased(items)
  await noteFailures(runtime, work, outcome.failed)
  return { taken: items.length, ...outcome }
}

async function within<Item>(runtime: Runtime, work: WorkWithin<Item>, take: Take<Item>): Promise<Step<Item>> {
  let items: readonly Item[] = []
  try {
    const step = await inTransaction(runtime.db, async trx => {
      items = await work.take(trx, take)
      return items.length > 0 ? { taken: items.length, ...(await work.carryOut(trx, items)) } : nothing
    })
    await noteFailures(runtime, work, step.failed)
    return step
  } catch (error) {
    // Before anything was taken there is nothing to take apart; the database being away is no fault of the items'.
    if (error instanceof Unavailable || items.length === 0) throw error
    if (items.length === 1) return failedAlone(runtime, work, items, error)
    runtime.log(`${work.name} timer: batch failed, going one by one: ${errorText(error)}`)
    return singly(runtime, work, items)
  }
}

/** One item at a time, each in its own transaction. */
async function singly<Item>(runtime: Runtime, work: WorkWithin<Item>, items: readonly Item[]): Promise<Step<Item>> {
  let sum: Step<Item> = { ...nothing, taken: items.length }
  for (const item of items) {
    const step = await within(runtime, work, { limit: 1, skip: [], only: item })
    sum = {
      taken: sum.taken,
      done: sum.done + step.done,
      effects: sum.effects + step.effects,
      failed: [...sum.failed, ...step.failed],
    }
  }
  return sum
}

async function failedAlone<Item>(
  runtime: Runtime,
  work: Work<Item>,
  items: readonly Item[],
  error: unknown,
): Promise<Step<Item>> {
  const failed = items.map(item => ({ item, error }))
  await noteFailures(runtime, work, failed)
  return { ...nothing, taken: items.length, failed }
}

async function noteFailures<Item>(runtime: Runtime, work: Work<Item>, failed: Outcome<Item>['failed']): Promise<void> {
  if (failed.length === 0) return
  const rows = failed.map(({ item, error }) => ({
    ...work.failureOf(item),
    itemId: work.idOf(item),
    error: errorText(error),
  }))
  for (const { itemId, error } of rows) runtime.log(`${work.name} timer: ${itemId} failed: ${error}`)
  await countFailures(runtime.db, work.name, rows, runtime.clock.now(), work.maxAttempts)
}
