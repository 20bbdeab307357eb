import { type Kysely, sql } from 'kysely'
import type { SpecialList } from '../../../types/vocabulary'
import type { Watched } from '../../domain/access/lists'
import type { Period } from '../../domain/special/legacy'
import type { SpecialMark } from '../../domain/special/lists'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'
import { watchedWhere } from './overview'

type Db = Kysely<Database>

/** Something is still owed: before its end, or after it (a report, the news of a third party). */
const owing = sql`(t.closed_at is null or t.next_due_kind is not null)`

/** Where a page goes on: the last one shown. */
export interface SpecialCursor {
  readonly at: number
  readonly id: string
}

/** Special matters of one list, newest first. */
export async function specialTickets(
  db: Db,
  watched: readonly Watched[],
  options: {
    readonly list: SpecialList
    readonly all: boolean
    readonly cursor: SpecialCursor | null
    readonly limit: number
  },
): Promise<readonly Ticket[]> {
  const { list, all, cursor, limit } = options
  // Rows are chosen from an index before their bodies are read.
  const { rows } = await sql<{ body: Ticket }>`
    select t.body from (
      select t.center_id, t.id from ticket t
      where t.special <> '[]' and t.special ? ${list} and ${watchedWhere(watched)} ${all ? sql`` : sql`and ${owing}`}
        ${cursor ? sql`and (t.filed_at, t.id) < (${cursor.at}::bigint, ${cursor.id}::uuid)` : sql``}
      order by t.filed_at desc, t.id desc limit ${limit}::int
    ) chosen join ticket t on t.center_id = chosen.center_id and t.id = chosen.id
    order by t.filed_at desc, t.id desc`.execute(db)
  return rows.map(({ body }) => body)
}

/** How many of each list still owe something. */
export async function countSpecial(db: Db, watched: readonly Watched[]): Promise<ReadonlyMap<SpecialMark, number>> {
  const { rows } = await sql<{ mark: SpecialMark; count: number }>`
    select l.mark, count(*) as count from ticket t, jsonb_array_elements_text(t.special) as l(mark)
    where t.special <> '[]' and ${owing} and ${watchedWhere(watched)}
    group by l.mark`.execute(db)
  return new Map(rows.map(({ mark, count }) => [mark, count]))
}

/**
 * What may have been open in a period of what the developer left behind: of these categories, or the developer's by name.
 * Oldest first, one more than `limit` at most.
 */
export async function legacyTickets(
  db: Db,
  centerId: string,
  categories: readonly string[],
  { from, to }: Period,
  limit: number,
): Promise<readonly { readonly ticket: Ticket; readonly toldAt: number | null }[]> {
  const mark: SpecialMark = 'developer'
  const { rows } = await sql<{ body: Ticket; toldAt: number | null }>`
    select t.body, (select max(e.at) from event e
        where e.center_id = t.center_id and e.ticket_id = t.id and e.type in ('replied', 'proposed', 'declined')) as "toldAt"
    from ticket t
    where t.center_id = ${centerId}::uuid and t.filed_at < ${to}::bigint and t.state <> 'merged'
      and (t.category_id = any(${[...categories]}::text[]) or t.special ? ${mark})
      and (t.filed_at >= ${from}::bigint or t.updated_at >= ${from}::bigint or ${owing})
    order by t.filed_at, t.id limit ${limit + 1}::int`.execute(db)
  return rows.map(({ body, toldAt }) => ({ ticket: body, toldAt }))
}
