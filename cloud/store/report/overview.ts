import { type Kysely, type RawBuilder, type SqlBool, expressionBuilder, sql } from 'kysely'
import type { DeadlineKind, State, Urgency } from '../../../types/vocabulary'
import type { ListScope, Watched } from '../../domain/access/lists'
import type { Database } from '../schema'
import { inScopes } from '../ticket/lists'
import { noDue } from '../ticket/append'

type Db = Kysely<Database>

/** Which tickets that is; `t` is the ticket. */
export const watchedWhere = (watched: readonly Watched[]): RawBuilder<SqlBool> => {
  const parts = watched.map(({ centerId, departmentIds }) =>
    departmentIds === null
      ? sql<SqlBool>`t.center_id = ${centerId}::uuid`
      : sql<SqlBool>`(t.center_id = ${centerId}::uuid and t.department_id = any(${[...departmentIds]}::text[]))`,
  )
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

/** Open tickets, and those of them that run out soon or have run out. `dueSoon`: less than a fifth of the time is left. */
export interface Share {
  readonly open: number
  readonly dueSoon: number
  readonly overdue: number
}

export interface OverviewRow extends Share {
  readonly by: 'all' | 'person' | 'category' | 'building'
  readonly id: string | null
  readonly unowned: number
}

/** Counts of what is open: in sum, and by person, category and building. Reads open tickets only, once. */
export async function countOpenBy(db: Db, watched: readonly Watched[], now: number): Promise<readonly OverviewRow[]> {
  const { rows } = await sql<OverviewRow>`
    select
      case when grouping(t.assignee_id) = 0 then 'person' when grouping(t.category_id) = 0 then 'category'
        when grouping(t.building_id) = 0 then 'building' else 'all' end as by,
      coalesce(t.assignee_id::text, t.category_id, t.building_id::text) as id,
      count(*) as open,
      count(*) filter (where t.next_due_at > ${now}::bigint
        and (t.next_due_at - ${now}::bigint) * 5 < t.next_due_at - t.next_due_started_at) as "dueSoon",
      count(*) filter (where t.next_due_at <= ${now}::bigint) as overdue,
      count(*) filter (where t.assignee_id is null) as unowned
    from ticket t
    where t.closed_at is null and ${watchedWhere(watched)}
    group by grouping sets ((), (t.assignee_id), (t.category_id), (t.building_id))`.execute(db)
  return rows
}

/** How many tickets have a supervise order that nobody has answered (D-SLA-14). */
export async function countSupervised(db: Db, watched: readonly Watched[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct t.id) as count
    from deadline d join ticket t on t.center_id = d.center_id and t.id = d.ticket_id
    where d.kind = 'supervision' and d.met_at is null and d.ended_at is null
      and t.closed_at is null and ${watchedWhere(watched)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A ticket as a line of a manager's list. */
export interface TicketLine {
  readonly centerId: string
  readonly ticketId: string
  readonly number: string
  readonly categoryId: string
  readonly place: string
  readonly urgency: Urgency
  readonly state: State
  readonly assignee: string | null
}

/** D-IN-3: as `placeForStaff`. */
const place = sql`coalesce(t.body->'placeInstead'->>'name', t.body->>'placeName')`

const line = sql`t.center_id as "centerId", t.id as "ticketId", t.number, t.category_id as "categoryId",
  ${place} as place, t.urgency, t.state, t.body->'assignment'->>'personName' as assignee`

export interface DueLine extends TicketLine {
  readonly kind: DeadlineKind
  readonly startedAt: number
  readonly dueAt: number
}

/** What runs out first, or has run out longest ago. */
export async function nextDueOf(db: Db, watched: readonly Watched[], limit: number): Promise<readonly DueLine[]> {
  // Rows are chosen from an index before their bodies are read.
  const { rows } = await sql<DueLine>`
    select ${line}, t.next_due_kind as kind, t.next_due_started_at as "startedAt", t.next_due_at as "dueAt"
    from (
      select t.center_id, t.id from ticket t
      where t.closed_at is null and t.next_due_at < ${noDue}::bigint and ${watchedWhere(watched)}
      order by t.next_due_at, t.id limit ${limit}::int
    ) chosen join ticket t on t.center_id = chosen.center_id and t.id = chosen.id
    order by t.next_due_at, t.id`.execute(db)
  return rows
}

export interface EscalationLine extends TicketLine {
  readonly seq: number
  readonly kind: DeadlineKind
  readonly level: number
  readonly dueAt: number
  readonly noticedAt: number
  /** When the deadline was met, or was over without it. */
  readonly metAt: number | null
  readonly supervised: boolean
}

/** Where a page of escalations goes on: the last one shown. */
export interface EscalationCursor {
  readonly at: number
  readonly ticketId: string
  readonly seq: number
}

/** Somebody who was told of escalations. */
export interface EscalationReader {
  readonly personId: string
  /** What the person may read now: what somebody was told of in a post that is no longer theirs stays out. */
  readonly scopes: readonly ListScope[]
}

/** Which escalations somebody was told of and may still read, newest first. */
async function toldTo(
  db: Db,
  { personId, scopes }: EscalationReader,
  cursor: EscalationCursor | null,
  limit: number,
): Promise<readonly (EscalationCursor & { readonly centerId: string })[]> {
  const seq = sql`split_part(dedupe_key, ':', 2)::int`
  /** Each part is cut before they are put together: somebody may have been told of tens of thousands. */
  const after = (at: RawBuilder<unknown>, of: RawBuilder<unknown>) =>
    cursor
      ? sql`and ${at} <= ${cursor.at}::bigint
          and (${at}, ticket_id, ${of}) < (${cursor.at}::bigint, ${cursor.ticketId}::uuid, ${cursor.seq}::int)`
      : sql``
  const scoped = inScopes(scopes)(expressionBuilder<Database, 'ticket'>())
  const readable = (notice: RawBuilder<unknown>) => sql`and exists (select 1 from ticket
    where ticket.center_id = ${notice}.center_id and ticket.id = ${notice}.ticket_id and ${scoped})`
  const { rows } = await sql<EscalationCursor & { centerId: string }>`
    select * from (
      (select center_id as "centerId", ticket_id as "ticketId", ${seq} as seq, created_at as at from notice
        where person_id = ${personId}::uuid and type = 'deadlineEscalated'
          ${after(sql`created_at`, seq)} ${readable(sql`notice`)}
        order by created_at desc, ticket_id desc, ${seq} desc limit ${limit}::int)
      union all
      (select center_id, ticket_id, seq, noticed_at from held_notice
        where person_id = ${personId}::uuid and type = 'deadlineEscalated'
          ${after(sql`noticed_at`, sql`seq`)} ${readable(sql`held_notice`)}
        order by noticed_at desc, ticket_id desc, seq desc limit ${limit}::int)
    ) told
    order by at desc, "ticketId" desc, seq desc limit ${limit}::int`.execute(db)
  return rows
}

const escalationLines = async (
  db: Db,
  told: readonly (EscalationCursor & { readonly centerId: string })[],
  openOnly: boolean,
): Promise<readonly EscalationLine[]> => {
  const { rows } = await sql<EscalationLine>`
    select ${line}, told.seq, d.kind, (e.body->>'level')::int as level, d.due_at as "dueAt", told.at as "noticedAt",
      coalesce(d.met_at, d.ended_at) as "metAt",
      exists (select 1 from deadline s where s.center_id = t.center_id and s.ticket_id = t.id
        and s.kind = 'supervision') as supervised
    from unnest(${told.map(one => one.centerId)}::uuid[], ${told.map(one => one.ticketId)}::uuid[],
      ${told.map(one => one.seq)}::int[], ${told.map(one => one.at)}::bigint[]) as told(center_id, ticket_id, seq, at)
    join event e on e.center_id = told.center_id and e.ticket_id = told.ticket_id and e.seq = told.seq
    join deadline d on d.center_id = told.center_id and d.ticket_id = told.ticket_id
      and d.kind = e.body->>'deadline' and d.cycle = (e.body->>'cycle')::int
    join ticket t on t.center_id = told.center_id and t.id = told.ticket_id
    where true ${openOnly ? sql`and d.met_at is null and d.ended_at is null and t.closed_at is null` : sql``}
    order by told.at desc, told.ticket_id desc, told.seq desc`.execute(db)
  return rows
}

/** Escalations looked at in one step while searching for open ones. */
const searched = 500

/**
 * Escalations somebody was told of and may still read, newest first, with what has become of the deadlines. From notices, and from those that
 * a summary after a standstill stands for; which escalation one tells of is in its event.
 */
export async function escalationsOf(
  db: Db,
  reader: EscalationReader,
  options: { readonly openOnly: boolean; readonly cursor: EscalationCursor | null; readonly limit: number },
): Promise<readonly EscalationLine[]> {
  const { openOnly, limit } = options
  if (reader.scopes.length === 0) return []
  const step = openOnly ? searched : limit
  const found: EscalationLine[] = []
  let cursor = options.cursor
  for (;;) {
    const told = await toldTo(db, reader, cursor, step)
    if (told.length > 0) found.push(...(await escalationLines(db, told, openOnly)))
    const last = told.at(-1)
    if (!last || told.length < step || found.length >= limit) return found.slice(0, limit)
    cursor = last
  }
}

/** Names of people and buildings by id. */
export async function namesByIds(
  db: Db,
  centerIds: readonly string[],
  { people, buildings }: { readonly people: readonly string[]; readonly buildings: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${[...people]}::uuid[])
    union all
    select id, full_name as name from place
      where center_id = any(${[...centerIds]}::uuid[]) and id = any(${[...buildings]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row.name]))
}
