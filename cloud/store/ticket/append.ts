import type { OperationNodeSource, Transaction } from 'kysely'
import { timersOf } from '../../domain/deadline/timers'
import type { Effects } from '../../domain/effects/effects'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Recorded } from '../../domain/ticket/events'
import { chain, genesis } from '../../domain/ticket/hash-chain'
import type { Ticket } from '../../domain/ticket/state'
import { type Columns, bulkDelete, bulkInsert, bulkUpdate } from '../engine/bulk'
import { writeTogether } from '../engine/write-together'
import {
  type HeldNoticeRow,
  type NoticeRow,
  heldNoticeColumns,
  heldNoticeRow,
  noticeColumns,
  noticeRow,
} from '../notice/rows'
import type { Database } from '../schema'
import { writeCounts } from '../counting/write-counts'
import { keepWishes } from '../people/callback-wishes'
import { writeCalls } from '../survey/call-tasks'
import { writeSurveys } from '../survey/write-survey'
import type { StoredTicket } from './read'
import {
  type ChangedTicketRow,
  type DeadlineRow,
  type EventRow,
  type ParticipantRow,
  type TicketColumns,
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

type Trx = Transaction<Database>

export { noDue } from './rows'

/** What stands with a filing and not in its history, so that it can be erased (D-AR-2). */
interface Contact {
  readonly name: string | null
  readonly phone: string | null
  /** For whom of the family it was filed, where that one has no account (D-AC-2). */
  readonly forName?: string | null
}

/** One decision and what follows from it, as it is written down. */
export interface Change {
  readonly before: StoredTicket | null
  readonly events: readonly Recorded[]
  readonly after: Ticket
  readonly effects: Effects
  /** What the complainant left to be reached by, with the filing. */
  readonly contact?: Contact | null
}

export interface AppendOptions {
  /** Notices also go to channels beside the inbox. */
  readonly outside: boolean
  /** Writes of the caller that go out in the same statement, built and not run; none may depend on the changes. */
  readonly beside?: readonly OperationNodeSource[]
}

/** Somebody else appended first although the row was locked: only possible when a writer skips the lock. */
export class LostUpdate extends Error {}

/** How one decision is written: the rows of every table, made before anything is sent. */
interface Rows {
  readonly change: Change
  readonly columns: TicketColumns
  readonly events: readonly EventRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly notices: readonly NoticeRow[]
  readonly held: readonly HeldNoticeRow[]
  readonly participants: readonly ParticipantRow[]
}

/** Exported for the benchmark that writes the same rows by plain SQL. */
export function rowsOf(change: Change, outside: boolean): Rows {
  const { before, after, events, effects } = change
  const chained = chain(after.id, events, before?.headHash ?? genesis)
  return {
    change,
    columns: ticketColumns(after, effects.timers.next, chained.at(-1)?.hash ?? genesis),
    events: chained.map(entry => eventRow(after, entry)),
    deadlines: effects.timers.changed.map(timer => deadlineRow(after, timer)),
    notices: effects.notices.notices.map(notice => noticeRow(after, notice, outside)),
    held: effects.notices.held.map(held => heldNoticeRow(after, held)),
    participants: effects.participants.added.map(person => participantRow(after, person)),
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
    dead = false`,
)
const forgetFailures = bulkDelete(
  'dead_letter',
  { center_id: 'uuid', item_id: 'uuid' } satisfies Columns<{ center_id: string; item_id: string }>,
  `t.work = 'deadline'`,
)
const updateTickets = bulkUpdate(
  'ticket',
  changedTicketColumns,
  ['center_id', 'id'],
  ['was_version'],
  't.version = r.was_version returning t.id',
)

const changedTicket = ({ columns, change: { after, before } }: Rows): ChangedTicketRow => ({
  ...columns,
  center_id: after.centerId,
  id: after.id,
  was_version: before?.ticket.version ?? 0,
})

const contactRow = ({ centerId, id }: Ticket, { name, phone, forName = null }: Contact) => ({
  center_id: centerId,
  ticket_id: id,
  name,
  phone,
  for_name: forName,
})

/** The writes of one kind, or none where there is nothing to write. */
const some = <Row>(rows: readonly Row[], write: (rows: readonly Row[]) => OperationNodeSource): OperationNodeSource[] =>
  rows.length > 0 ? [write(rows)] : []

/**
 * Decisions about different tickets, in the caller's transaction and in one statement however many they are: events with
 * their hashes, the tickets' rows (version checked), and everything that follows from them.
 * @throws LostUpdate when a ticket has moved on; a unique violation when the same version was appended to twice
 */
export async function append(trx: Trx, changes: readonly Change[], options: AppendOptions): Promise<void> {
  const { outside, beside = [] } = options
  const rows = changes.filter(({ events }) => events.length > 0).map(change => rowsOf(change, outside))
  if (rows.length === 0 && beside.length === 0) return
  const filed = rows.filter(({ change }) => change.before === null)
  const known = rows.filter(({ change }) => change.before !== null)
  const all = <Row>(pick: (one: Rows) => readonly Row[]): readonly Row[] => rows.flatMap(pick)
  const tickets = [
    ...some(known.map(changedTicket), updateTickets),
    ...some(
      filed.map(({ columns, change }) => newTicketRow(change.after, columns)),
      insertTickets,
    ),
  ]
  const written = await writeTogether(trx, tickets, [
    ...some(
      known.map(({ change: { after } }) => ({ center_id: after.centerId, item_id: after.id })),
      forgetFailures,
    ),
    ...some(
      all(({ events }) => events),
      insertEvents,
    ),
    ...some(
      all(({ deadlines }) => deadlines),
      upsertDeadlines,
    ),
    ...some(
      all(({ notices }) => notices),
      insertNotices,
    ),
    ...some(
      all(({ held }) => held),
      holdNotices,
    ),
    ...some(
      all(({ participants }) => participants),
      insertParticipants,
    ),
    ...some(
      all(({ change: { contact, after } }) => (contact ? [contactRow(after, contact)] : [])),
      insertContacts,
    ),
    ...beside,
  ])
  if (written !== rows.length) {
    const of = rows.map(({ change }) => `${change.after.id} from version ${change.before?.ticket.version ?? 0}`)
    throw new LostUpdate(`${rows.length - written} of these tickets have moved on: ${of.slice(0, 5).join(', ')}`)
  }
  for (const { after, effects } of changes) {
    const { participants, wishes, surveys, calls, counts } = effects
    if (participants.removed.length > 0) await removeParticipants(trx, after, participants.removed)
    await keepWishes(trx, after.centerId, wishes, after.updatedAt)
    await writeSurveys(trx, after, surveys)
    await writeCalls(trx, after, calls)
    await writeCounts(trx, after, counts)
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
