import { type Kysely, type Transaction, sql } from 'kysely'
import { loudUrgencies, notBefore } from '../../domain/effects/quiet-hours'
import { type MissedReminders, outageDigest } from '../../domain/effects/outage-digest'
import type { TimeSpan } from '../../domain/policy/model/policy'
import { bulkInsert } from '../engine/bulk'
import { newId } from '../engine/ids'
import { type NoticeRow, noticeColumns } from './rows'
import type { Database } from '../schema'

type Trx = Transaction<Database>

/** Whether reminders are held back that no notice stands for yet. */
export async function hasHeld(db: Kysely<Database>): Promise<boolean> {
  const held = await db
    .selectFrom('held_notice')
    .where('summary_id', 'is', null)
    .limit(1)
    .select('seq')
    .executeTakeFirst()
  return held !== undefined
}

/**
 * Whether a step due before `before` (epoch ms) has still to fire, other workers' included: theirs count as due until
 * they have committed. What has failed before does not count: the others need not wait for it.
 */
export async function isBehind(db: Kysely<Database>, before: number): Promise<boolean> {
  const behind = await db
    .selectFrom('deadline')
    .where('next_fire_at', 'is not', null)
    .where('dead', '=', false)
    .where('next_fire_at', '<=', before)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dead_letter')
            .whereRef('dead_letter.center_id', '=', 'deadline.center_id')
            .whereRef('dead_letter.item_id', '=', 'deadline.ticket_id')
            .where('dead_letter.work', '=', 'deadline')
            .select('dead_letter.item_id'),
        ),
      ),
    )
    .limit(1)
    .select('kind')
    .executeTakeFirst()
  return behind !== undefined
}

interface MissedRow {
  readonly personId: string
  readonly summaryId: string
  readonly centerId: string
  readonly ticketId: string
  readonly tickets: number
  readonly overdue: number
  readonly reminders: number
  readonly from: number
  readonly to: number
  readonly title: string
  readonly text: string
  /** One of the tickets is not to wait for the morning. */
  readonly loud: boolean
  /** Of the center that the notice is filed under: the tickets may run under several versions, and lie in several centers. */
  readonly quiet: TimeSpan | null
}

const insertNotices = bulkInsert('notice', noticeColumns)

const noticeRow = (row: MissedRow, now: number, outside: boolean): NoticeRow => {
  const { title, text, tickets, overdue, from, to } = row
  const only = row.reminders === 1 ? { title, text } : null
  const missed: MissedReminders = { overdue, soon: tickets - overdue, from, to, only }
  return {
    center_id: row.centerId,
    id: row.summaryId,
    person_id: row.personId,
    ticket_id: tickets === 1 ? row.ticketId : null,
    type: 'standstill',
    ...outageDigest(missed, now),
    created_at: now,
    dedupe_key: `standstill:${row.summaryId}`,
    channel_state: outside ? 'pending' : 'inbox',
    attempts: 0,
    next_attempt_at: outside ? notBefore(row.quiet ?? undefined, row.loud, now) : null,
  }
}

/**
 * Writes one notice per person for everything held back, at `now` (epoch ms), and notes it there; answers how many.
 * Two workers at once: the second waits for the first one's rows, and then finds them taken.
 */
export async function summariseHeld(trx: Trx, now: number, outside: boolean): Promise<number> {
  // In one order for everybody, or two workers could take rows of each other's.
  const { rows: people } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from (
      select person_id from held_notice where summary_id is null
      order by center_id, ticket_id, seq, person_id for update) as held`.execute(trx)
  if (people.length === 0) return 0
  const { rows } = await sql<MissedRow>`
    with taken as (
      update held_notice h set summary_id = s.id
      from unnest(${people.map(person => person.personId)}::uuid[], ${people.map(newId)}::uuid[]) as s(person_id, id)
      where h.person_id = s.person_id and h.summary_id is null
      returning h.center_id, h.ticket_id, h.person_id, h.type, h.title, h.text, h.due_at, h.summary_id),
    summed as (
      select person_id as "personId", summary_id as "summaryId",
        min(taken.center_id::text)::uuid as "centerId", min(ticket_id::text) as "ticketId",
        count(distinct ticket_id) as tickets,
        count(distinct ticket_id) filter (where type <> 'warned') as overdue,
        count(*) as reminders, min(due_at) as "from", max(due_at) as "to", min(title) as title, min(text) as text,
        bool_or(ticket.urgency = any(${loudUrgencies}::text[])) as loud
      from taken join ticket on ticket.center_id = taken.center_id and ticket.id = ticket_id
      group by person_id, summary_id)
    select summed.*, policy.body -> 'quietHours' as quiet from summed
    join center on center.id = "centerId"
    join policy on policy.center_id = center.id and policy.version = center.policy_version`.execute(trx)
  await insertNotices(rows.map(row => noticeRow(row, now, outside))).execute(trx)
  return rows.length
}
