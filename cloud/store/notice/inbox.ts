import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../schema'

type Db = Kysely<Database>

export async function countUnread(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** A page of the inbox, newest first. `before` is the last one shown. */
export async function listNotices(
  db: Db,
  personId: string,
  before: { readonly at: number; readonly id: string } | null,
  limit: number,
) {
  let query = db.selectFrom('notice').where('person_id', '=', personId)
  if (before) query = query.where(sql<SqlBool>`(created_at, id) < (${before.at}::bigint, ${before.id}::uuid)`)
  return query
    .select(['id', 'type', 'title', 'text', 'ticket_id', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Marks the person's own notices as read; `ids` undefined: all. Others' ids do nothing. */
export async function markRead(
  db: Db,
  personId: string,
  ids: readonly string[] | undefined,
  at: number,
): Promise<void> {
  let query = db
    .updateTable('notice')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
  if (ids !== undefined) {
    if (ids.length === 0) return
    query = query.where('id', 'in', ids)
  }
  await query.execute()
}

export interface PendingNotice {
  readonly centerId: string
  readonly id: string
  readonly ticketId: string | null
  readonly personId: string
  readonly title: string
  readonly text: string
  readonly attempts: number
}

/**
 * Takes the oldest due notice of each of up to `limit` receivers and sets its next attempt to `leaseUntil`, so no other
 * worker sends it meanwhile; a worker that dies lets it come up again. One per receiver: channels refuse two sends to
 * one person at once (P-SUB-4), and order is kept.
 */
export async function leaseNotices(
  db: Db,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<readonly PendingNotice[]> {
  const { rows } = await sql<PendingNotice>`
    update notice n set next_attempt_at = ${leaseUntil}, attempts = attempts + 1
    where (n.center_id, n.id) in (
      select d.center_id, d.id from notice d
      where d.next_attempt_at <= ${now}
        and not exists (select 1 from notice e where e.person_id = d.person_id and e.next_attempt_at is not null
          and (e.created_at, e.id) < (d.created_at, d.id))
      order by d.next_attempt_at limit ${limit} for update skip locked)
      and n.next_attempt_at <= ${now}
    returning n.center_id as "centerId", n.id, n.ticket_id as "ticketId", n.person_id as "personId", n.title, n.text, n.attempts`.execute(
    db,
  )
  return rows
}

/**
 * What came of a delivery: `retryAt` null ends it. That it was sent is true whoever says so; a failure counts only while
 * the lease is still this worker's, or a slow one would undo what its successor has sent.
 */
export async function settleNotice(
  db: Db,
  notice: PendingNotice,
  outcome: {
    readonly state: 'sent' | 'failed' | 'pending'
    readonly retryAt: number | null
  },
): Promise<void> {
  let query = db
    .updateTable('notice')
    .set({ channel_state: outcome.state, next_attempt_at: outcome.retryAt })
    .where('center_id', '=', notice.centerId)
    .where('id', '=', notice.id)
  if (outcome.state !== 'sent')
    query = query.where('attempts', '=', notice.attempts).where('channel_state', '=', 'pending')
  await query.execute()
}
