import type { Kysely, OperationNodeSource, Transaction } from 'kysely'
import { timersOf } from '../../domain/deadline/timers'
import type { Notice } from '../../domain/effects/notices'
import { participantsOf } from '../../domain/effects/participants'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Recorded } from '../../domain/ticket/events'
import { type Chained, chain, genesis } from '../../domain/ticket/hash-chain'
import type { Ticket } from '../../domain/ticket/state'
import {
  type ChangedTicketRow,
  type DeadlineRow,
  type EventRow,
  type ParticipantRow,
  type TicketColumns,
  changedDeadlines,
  changedTicketColumns,
  contactColumns,
  deadlineColumns,
  deadlineRow,
  eventColumns,
  eventRow,
  newTicketColumns,
  newTicketRow,
  participantColumns,
  participantRow,
  ticketColumns,
} from './rows'
import { bulkInsert, bulkUpdate } from '../engine/bulk'
import { type HeldNoticeRow, type NoticeRow, heldNoticeColumns, noticeColumns, noticeRows } from '../notice/rows'
import type { Database } from '../schema'
import { keepWish, writeSurvey } from '../survey/write-survey'
import { writeTogether } from '../engine/write-together'

type Db = Kysely<Database>
type Trx = Transaction<Database>

export { noDue } from './rows'

/** A ticket as stored, with the hash its next event is chained to. */
export interface StoredTicket {
  readonly ticket: Ticket
  readonly headHash: string
}

/** The ticket, if it is in one of the centers; null otherwise, as if it did not exist. */
export async function loadTicket(db: Db, centerIds: readonly string[], ticketId: string): Promise<StoredTicket | null> {
  return readTicket(db, centerIds, ticketId, false)
}

/** Center and number of a ticket by its columns: its body may be what is broken. null: in none of the centers. */
export async function numberOf(
  db: Db,
  centerIds: readonly string[],
  ticketId: string,
): Promise<{ readonly centerId: string; readonly number: string } | null> {
  if (centerIds.length === 0) return null
  const row = await db
    .selectFrom('ticket')
    .where('center_id', 'in', centerIds)
    .where('id', '=', ticketId)
    .select(['center_id as centerId', 'number'])
    .executeTakeFirst()
  return row ?? null
}

/** The ticket, if the person complained in it, in whatever center; null otherwise. */
export async function loadJoinedTicket(db: Db, personId: string, ticketId: string): Promise<StoredTicket | null> {
  const joined = await db
    .selectFrom('participant')
    .where('person_id', '=', personId)
    .where('ticket_id', '=', ticketId)
    .select('center_id')
    .executeTakeFirst()
  return joined ? loadTicket(db, [joined.center_id], ticketId) : null
}

/**
 * As `loadTicket`, holding the row until the transaction ends: whoever else acts on the ticket waits and then decides on what
 * we have written. Every writer takes this lock first and touches deadlines, surveys and notices only under it, so
 * writers can't deadlock on one ticket; two tickets are locked in the order of their ids.
 */
export async function lockTicket(
  trx: Trx,
  centerIds: readonly string[],
  ticketId: string,
): Promise<StoredTicket | null> {
  return readTicket(trx, centerIds, ticketId, true)
}

async function readTicket(
  db: Db,
  centerIds: readonly string[],
  ticketId: string,
  lock: boolean,
): Promise<StoredTicket | null> {
  if (centerIds.length === 0) return null
  const query = db
    .selectFrom('ticket')
    .where('center_id', 'in', centerIds)
    .where('id', '=', ticketId)
    .select(['body', 'head_hash'])
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? { ticket: row.body, headHash: row.head_hash } : null
}

/** What one decision writes. */
export interface Append {
  readonly before: StoredTicket | null
  readonly after: Ticket
  readonly events: readonly Recorded[]
  readonly policy: CompiledPolicy
  /** Where this very decision has put the ticket under another policy: the one before (D-SLA-17). */
  readonly policyBefore?: CompiledPolicy
  readonly notices: readonly Notice[]
  /** Whether notices also go to channels beside the inbox. */
  readonly outside: boolean
  /** What the complainant left to be reached by, with the filing. */
  readonly contact?: { readonly name: string | null; readonly phone: string | null } | null
  /** Writes of the caller that go out with these, built and not run; none may depend on these. */
  readonly beside?: readonly OperationNodeSource[]
}

/** Somebody else appended first although the row was locked: only possible when a writer skips the lock. */
export class LostUpdate extends Error {}

/** How one decision is written: the rows of every table, made before anything is sent. */
interface Prepared {
  readonly change: Append
  readonly columns: TicketColumns
  readonly events: readonly EventRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly notices: readonly NoticeRow[]
  readonly held: readonly HeldNoticeRow[]
  readonly participants: readonly ParticipantRow[]
  /** Accounts that read the ticket no longer (D-HD-8). */
  readonly left: readonly string[]
}

function prepare(change: Append): Prepared {
  const { before, after, events, policy, policyBefore = policy } = change
  const timers = timersOf(after, policy)
  const chained = chain(after.id, events, before?.headHash ?? genesis)
  const { added, removed } = participantsOf(before?.ticket ?? null, after)
  return {
    change,
    columns: ticketColumns(after, timers, chained.at(-1)?.hash ?? genesis),
    events: chained.map(entry => eventRow(after, entry)),
    deadlines: changedDeadlines(before?.ticket ?? null, after, timers, policyBefore),
    ...noticeRows(change),
    participants: added.map(person => participantRow(after, person)),
    left: removed,
  }
}

const insertTickets = bulkInsert('ticket', newTicketColumns, 'returning id')
const insertEvents = bulkInsert('event', eventColumns)
const insertNotices = bulkInsert('notice', noticeColumns)
const holdNotices = bulkInsert('held_notice', heldNoticeColumns)
const insertParticipants = bulkInsert(
  'participant',
  participantColumns,
  'on conflict (center_id, ticket_id, person_id) do nothing',
)
const insertContacts = bulkInsert('contact', contactColumns)
// It could be decided on again, so whatever had failed before is over.
const upsertDeadlines = bulkInsert(
  'deadline',
  deadlineColumns,
  `on conflict (center_id, ticket_id, kind, cycle) do update set
    due_at = excluded.due_at, met_at = excluded.met_at, ended_at = excluded.ended_at,
    held_seconds = excluded.held_seconds, breached_at = excluded.breached_at, next_fire_at = excluded.next_fire_at,
    fire_attempts = 0, parked_at = null`,
)
const updateTickets = bulkUpdate(
  'ticket',
  changedTicketColumns,
  ['center_id', 'id'],
  ['was_version'],
  't.version = r.was_version returning t.id',
)

const changedTicket = ({ columns, change: { after, before } }: Prepared): ChangedTicketRow => ({
  ...columns,
  center_id: after.centerId,
  id: after.id,
  was_version: before?.ticket.version ?? 0,
})

/** The writes of one kind, or none where there is nothing to write. */
const some = <Row>(
  rows: readonly Row[],
  write: (rows: readonly Row[]) => OperationNodeSource,
): OperationNodeSource[] => (rows.length > 0 ? [write(rows)] : [])

/**
 * Everything that follows from decisions about different tickets, in the caller's transaction and in one statement
 * however many they are: events with their hashes, the tickets' rows (version checked), their deadlines, surveys
 * and notices (docs/architecture.md, The core).
 * @throws LostUpdate when a ticket has moved on; a unique violation when the same version was appended to twice
 */
export async function appendAll(trx: Trx, changes: readonly Append[]): Promise<void> {
  const prepared = changes.filter(({ events }) => events.length > 0).map(prepare)
  if (prepared.length === 0) return
  const filed = prepared.filter(({ change }) => change.before === null)
  const known = prepared.filter(({ change }) => change.before !== null)
  const contacts = prepared.flatMap(({ change: { contact, after } }) =>
    contact ? [{ center_id: after.centerId, ticket_id: after.id, ...contact }] : [],
  )
  const tickets = [
    ...some(known.map(changedTicket), updateTickets),
    ...some(
      filed.map(({ columns, change }) => newTicketRow(change.after, columns)),
      insertTickets,
    ),
  ]
  const written = await writeTogether(trx, tickets, [
    ...some(
      prepared.flatMap(({ events }) => events),
      insertEvents,
    ),
    ...some(
      prepared.flatMap(({ deadlines }) => deadlines),
      upsertDeadlines,
    ),
    ...some(
      prepared.flatMap(({ notices }) => notices),
      insertNotices,
    ),
    ...some(
      prepared.flatMap(({ held }) => held),
      holdNotices,
    ),
    ...some(
      prepared.flatMap(({ participants }) => participants),
      insertParticipants,
    ),
    ...some(contacts, insertContacts),
    ...changes.flatMap(({ beside = [] }) => beside),
  ])
  if (written !== prepared.length) {
    const of = prepared.map(({ change }) => `${change.after.id} from version ${change.before?.ticket.version ?? 0}`)
    throw new LostUpdate(`${prepared.length - written} of these tickets have moved on: ${of.slice(0, 5).join(', ')}`)
  }
  for (const { left, change } of prepared) if (left.length > 0) await removeParticipants(trx, change.after, left)
  for (const change of changes) {
    await keepWish(trx, change)
    await writeSurvey(trx, change)
  }
}

/** Who has been taken off the matter (D-HD-8): rare, and so not among the writes that go out together. */
const removeParticipants = (trx: Trx, ticket: Ticket, personIds: readonly string[]) =>
  trx
    .deleteFrom('participant')
    .where('center_id', '=', ticket.centerId)
    .where('ticket_id', '=', ticket.id)
    .where('person_id', 'in', personIds)
    .execute()

/** As `appendAll`, for one decision. */
export const append = (trx: Trx, change: Append): Promise<void> => appendAll(trx, [change])

/**
 * Writes the ticket's deadlines afresh from what they follow from. For rows that had come to say something else (they
 * were edited, or an earlier version of the rules wrote them): nothing may stay due for ever without firing.
 */
export async function realignDeadlines(trx: Trx, ticket: Ticket, policy: CompiledPolicy): Promise<void> {
  await trx
    .updateTable('deadline')
    .set({ next_fire_at: null })
    .where('center_id', '=', ticket.centerId)
    .where('ticket_id', '=', ticket.id)
    .execute()
  const rows = timersOf(ticket, policy).map(timer => deadlineRow(ticket, timer))
  if (rows.length > 0) await upsertDeadlines(rows).execute(trx)
}

/** A ticket's whole history, oldest first. */
export async function historyOf(db: Db, centerId: string, ticketId: string): Promise<readonly Chained[]> {
  const rows = await db
    .selectFrom('event')
    .where('center_id', '=', centerId)
    .where('ticket_id', '=', ticketId)
    .select(['seq', 'at', 'actor_id', 'body', 'prev_hash', 'hash'])
    .orderBy('seq')
    .execute()
  return rows.map(row => ({
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    event: row.body,
    prevHash: row.prev_hash,
    hash: row.hash,
  }))
}
