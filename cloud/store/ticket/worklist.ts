import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type ownLists, worklistSegments } from '../../../types/contract/ticket'
import type { State } from '../../../types/vocabulary'
import type { Database } from '../schema'
import { type ListOptions, type Page, type Where, counted, filterWhere, helpedBy, page } from './lists'

type Db = Kysely<Database>
type Segment = (typeof worklistSegments)[number]

/** What the segments of the worklist mean in terms of stored columns. `now` is epoch ms. */
const segmentWhere =
  (segment: Segment, now: number): Where =>
  eb => {
    switch (segment) {
      case 'toAccept':
        return eb('state', '=', 'dispatched')
      case 'doing':
        return eb('state', 'in', ['inProgress', 'proposed', 'agreed', 'onHold'])
      case 'dueSoon':
        // Less than 20 % of the time left (L-TOK-3).
        return eb.and([
          eb('next_due_at', '>', now),
          sql<SqlBool>`(next_due_at - ${now}::bigint) * 5 < next_due_at - next_due_started_at`,
        ])
      case 'overdue':
        return eb('next_due_at', '<=', now)
    }
  }

/**
 * What one person has to do with: what lies with them, and apart from it what they only help with, and what they still owe
 * after its end: news of a third party, a report (D-SP-6, D-HD-4).
 */
const partsOf = (centerIds: readonly string[], personId: string): Record<'led' | 'helped' | 'owed', Where> => ({
  led: eb => eb.and([eb('center_id', 'in', centerIds), eb('assignee_id', '=', personId), eb('closed_at', 'is', null)]),
  helped: eb =>
    eb.and([eb('center_id', 'in', centerIds), helpedBy([personId]), eb('assignee_id', 'is distinct from', personId)]),
  owed: eb =>
    eb.and([
      eb('center_id', 'in', centerIds),
      eb('closed_at', 'is not', null),
      eb('next_due_kind', 'is not', null),
      eb.or([
        eb('assignee_id', '=', personId),
        sql<SqlBool>`ticket.body->'thirdParty'->'owner'->>'personId' = ${personId}`,
      ]),
    ]),
})

/** Whatever is owed after the end is work in progress. */
const owedSegmentWhere: typeof segmentWhere = (segment, now) =>
  segment === 'toAccept' || segment === 'doing' ? eb => eb.lit(segment === 'doing') : segmentWhere(segment, now)

/** The person's own running clocks for helping with a ticket, as `d`. */
const helpClocks = (personId: string) => sql`
  from deadline d, jsonb_array_elements(ticket.body->'assists') assist
  where d.center_id = ticket.center_id and d.ticket_id = ticket.id and d.kind = 'assist'
    and d.met_at is null and d.ended_at is null
    and d.cycle = (assist->>'assist')::int and assist->'assignment'->>'personId' = ${personId}`

const helping =
  (personId: string, condition: RawBuilder<unknown>): Where =>
  () =>
    sql<SqlBool>`exists (select 1 ${helpClocks(personId)} and ${condition})`

/** When the help is due, and so where it stands in the list; without a clock of its own, by the ticket's. */
const helpDueAt = (personId: string) =>
  sql<number>`coalesce((select min(d.due_at) ${helpClocks(personId)}), ticket.next_due_at)`

/** Helping is work to be done, whatever state the lead's part is in, and has times of its own. */
const helpedSegmentWhere =
  (personId: string) =>
  (segment: Segment, now: number): Where => {
    switch (segment) {
      case 'toAccept':
        return eb => eb.lit(false)
      case 'doing':
        return eb => eb.lit(true)
      case 'dueSoon':
        return helping(
          personId,
          sql`d.due_at > ${now}::bigint and (d.due_at - ${now}::bigint) * 5 < d.due_at - d.started_at`,
        )
      case 'overdue':
        return helping(personId, sql`d.due_at <= ${now}::bigint`)
    }
  }

/** The work is done, whatever has become of it since. */
const doneStates: readonly State[] = ['completed', 'verified', 'callback', 'quietPeriod', 'closed', 'archived']

/** What the person has done, or whatever is or was theirs, what changed last on top. */
const listOwn = (
  db: Db,
  centerIds: readonly string[],
  personId: string,
  list: (typeof ownLists)[number],
  options: ListOptions,
): Promise<Page> =>
  page(db, {
    parts: [
      {
        where: eb =>
          eb.and([
            eb('center_id', 'in', centerIds),
            eb('assignee_id', '=', personId),
            ...(list === 'finished' ? [eb('state', 'in', doneStates)] : []),
            filterWhere(options.request, { centerIds })(eb),
          ]),
        at: sql.ref<number>('ticket.updated_at'),
      },
    ],
    order: 'newest',
    ...options,
  })

/** The person's open tickets, those helped with among them, what runs out first on top (L-WRK-1). */
export function listAssigned(
  db: Db,
  centerIds: readonly string[],
  personId: string,
  options: ListOptions,
): Promise<Page> {
  const { request, now } = options
  const { segment } = request
  if (segment === 'finished' || segment === 'ever') return listOwn(db, centerIds, personId, segment, options)
  const { led, helped, owed } = partsOf(centerIds, personId)
  const within =
    (part: Where, cut: typeof segmentWhere): Where =>
    eb =>
      eb.and([part(eb), ...(segment ? [cut(segment, now)(eb)] : []), filterWhere(request, { centerIds })(eb)])
  const parts = [
    { where: within(led, segmentWhere) },
    { where: within(helped, helpedSegmentWhere(personId)), at: helpDueAt(personId) },
    { where: within(owed, owedSegmentWhere) },
  ]
  return page(db, { parts, order: 'due', ...options })
}

/** How many wait in each segment of one person's worklist. */
export async function countAssigned(db: Db, centerIds: readonly string[], personId: string, now: number) {
  const { led, helped, owed } = partsOf(centerIds, personId)
  const count = (part: Where, where: typeof segmentWhere) => {
    const inSegment = (segment: Segment) => counted(where(segment, now))
    return db
      .selectFrom('ticket')
      .where(part)
      .select(eb => [
        inSegment('toAccept')(eb).as('toAccept'),
        inSegment('doing')(eb).as('doing'),
        inSegment('dueSoon')(eb).as('dueSoon'),
        inSegment('overdue')(eb).as('overdue'),
      ])
  }
  const rows = await count(led, segmentWhere)
    .unionAll(count(helped, helpedSegmentWhere(personId)))
    .unionAll(count(owed, owedSegmentWhere))
    .execute()
  const sum = { toAccept: 0, doing: 0, dueSoon: 0, overdue: 0 }
  for (const row of rows) for (const segment of worklistSegments) sum[segment] += row[segment]
  return sum
}
