import { type Expression, type ExpressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { InputOf } from '../../../types/contract'
import type { ListScope } from '../../domain/access/lists'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'
import { isId } from '../engine/ids'
import { gramsOf } from '../../domain/incident/grams'
import { noDue } from './append'

type Db = Kysely<Database>
export type Where = (eb: ExpressionBuilder<Database, 'ticket'>) => Expression<SqlBool>

export interface ListedTicket {
  readonly ticket: Ticket
  /** Whether a phone number of the filer is kept. */
  readonly phoneKnown: boolean
  readonly nextDue: { readonly kind: string; readonly startedAt: number; readonly dueAt: number } | null
}
export interface Page {
  readonly items: readonly ListedTicket[]
  readonly nextCursor: string | null
}

export type ListRequest = Omit<InputOf<'ticket', 'list'>, 'scope' | 'centerId' | 'limit' | 'cursor'>

const queueWhere =
  (queue: NonNullable<ListRequest['queue']>, now: number): Where =>
  eb => {
    switch (queue) {
      case 'triage':
        // D-SLA-19: on hold before anybody was given it, it is still the desk's.
        return eb.or([
          eb('state', 'in', ['submitted', 'accepted']),
          eb.and([eb('state', '=', 'onHold'), eb('assignee_id', 'is', null)]),
        ])
      case 'verify':
        return eb('state', '=', 'completed')
      case 'callback':
        return eb('state', '=', 'callback')
      case 'unaccepted':
        return eb('state', '=', 'dispatched')
      case 'overdue':
        return eb('next_due_at', '<=', now)
    }
  }

const scopeWhere =
  (scope: ListScope): Where =>
  eb => {
    const own = eb('center_id', '=', scope.centerId)
    if (scope.all) return own
    const parts = [eb('assignee_id', '=', scope.personId), helpedBy([scope.personId, ...scope.headOf])]
    if (scope.departmentIds.length > 0) parts.push(eb('department_id', 'in', scope.departmentIds))
    if (scope.buildingIds.length > 0) parts.push(eb('building_id', 'in', scope.buildingIds))
    return eb.and([own, eb.or(parts)])
  }

/** Tickets that somebody may list in any of the scopes. */
export const inScopes =
  (scopes: readonly ListScope[]): Where =>
  eb =>
    eb.or(scopes.map(scope => scopeWhere(scope)(eb)))

/** Open tickets with which one of these people or departments has been asked to help (D-RT-5). */
export const helpedBy = (ids: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(closed_at is null and helper_ids <> '[]' and helper_ids ?| ${ids}::text[])`

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, match => `\\${match}`)

/** Whoever searches: a complainant among their own tickets, or staff in these centers. */
export type Searcher = { readonly personId: string } | { readonly centerIds: readonly string[] }

/** Staff find what anybody said, a complainant own words and what was said to them (D-HD-5, D-IN-6). */
const textWhere = (text: string, searcher: Searcher): RawBuilder<SqlBool> => {
  const like = `%${escapeLike(text)}%`
  const grams = gramsOf(text)
  const found = sql`e.said ilike ${like} and e.grams is not null ${
    grams.length > 0 ? sql`and string_to_array(e.grams, ' ') @> ${grams}::text[]` : sql``
  }`
  // Where many tickets are gone through, what was said is looked up once, by the index.
  if ('centerIds' in searcher)
    return sql<SqlBool>`(ticket.search ilike ${like} or (ticket.center_id, ticket.id) in (
      select e.center_id, e.ticket_id from event e where e.center_id = any(${searcher.centerIds}::uuid[]) and ${found}))`
  return sql<SqlBool>`(ticket.number ilike ${like}
    or (ticket.filer_id = ${searcher.personId}::uuid and ticket.body->>'placeName' ilike ${like})
    or exists (select 1 from event e where e.center_id = ticket.center_id and e.ticket_id = ticket.id and ${found}
      and (e.audience = 'everybody' or e.author_id = ${searcher.personId}::uuid)))`
}

export const filterWhere =
  (request: ListRequest, searcher: Searcher): Where =>
  eb =>
    eb.and([
      ...(request.states && request.states.length > 0 ? [eb('state', 'in', request.states)] : []),
      ...(request.kind ? [eb('kind', '=', request.kind)] : []),
      ...(request.category ? [eb('category_id', '=', request.category)] : []),
      ...(request.urgency ? [eb('urgency', '=', request.urgency)] : []),
      ...(request.buildingId ? [eb('building_id', '=', request.buildingId)] : []),
      ...(request.text?.trim() ? [textWhere(request.text.trim(), searcher)] : []),
    ])

interface Cursor {
  readonly at: number
  readonly id: string
}
const encode = (cursor: Cursor): string => `${cursor.at}_${cursor.id}`

/** null: not a cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text)
  return match?.[1] && match[2] && isId(match[2]) ? { at: Number(match[1]), id: match[2] } : null
}

/** Tickets of a list, and the instant by which they are ordered where that is not the list's own column. Epoch ms. */
export interface Part {
  readonly where: Where
  readonly at?: RawBuilder<number>
}

interface Listing {
  /** No ticket fits more than one: each part is read from an index of its own, in order and no further than the page. */
  readonly parts: readonly Part[]
  /** `due`: what runs out first on top; `newest`: the latest filing on top. */
  readonly order: 'due' | 'newest'
  readonly cursor: Cursor | null
  readonly limit: number
}

export async function page(db: Db, { parts, order, cursor, limit }: Listing): Promise<Page> {
  const column = order === 'due' ? sql.ref<number>('ticket.next_due_at') : sql.ref<number>('ticket.filed_at')
  const direction = order === 'due' ? 'asc' : 'desc'
  const chosenOf = ({ where, at = column }: Part) => {
    const query = db.selectFrom('ticket').where(where)
    const after =
      cursor &&
      (order === 'due'
        ? sql<SqlBool>`(${at}, id) > (${cursor.at}::bigint, ${cursor.id}::uuid)`
        : sql<SqlBool>`(${at}, id) < (${cursor.at}::bigint, ${cursor.id}::uuid)`)
    const chosen = (after ? query.where(after) : query)
      .select(['center_id', 'id', at.as('at')])
      .orderBy(at, direction)
      .orderBy('id', direction)
      .limit(limit + 1)
    return db.selectFrom(chosen.as('part')).select(['part.center_id', 'part.id', 'part.at'])
  }
  const [first, ...others] = parts.map(chosenOf)
  if (!first) return { items: [], nextCursor: null }
  // The rows are chosen first, from an index where it can be, and their bodies read afterwards: what has to be sorted
  // for a page is small, however much waits in the queue.
  const chosen = others
    .reduce((all, part) => all.unionAll(part), first)
    .orderBy('at', direction)
    .orderBy('id', direction)
    .limit(limit + 1)
  const rows = await db
    .selectFrom(chosen.as('chosen'))
    .innerJoin('ticket', join =>
      join.onRef('ticket.center_id', '=', 'chosen.center_id').onRef('ticket.id', '=', 'chosen.id'),
    )
    .leftJoin('contact', join =>
      join.onRef('contact.center_id', '=', 'ticket.center_id').onRef('contact.ticket_id', '=', 'ticket.id'),
    )
    .select(['ticket.id', 'body', 'chosen.at', 'ticket.next_due_at', 'next_due_started_at', 'next_due_kind'])
    .select('contact.phone')
    .orderBy('chosen.at', direction)
    .orderBy('ticket.id', direction)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => ({
      ticket: row.body,
      phoneKnown: row.phone !== null,
      nextDue:
        row.next_due_kind !== null && row.next_due_started_at !== null && row.next_due_at < noDue
          ? { kind: row.next_due_kind, startedAt: row.next_due_started_at, dueAt: row.next_due_at }
          : null,
    })),
    nextCursor: rows.length > limit && last ? encode({ at: last.at, id: last.id }) : null,
  }
}

export interface ListOptions {
  readonly request: ListRequest
  readonly cursor: Cursor | null
  readonly limit: number
  /** Epoch ms. */
  readonly now: number
}

/** The person has part in the ticket: filed it, joined it, or it was filed for them. */
export const isParticipant =
  (personId: string): Where =>
  eb =>
    eb.exists(
      eb
        .selectFrom('participant')
        .whereRef('participant.center_id', '=', 'ticket.center_id')
        .whereRef('participant.ticket_id', '=', 'ticket.id')
        .where('participant.person_id', '=', personId)
        .select('participant.person_id'),
    )

/** Tickets the person filed or joined, that were filed for them, or that others of their households share; newest first. */
export function listMine(
  db: Db,
  { personId, householdIds }: { readonly personId: string; readonly householdIds: readonly string[] },
  options: ListOptions,
): Promise<Page> {
  const own = isParticipant(personId)
  const filter = filterWhere(options.request, { personId })
  const parts: Part[] = [{ where: eb => eb.and([own(eb), filter(eb)]) }]
  if (householdIds.length > 0)
    parts.push({ where: eb => eb.and([eb('household_id', 'in', householdIds), eb.not(own(eb)), filter(eb)]) })
  return page(db, { parts, order: 'newest', ...options })
}

/** Tickets of some centers: a queue by what runs out first, or everything, newest first. */
export function listCenters(db: Db, scopes: readonly ListScope[], options: ListOptions): Promise<Page> {
  const { request, now } = options
  // Each center is read from its own stretch of the index.
  const parts = scopes.map((scope): Part => ({
    where: eb =>
      eb.and([
        scopeWhere(scope)(eb),
        ...(request.queue ? [eb('closed_at', 'is', null), queueWhere(request.queue, now)(eb)] : []),
        filterWhere(request, { centerIds: [scope.centerId] })(eb),
      ]),
  }))
  return page(db, { parts, order: request.queue ? 'due' : 'newest', ...options })
}

export const counted = (where: Where) => (eb: ExpressionBuilder<Database, 'ticket'>) =>
  eb.fn.countAll<number>().filterWhere(where(eb))

/** How many wait in each queue of the desks of some centers. */
export async function countQueues(db: Db, scopes: readonly ListScope[], now: number) {
  const inQueue = (queue: NonNullable<ListRequest['queue']>) => counted(queueWhere(queue, now))
  return db
    .selectFrom('ticket')
    .where(inScopes(scopes))
    .where('closed_at', 'is', null)
    .select(eb => [
      inQueue('triage')(eb).as('triage'),
      inQueue('verify')(eb).as('verify'),
      inQueue('callback')(eb).as('callback'),
      inQueue('unaccepted')(eb).as('unaccepted'),
      inQueue('overdue')(eb).as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

interface StoredContact {
  readonly name: string | null
  readonly phone: string | null
  /** For whom of the family it was filed, where that one has no account (D-AC-2). */
  readonly forName: string | null
}

/** What was left to be reached by on each of the tickets. */
export async function contactsOf(
  db: Db,
  centerId: string,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, StoredContact>> {
  const rows = await db
    .selectFrom('contact')
    .where('center_id', '=', centerId)
    .where('ticket_id', 'in', ticketIds)
    .select(['ticket_id', 'name', 'phone', 'for_name as forName'])
    .execute()
  return new Map(rows.map(({ ticket_id, ...contact }) => [ticket_id, contact]))
}

/** What the complainant left to be reached by; null: nothing. */
export const contactOf = async (db: Db, centerId: string, ticketId: string) =>
  (await contactsOf(db, centerId, [ticketId])).get(ticketId) ?? null
