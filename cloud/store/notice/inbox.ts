import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { asksToRate } from '../../domain/effects/notices'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** One line of an inbox: a notice, or the newest of a ticket's with how many of them are new. Epoch ms. */
export interface InboxEntry {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly text: string
  readonly centerId: string
  readonly ticketId: string | null
  readonly campaignId: string | null
  readonly at: number
  readonly unread: number
}

/** The last entry shown: the next page begins after it. */
type After = { readonly at: number; readonly id: string } | null

/**
 * Whether a notice (by its alias) still stands in the inbox: a request to rate does while the round that it came with asks
 * this person. A later round has opened after it, and has a request of its own.
 */
const stands = (alias: string): RawBuilder<SqlBool> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<SqlBool>`(not (${of('type')} = any(${[...asksToRate.types]}::text[])
      or (${of('type')} = ${asksToRate.joined} and ${of('title')} = ${asksToRate.title}))
    or exists (select 1 from survey s
      where s.center_id = ${of('center_id')} and s.ticket_id = ${of('ticket_id')} and s.person_id = ${of('person_id')}
        and s.answered_at is null and s.ended_at is null and s.opened_at <= ${of('created_at')}))`
}

export async function countUnread(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('notice as n')
    .where('n.person_id', '=', personId)
    .where('n.read_at', 'is', null)
    .where(stands('n'))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

async function entries(db: Db, personId: string, after: After, limit: number, perTicket: boolean) {
  const each = sql<number>`case when n.read_at is null then 1 else 0 end`
  const ofTicket = sql<number>`case when n.ticket_id is null then ${each} else (
    select count(*) from notice u where u.person_id = n.person_id and u.ticket_id = n.ticket_id and u.read_at is null
      and ${stands('u')}) end`
  const newest = sql<SqlBool>`not exists (
    select 1 from notice m where m.person_id = n.person_id and m.ticket_id = n.ticket_id
      and (m.created_at, m.id) > (n.created_at, n.id) and ${stands('m')})`
  let query = db.selectFrom('notice as n').where('n.person_id', '=', personId).where(stands('n'))
  if (after) query = query.where(sql<SqlBool>`(n.created_at, n.id) < (${after.at}::bigint, ${after.id}::uuid)`)
  if (perTicket) query = query.where(newest)
  return query
    .select(['n.id', 'n.type', 'n.title', 'n.text', 'n.center_id as centerId', 'n.ticket_id as ticketId'])
    .select(['n.campaign_id as campaignId', 'n.created_at as at'])
    .select((perTicket ? ofTicket : each).as('unread'))
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()
}

/** A page of the inbox, newest first. */
export const listNotices = (db: Db, personId: string, after: After, limit: number): Promise<readonly InboxEntry[]> =>
  entries(db, personId, after, limit, false)

/** The same with one entry per ticket, where its newest notice stands; what is about no ticket stands by itself. */
export const listPerTicket = (db: Db, personId: string, after: After, limit: number): Promise<readonly InboxEntry[]> =>
  entries(db, personId, after, limit, true)

/** Which notices are read: those with the ids, those of a ticket up to an instant (epoch ms), or all. */
export interface ReadOf {
  readonly ids?: readonly string[] | undefined
  readonly ticketId?: string | undefined
  readonly until?: number | undefined
}

/** Marks the person's own notices as read; others' ids do nothing. */
export async function markRead(db: Db, personId: string, { ids, ticketId, until }: ReadOf, at: number): Promise<void> {
  let query = db
    .updateTable('notice')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
  if (ids !== undefined) {
    if (ids.length === 0) return
    query = query.where('id', 'in', ids)
  }
  if (ticketId !== undefined) query = query.where('ticket_id', '=', ticketId)
  // A digest is written when the timers have caught up, and tells of what stood on the ticket before.
  if (until !== undefined)
    query = query.where(eb => eb.or([eb('created_at', '<=', until), eb('type', '=', 'standstill')]))
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
