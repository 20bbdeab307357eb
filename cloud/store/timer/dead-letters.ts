import { type Kysely, type Transaction, sql } from 'kysely'
import type { DeadLetterWork } from '../../../types/vocabulary'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** One thing that a timer carries out. `itemId`: of the ticket, the notice, the campaign or the improvement. */
export interface WorkKey {
  readonly centerId: string
  readonly work: DeadLetterWork
  readonly itemId: string
}

export interface FailedWork {
  readonly centerId: string
  readonly itemId: string
  /** null: what is about several tickets, or about none. */
  readonly ticketId: string | null
  /** The policy that could not be applied; 0 for all other work. */
  readonly version: number
  /** For whoever mends it. */
  readonly error: string
}

/**
 * Counts a failed attempt on each; whatever has failed `limit` times is a dead letter from `now` (epoch ms) on, and not
 * tried again until somebody says so. A failure under another version of a policy is counted anew.
 */
export async function countFailures(
  db: Db,
  work: DeadLetterWork,
  failed: readonly FailedWork[],
  now: number,
  limit: number,
): Promise<void> {
  if (failed.length === 0) return
  await sql`
    with failed as (
      insert into dead_letter as d (center_id, work, item_id, ticket_id, version, attempts, error, dead_at)
      select f.center_id, ${work}, f.item_id, f.ticket_id, f.version, 1, f.error,
        case when ${limit}::int <= 1 then ${now}::bigint end
      from unnest(${failed.map(one => one.centerId)}::uuid[], ${failed.map(one => one.itemId)}::uuid[],
        ${failed.map(one => one.ticketId)}::uuid[], ${failed.map(one => one.version)}::int[],
        ${failed.map(one => one.error)}::text[]) as f(center_id, item_id, ticket_id, version, error)
      on conflict (center_id, work, item_id) do update set
        attempts = case when d.version = excluded.version then d.attempts + 1 else 1 end,
        dead_at = case when d.version = excluded.version and d.attempts + 1 >= ${limit}::int then ${now}::bigint
          else excluded.dead_at end,
        version = excluded.version, error = excluded.error
      returning center_id, item_id, dead_at)
    update deadline set dead = true from failed
    where ${work} = 'deadline' and failed.dead_at is not null
      and deadline.center_id = failed.center_id and deadline.ticket_id = failed.item_id
      and deadline.next_fire_at <= ${now}::bigint`.execute(db)
}

/** The work has been carried out after all: nothing of it is left to look at. */
export async function forgetFailures(
  db: Db,
  work: DeadLetterWork,
  centerId: string,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return
  await db
    .deleteFrom('dead_letter')
    .where('center_id', '=', centerId)
    .where('work', '=', work)
    .where('item_id', 'in', itemIds)
    .execute()
}

/**
 * Lets the next run of the timer try a dead letter again; false: it is none (any more). For a ticket the caller holds its
 * row, as every writer of deadlines does.
 */
export async function reviveDeadLetter(trx: Transaction<Database>, key: WorkKey, now: number): Promise<boolean> {
  const { centerId, work, itemId } = key
  const { numDeletedRows } = await trx
    .deleteFrom('dead_letter')
    .where('center_id', '=', centerId)
    .where('work', '=', work)
    .where('item_id', '=', itemId)
    .where('dead_at', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return false
  if (work === 'deadline')
    await trx
      .updateTable('deadline')
      .set({ dead: false })
      .where('center_id', '=', centerId)
      .where('ticket_id', '=', itemId)
      .where('dead', '=', true)
      .execute()
  if (work === 'notice')
    await trx
      .updateTable('notice')
      .set({ channel_state: 'pending', next_attempt_at: now, attempts: 0 })
      .where('center_id', '=', centerId)
      .where('id', '=', itemId)
      .execute()
  return true
}

export interface DeadLetter extends WorkKey {
  readonly ticketId: string | null
  /** null: a notice that is about several tickets. */
  readonly number: string | null
  readonly attempts: number
  /** Epoch ms of the last attempt. */
  readonly since: number
  readonly error: string
}

/** A policy that can't reach a ticket is nobody's concern once the ticket is closed. */
const concerns = sql`(d.work <> 'policy' or t.closed_at is null)`

/** Dead letters, oldest first; of the centers given, or of all. */
export async function deadLetters(
  db: Db,
  { centerIds, limit }: { readonly centerIds?: readonly string[]; readonly limit: number },
): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select d.center_id as "centerId", d.work, d.item_id as "itemId", d.ticket_id as "ticketId", t.number, d.attempts,
      d.dead_at as since, d.error
    from dead_letter d left join ticket t on t.center_id = d.center_id and t.id = d.ticket_id
    where d.dead_at is not null and ${concerns}
      ${centerIds ? sql`and d.center_id = any(${[...centerIds]}::uuid[])` : sql``}
    order by d.dead_at, d.item_id, d.work limit ${limit}::int`.execute(db)
  return rows
}

/** What a piece of work is about: center, and the ticket if it is one ticket's. */
export interface WorkSubject {
  readonly centerId: string
  readonly ticketId: string | null
  readonly number: string | null
}

/**
 * The ticket or notice of a piece of work by its columns, for a ticket's body may be what is broken; whether its work has
 * failed or not. null: in none of the centers.
 */
export async function subjectOf(
  db: Db,
  centerIds: readonly string[],
  { work, itemId }: Pick<WorkKey, 'work' | 'itemId'>,
): Promise<WorkSubject | null> {
  const mine = sql`any(${[...centerIds]}::uuid[])`
  const { rows } = await (
    work === 'campaign'
      ? sql<WorkSubject>`
        select center_id as "centerId", null as "ticketId", null as number
        from (select center_id, id from campaign union all select center_id, id from improvement) c
        where center_id = ${mine} and id = ${itemId}::uuid`
      : work === 'notice'
        ? sql<WorkSubject>`
        select n.center_id as "centerId", n.ticket_id as "ticketId", t.number
        from notice n left join ticket t on t.center_id = n.center_id and t.id = n.ticket_id
        where n.center_id = ${mine} and n.id = ${itemId}::uuid`
        : sql<WorkSubject>`
        select center_id as "centerId", id as "ticketId", number from ticket
        where center_id = ${mine} and id = ${itemId}::uuid`
  ).execute(db)
  return rows[0] ?? null
}

/** How many there are, counted up to `most`. */
export async function countDeadLetters(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from dead_letter d left join ticket t on t.center_id = d.center_id and t.id = d.ticket_id
      where d.dead_at is not null and ${concerns} limit ${most}::int) as dead`.execute(db)
  return rows[0]?.count ?? 0
}
