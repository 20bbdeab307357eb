import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from './schema'
import {
  type ListOptions,
  type ListRequest,
  type Page,
  type Where,
  counted,
  filterWhere,
  helpedBy,
  page,
} from './ticket-queries'

type Db = Kysely<Database>
type Segment = NonNullable<ListRequest['segment']>
const segments: readonly Segment[] = ['toAccept', 'doing', 'dueSoon', 'overdue']

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
        // Less than 20 % of the time left (look.md, Tokens).
        return eb.and([
          eb('next_due_at', '>', now),
          sql<SqlBool>`(next_due_at - ${now}::bigint) * 5 < next_due_at - next_due_started_at`,
        ])
      case 'overdue':
        return eb('next_due_at', '<=', now)
    }
  }

/** What one person has to do with: what lies with them, and apart from it what they only help with. */
const partsOf = (centerIds: readonly string[], personId: string): Record<'led' | 'helped', Where> => ({
  led: eb => eb.and([eb('center_id', 'in', centerIds), eb('assignee_id', '=', personId), eb('closed_at', 'is', null)]),
  helped: eb =>
    eb.and([eb('center_id', 'in', centerIds), helpedBy([personId]), eb('assignee_id', 'is distinct from', personId)]),
})

/** Helping is work to be done, whatever state the lead's part is in. */
const helpedSegmentWhere = (segment: Segment, now: number): Where =>
  segment === 'toAccept' ? eb => eb.lit(false) : segment === 'doing' ? eb => eb.lit(true) : segmentWhere(segment, now)

/** The person's open tickets, those helped with among them, what runs out first on top (look.md, Worklist). */
export function listAssigned(
  db: Db,
  centerIds: readonly string[],
  personId: string,
  options: ListOptions,
): Promise<Page> {
  const { request, now } = options
  const { led, helped } = partsOf(centerIds, personId)
  const within =
    (part: Where, segment: typeof segmentWhere): Where =>
    eb =>
      eb.and([part(eb), ...(request.segment ? [segment(request.segment, now)(eb)] : []), filterWhere(request)(eb)])
  const parts = [within(led, segmentWhere), within(helped, helpedSegmentWhere)]
  return page(db, { parts, order: 'due', ...options })
}

/** How many wait in each segment of one person's worklist. */
export async function countAssigned(db: Db, centerIds: readonly string[], personId: string, now: number) {
  const { led, helped } = partsOf(centerIds, personId)
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
  const rows = await count(led, segmentWhere).unionAll(count(helped, helpedSegmentWhere)).execute()
  const sum = { toAccept: 0, doing: 0, dueSoon: 0, overdue: 0 }
  for (const row of rows) for (const segment of segments) sum[segment] += row[segment]
  return sum
}
