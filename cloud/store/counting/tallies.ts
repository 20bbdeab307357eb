import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type FigureBy, exemptionLabels, keysOf } from '../../../types/vocabulary'
import type { Counted } from '../../domain/access/figures'
import type { EndingTally, Tally, TallyOptions } from '../../domain/counting/tally'
import type { Database } from '../schema'

type Db = Kysely<Database>

const keys: Readonly<Record<FigureBy, RawBuilder<string>>> = {
  center: sql`center_id::text`,
  category: sql`category_id`,
  department: sql`coalesce(department_id, '')`,
  person: sql`coalesce(handler_id::text, '')`,
  channel: sql`channel`,
}

const within = (counted: readonly Counted[]): RawBuilder<SqlBool> =>
  sql`(${sql.join(
    counted.map(({ centerId, departmentIds, personId }) => {
      const part =
        personId !== null
          ? sql`handler_id = ${personId}::uuid`
          : departmentIds !== null
            ? sql`department_id = any(${[...departmentIds]}::text[])`
            : sql`true`
      return sql`(center_id = ${centerId}::uuid and ${part})`
    }),
    sql` or `,
  )})`

type Flag = { [K in keyof Tally]: Tally[K] extends boolean ? K : never }[keyof Tally]

const exemptions = keysOf(exemptionLabels)

/**
 * As `tallyOf` of the domain, for all askings of a period at once: what is alike is counted by the database. Everything but
 * the key goes into the bits of one number, behind a fence (`offset 0`): of a dozen computed columns the planner takes every
 * row to be different from all others, and sorts them for half a second.
 */
export async function talliesIn(
  db: Db,
  counted: readonly Counted[],
  { by, period: { from, to, asOf }, hideAnonymous }: TallyOptions,
): Promise<readonly Tally[]> {
  if (counted.length === 0) return []
  const known = (at: string) => sql`${sql.ref(at)} <= ${asOf}::bigint`
  const answered = hideAnonymous
    ? sql`(${known('answered_at')} and (coalesce(${known('ended_at')}, false) or anonymous is not true))`
    : known('answered_at')
  const ofAnswer = (said: string) => sql`${answered} and ${sql.ref(said)}`
  const conditions: Readonly<Record<Flag, RawBuilder<unknown>>> = {
    asked: sql.ref('asked'),
    responded: sql.ref('responded'),
    answered,
    byPhone: ofAnswer('by_phone'),
    complete: sql`${answered} and (complete or coalesce(${known('detailed_at')}, false))`,
    solved: ofAnswer('solved'),
    satisfied: ofAnswer('satisfied'),
    partial: known('partial_at'),
    contacted: known('contacted_at'),
    tried: known('tried_at'),
    refused: known('refused_at'),
    ended: known('ended_at'),
  }
  const flags = Object.keys(conditions) as Flag[]
  const bits = flags.map((flag, bit) => sql`case when ${conditions[flag]} then ${sql.lit(2 ** bit)} else 0 end`)
  const whyExempt = sql`case when ${known('exempt_at')} then array_position(${[...exemptions]}::text[], exemption) else 0 end`
  const { rows } = await sql<{ key: string; alike: number; count: number }>`
    select key, alike, count(*) as count
    from (
      select ${keys[by]} as key, ${sql.join(bits, sql` + `)} + ${sql.lit(2 ** flags.length)} * ${whyExempt} as alike
      from asking
      where ${within(counted)} and at >= ${from}::bigint and at < ${to}::bigint and at <= ${asOf}::bigint
      offset 0
    ) known
    group by key, alike`.execute(db)
  return rows.map(({ key, alike, count }) => {
    const said = Object.fromEntries(flags.map((flag, bit) => [flag, (alike & (2 ** bit)) !== 0])) as Record<
      Flag,
      boolean
    >
    return { ...said, key, count, exemption: exemptions[(alike >> flags.length) - 1] ?? null }
  })
}

/** As `endingTallyOf` of the domain. */
export async function endingTalliesIn(
  db: Db,
  counted: readonly Counted[],
  { by, period: { from, to, asOf } }: TallyOptions,
): Promise<readonly EndingTally[]> {
  if (counted.length === 0) return []
  const { rows } = await sql<EndingTally>`
    select ${keys[by]} as key, ending, count(*) as count
    from ending
    where ${within(counted)} and at >= ${from}::bigint and at < ${to}::bigint and at <= ${asOf}::bigint
      and (undone_at is null or undone_at > ${asOf}::bigint)
    group by 1, 2`.execute(db)
  return rows
}
