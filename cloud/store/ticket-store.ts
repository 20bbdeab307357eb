import type { Kysely, OperationNodeSource, Transaction } from 'kysely'
import { type Timer, nextDue, nextFireAt, timersOf } from '../domain/deadline/timers'
import type { Notice } from '../domain/notice/notices'
import type { CompiledPolicy } from '../domain/policy/compile'
import type { Recorded, TicketEvent } from '../domain/ticket/events'
import { type Chained, chain, genesis } from '../domain/ticket/hash-chain'
import { type Ticket, closedAtOf } from '../domain/ticket/state'
import { newId } from './ids'
import { toJson } from './json'
import type { Database } from './schema'
import { writeTogether } from './write-together'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** `next_due_at` of a ticket without a running deadline: sorts after everything (9999-12-31). */
export const noDue = 253_402_300_799_999

/** A ticket as stored, with the hash its next event is chained to. */
export interface StoredTicket {
  readonly ticket: Ticket
  readonly headHash: string
}

/** The ticket, if it is in one of the centers; null otherwise, as if it did not exist. */
export async function loadTicket(db: Db, centerIds: readonly string[], ticketId: string): Promise<StoredTicket | null> {
  return readTicket(db, centerIds, ticketId, false)
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

const searchText = (ticket: Ticket): string => `${ticket.number} ${ticket.placeName} ${ticket.text}`.slice(0, 500)

const ticketColumns = (ticket: Ticket, timers: readonly Timer[], headHash: string) => {
  const due = nextDue(timers)
  return {
    version: ticket.version,
    state: ticket.state,
    kind: ticket.kind,
    urgency: ticket.urgency,
    severity: ticket.severity,
    category_id: ticket.category,
    department_id: ticket.assignment?.departmentId ?? null,
    assignee_id: ticket.assignment?.personId ?? null,
    updated_at: ticket.updatedAt,
    next_due_at: due?.dueAt ?? noDue,
    next_due_started_at: due?.startedAt ?? null,
    next_due_kind: due?.kind ?? null,
    closed_at: closedAtOf(ticket),
    head_hash: headHash,
    body: toJson(ticket),
  }
}

const deadlineRow = (ticket: Ticket, timer: Timer) => ({
  center_id: ticket.centerId,
  ticket_id: ticket.id,
  kind: timer.kind,
  cycle: timer.cycle,
  started_at: timer.startedAt,
  due_at: timer.dueAt,
  met_at: timer.metAt,
  ended_at: timer.endedAt,
  held_seconds: timer.heldSeconds,
  breached_at: timer.breachedAt,
  next_fire_at: nextFireAt(timer),
})
type DeadlineRow = ReturnType<typeof deadlineRow>

const sameRow = (one: DeadlineRow, other: DeadlineRow): boolean =>
  one.due_at === other.due_at &&
  one.met_at === other.met_at &&
  one.ended_at === other.ended_at &&
  one.held_seconds === other.held_seconds &&
  one.breached_at === other.breached_at &&
  one.next_fire_at === other.next_fire_at

/** Rows that differ from those the state before would have: what is stored follows from the events (D-SLA-17). */
function changedDeadlines(before: Ticket | null, after: Ticket, timers: readonly Timer[], policy: CompiledPolicy) {
  const key = (timer: Timer): string => `${timer.kind}:${timer.cycle}`
  const old = new Map((before ? timersOf(before, policy) : []).map(timer => [key(timer), timer]))
  const rows: DeadlineRow[] = []
  for (const timer of timers) {
    const row = deadlineRow(after, timer)
    const was = old.get(key(timer))
    old.delete(key(timer))
    if (!was || !sameRow(row, deadlineRow(after, was))) rows.push(row)
  }
  // A hold that ended and a reminder that went out have no clock any more; their rows stay, run out.
  for (const gone of old.values())
    rows.push({ ...deadlineRow(after, gone), ended_at: after.updatedAt, next_fire_at: null })
  return rows
}

const eventRow = (ticket: Ticket, entry: Chained) => ({
  center_id: ticket.centerId,
  ticket_id: ticket.id,
  seq: entry.seq,
  at: entry.at,
  actor_id: entry.actorId,
  type: entry.event.type,
  body: toJson<TicketEvent>(entry.event),
  prev_hash: entry.prevHash,
  hash: entry.hash,
})

const firingRow = (ticket: Ticket, { at, event }: Recorded) => {
  if (event.type !== 'warned' && event.type !== 'breached' && event.type !== 'deadlineEscalated') return []
  const step =
    event.type === 'warned' ? `warn:${event.share}` : event.type === 'breached' ? 'breach' : `escalate:${event.level}`
  const { deadline: kind, cycle, dueAt: due_at } = event
  return [{ center_id: ticket.centerId, ticket_id: ticket.id, kind, cycle, step, due_at, noticed_at: at }]
}

const insertTicket = (trx: Trx, after: Ticket, columns: ReturnType<typeof ticketColumns>) =>
  trx
    .insertInto('ticket')
    .values({
      ...columns,
      center_id: after.centerId,
      id: after.id,
      number: after.number,
      place_id: after.placeId,
      building_id: after.buildingId,
      filer_id: after.filerId,
      filed_at: after.filedAt,
      policy_version: after.policyVersion,
      search: searchText(after),
    })
    .returning('id')

const updateTicket = (trx: Trx, before: Ticket, columns: ReturnType<typeof ticketColumns>) =>
  trx
    .updateTable('ticket')
    .set(columns)
    .where('center_id', '=', before.centerId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')

const insertEvents = (trx: Trx, after: Ticket, chained: readonly Chained[]) =>
  trx.insertInto('event').values(chained.map(entry => eventRow(after, entry)))

const upsertDeadlines = (trx: Trx, rows: readonly DeadlineRow[]) =>
  trx
    .insertInto('deadline')
    .values(rows)
    .onConflict(conflict =>
      conflict.columns(['center_id', 'ticket_id', 'kind', 'cycle']).doUpdateSet(eb => ({
        due_at: eb.ref('excluded.due_at'),
        met_at: eb.ref('excluded.met_at'),
        ended_at: eb.ref('excluded.ended_at'),
        held_seconds: eb.ref('excluded.held_seconds'),
        breached_at: eb.ref('excluded.breached_at'),
        next_fire_at: eb.ref('excluded.next_fire_at'),
        // It could be decided on again, so whatever had failed before is over.
        fire_attempts: 0,
        parked_at: null,
      })),
    )

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
  if (rows.length > 0) await upsertDeadlines(trx, rows).execute()
}

const insertNotices = (trx: Trx, { after, notices, outside }: Append) =>
  trx.insertInto('notice').values(
    notices.map(notice => ({
      center_id: after.centerId,
      id: newId(),
      person_id: notice.personId,
      ticket_id: after.id,
      type: notice.type,
      title: notice.title,
      text: notice.text,
      created_at: after.updatedAt,
      read_at: null,
      dedupe_key: notice.dedupeKey,
      channel_state: outside ? 'pending' : 'inbox',
      attempts: 0,
      next_attempt_at: outside ? after.updatedAt : null,
      last_error: null,
    })),
  )

const insertParticipants = (trx: Trx, after: Ticket, personIds: readonly string[]) =>
  trx
    .insertInto('participant')
    .values(
      personIds.map(person_id => ({
        center_id: after.centerId,
        ticket_id: after.id,
        person_id,
        role: person_id === after.filerId ? 'filer' : 'joined',
      })),
    )
    .onConflict(conflict => conflict.columns(['center_id', 'ticket_id', 'person_id']).doNothing())

/** One row for everybody who is asked; somebody who had joined before keeps theirs. */
const ask = (trx: Trx, ticket: Ticket, round: number, personIds: readonly string[], at: number) =>
  trx
    .insertInto('survey')
    .values(
      personIds.map(person_id => ({
        center_id: ticket.centerId,
        ticket_id: ticket.id,
        round,
        person_id,
        opened_at: at,
        answered_at: null,
        ended_at: null,
        anonymous: false,
      })),
    )
    .onConflict(conflict => conflict.columns(['center_id', 'ticket_id', 'round', 'person_id']).doNothing())
    .execute()

async function writeSurvey(trx: Trx, { before, after, events }: Append): Promise<void> {
  const survey = trx.updateTable('survey').where('center_id', '=', after.centerId).where('ticket_id', '=', after.id)
  for (const { event, at, actorId } of events) {
    if (event.type === 'callbackStarted' && after.complainantIds.length > 0)
      await ask(trx, after, event.round, after.complainantIds, at)
    // D-IN-6: whoever joins while the others are being asked is asked too.
    if (event.type === 'joined' && after.state === 'callback' && event.personIds.length > 0)
      await ask(trx, after, after.round.round, event.personIds, at)
    if (event.type === 'surveyAnswered' && event.by === 'complainant' && actorId !== null)
      // D-CB-5: the row of this person and round exists and is unanswered, or the transition was refused.
      await survey
        .set({ answered_at: at, answers: toJson(event.answers), anonymous: event.answers.anonymous })
        .where('round', '=', event.round)
        .where('person_id', '=', actorId)
        .execute()
  }
  if (before?.ticket.state === 'callback' && after.state !== 'callback')
    await survey
      .set({ ended_at: after.updatedAt })
      .where('round', '=', before.ticket.round.round)
      .where('ended_at', 'is', null)
      .execute()
}

/** D-CB-2d: "no callbacks, please" is a wish of the person, obeyed for every later ticket too. */
async function keepWish(trx: Trx, { after, events }: Append): Promise<void> {
  if (
    after.filerId !== null &&
    events.some(({ event }) => event.type === 'exempted' && event.reason === 'declinedCallbacks')
  )
    await trx.updateTable('person').set({ callback_declined: true }).where('id', '=', after.filerId).execute()
}

/**
 * Everything that follows from one decision, in the caller's transaction: events with their hashes, the ticket's row
 * (version checked), its deadlines, firings, surveys and notices (design.md, The core).
 * @throws LostUpdate when the ticket has moved on; a unique violation when the same version was appended to twice
 */
export async function append(trx: Trx, change: Append): Promise<void> {
  const { before, after, events, policy, notices, contact, beside = [] } = change
  if (events.length === 0) return
  const timers = timersOf(after, policy)
  const chained = chain(after.id, events, before?.headHash ?? genesis)
  const columns = ticketColumns(after, timers, chained.at(-1)?.hash ?? genesis)
  const deadlines = changedDeadlines(before?.ticket ?? null, after, timers, policy)
  const firings = events.flatMap(recorded => firingRow(after, recorded))
  const had = new Set(before?.ticket.complainantIds ?? [])
  const joined = after.complainantIds.filter(id => !had.has(id))
  const written = await writeTogether(
    trx,
    before ? updateTicket(trx, before.ticket, columns) : insertTicket(trx, after, columns),
    [
      insertEvents(trx, after, chained),
      ...(deadlines.length > 0 ? [upsertDeadlines(trx, deadlines)] : []),
      ...(firings.length > 0 ? [trx.insertInto('firing').values(firings)] : []),
      ...(notices.length > 0 ? [insertNotices(trx, change)] : []),
      ...(joined.length > 0 ? [insertParticipants(trx, after, joined)] : []),
      ...(contact
        ? [trx.insertInto('contact').values({ center_id: after.centerId, ticket_id: after.id, ...contact })]
        : []),
      ...beside,
    ],
  )
  if (written !== 1) throw new LostUpdate(`ticket ${after.id} has moved on from version ${before?.ticket.version}`)
  await keepWish(trx, change)
  await writeSurvey(trx, change)
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
