import { type Kysely, sql } from 'kysely'
import type { FindingKind } from '../../../types/vocabulary'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** Of which centers, in [from, to). Epoch ms. */
export interface FindingsOf {
  readonly centerIds: readonly string[]
  readonly from: number
  readonly to: number
}

/** How often somebody has tried something that the rules refuse; `personId` null: all residents together. */
export interface FindingCount {
  readonly kind: FindingKind
  readonly personId: string | null
  readonly personName: string | null
  readonly count: number
}

export interface NotedFinding {
  readonly ticketId: string
  readonly number: string
  /** Of the ticket: two tries of one instant are told apart. */
  readonly seq: number
  readonly at: number
  readonly kind: FindingKind
  readonly personName: string | null
}

const noted = ({ centerIds, from, to }: FindingsOf) => sql`
  event e where e.type = 'findingNoted' and e.center_id = any(${[...centerIds]}::uuid[])
    and e.at >= ${from}::bigint and e.at < ${to}::bigint`

/** By kind and person. Somebody's name may have changed since: the latest stands for all. */
export async function countFindings(db: Db, of: FindingsOf): Promise<readonly FindingCount[]> {
  if (of.centerIds.length === 0) return []
  const { rows } = await sql<FindingCount>`
    select kind, "personId", (array_agg("personName" order by at desc))[1] as "personName", count(*) as count
    from (
      select e.at, e.body->>'finding' as kind, e.body->>'personName' as "personName",
        case when e.body->>'personName' is null then null else e.body->>'personId' end as "personId"
      from ${noted(of)}
    ) found
    group by kind, "personId"`.execute(db)
  return rows
}

/** The latest first, at most `limit`. */
export async function latestFindings(db: Db, of: FindingsOf, limit: number): Promise<readonly NotedFinding[]> {
  if (of.centerIds.length === 0) return []
  const { rows } = await sql<NotedFinding>`
    select found."ticketId", t.number, found.seq, found.at, found.kind, found."personName"
    from (
      select e.center_id, e.ticket_id as "ticketId", e.seq, e.at, e.body->>'finding' as kind,
        e.body->>'personName' as "personName"
      from ${noted(of)}
      order by e.at desc, e.ticket_id desc, e.seq desc
      limit ${limit}::int
    ) found
    join ticket t on t.center_id = found.center_id and t.id = found."ticketId"
    order by found.at desc, found."ticketId" desc, found.seq desc`.execute(db)
  return rows
}
