import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { TimerKind } from '../../domain/deadline/timers'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** Counting stops here: beyond it the figure says "too many" as well as the exact one, which would cost more and more. */
export const mostCounted = 10_000

/** One timer function, as its runs have left it. Times in epoch ms. */
export interface TimerRun {
  readonly name: string
  /** When it was last started, by whatever process. */
  readonly startedAt: number
  /** When a run last ended; null: none has. Before `startedAt`: one is under way, or was killed. */
  readonly finishedAt: number | null
  /** What the run that ended last had to say. */
  readonly result: unknown
}

export interface TimerFigures {
  /** Epoch ms of the oldest due step that has not fired; null: nothing is due. */
  readonly oldestDueAt: number | null
  /** How long it has been due; 0: nothing is. */
  readonly lateSeconds: number
  /** Steps due and not fired, counted up to `mostCounted`. */
  readonly backlog: number
  /** Steps and roll-outs set aside after too many failed attempts, each counted up to `mostCounted`. */
  readonly parked: number
}

/** What the timers have still to do at `now` (epoch ms). Costs the same however many deadlines are running. */
export async function timerFigures(db: Db, now: number): Promise<TimerFigures> {
  const { rows } = await sql<{ oldest: number | null; backlog: number; parked: number }>`
    select
      (select min(next_fire_at) from deadline
        where next_fire_at is not null and parked_at is null and next_fire_at <= ${now}::bigint) as oldest,
      (select count(*) from (select 1 from deadline
        where next_fire_at is not null and parked_at is null and next_fire_at <= ${now}::bigint
        limit ${mostCounted}::int) as due) as backlog,
      (select count(*) from (select 1 from deadline
        where parked_at is not null limit ${mostCounted}::int) as aside)
      + (select count(*) from (select 1 from roll_out_failure f join ticket t
          on t.center_id = f.center_id and t.id = f.ticket_id and t.closed_at is null
        where f.parked_at is not null limit ${mostCounted}::int) as left_behind) as parked`.execute(db)
  const { oldest = null, backlog = 0, parked = 0 } = rows[0] ?? {}
  return {
    oldestDueAt: oldest,
    lateSeconds: oldest === null ? 0 : Math.max(0, Math.floor((now - oldest) / 1_000)),
    backlog,
    parked,
  }
}

/** What failed on a parked ticket: carrying out what was due, or bringing it under a new policy. */
export type ParkedWork = 'timer' | 'rollOut'

/** A ticket with something parked. */
export interface ParkedTicket {
  readonly work: ParkedWork
  readonly centerId: string
  readonly ticketId: string
  readonly number: string
  /** One of the timers set aside; null: a roll-out. */
  readonly kind: TimerKind | null
  readonly attempts: number
  /** Epoch ms of the last attempt, after which it was set aside. */
  readonly since: number
  /** For whoever mends it; null: it was not kept. */
  readonly error: string | null
}

/** Tickets with something parked, longest first; of the centers given, or of all. */
export async function parkedTickets(
  db: Db,
  { centerIds, limit }: { readonly centerIds?: readonly string[]; readonly limit: number },
): Promise<readonly ParkedTicket[]> {
  if (centerIds?.length === 0) return []
  const of = (table: RawBuilder<unknown>) =>
    centerIds ? sql`and ${table}.center_id = any(${[...centerIds]}::uuid[])` : sql``
  const { rows } = await sql<ParkedTicket>`
    (select 'timer' as work, d.center_id as "centerId", d.ticket_id as "ticketId", t.number, min(d.kind) as kind,
      max(d.fire_attempts) as attempts, min(d.parked_at) as since, max(d.last_error) as error
    from deadline d join ticket t on t.center_id = d.center_id and t.id = d.ticket_id
    where d.parked_at is not null ${of(sql`d`)}
    group by d.center_id, d.ticket_id, t.number
    order by since, "ticketId" limit ${limit}::int)
    union all
    (select 'rollOut', f.center_id, f.ticket_id, t.number, null, f.attempts, f.parked_at, f.error
    from roll_out_failure f
      join ticket t on t.center_id = f.center_id and t.id = f.ticket_id and t.closed_at is null
    where f.parked_at is not null ${of(sql`f`)}
    order by f.parked_at, f.ticket_id limit ${limit}::int)
    order by since, "ticketId", work limit ${limit}::int`.execute(db)
  return rows
}

/** Every timer function that has ever been started, by name. */
export async function timerRuns(db: Db): Promise<readonly TimerRun[]> {
  return db
    .selectFrom('timer_run')
    .select(['name', 'started_at as startedAt', 'finished_at as finishedAt', 'result'])
    .orderBy('name')
    .execute()
}

export interface TimerHealth {
  readonly figures: TimerFigures
  /** The first hundred. */
  readonly parked: readonly ParkedTicket[]
  readonly runs: readonly TimerRun[]
}

/** Everything an administrator's page says of the timers at `now` (epoch ms). `centerIds`: parked tickets of these only. */
export async function timerHealth(
  db: Db,
  now: number,
  { centerIds }: { readonly centerIds?: readonly string[] } = {},
): Promise<TimerHealth> {
  return {
    figures: await timerFigures(db, now),
    parked: await parkedTickets(db, { ...(centerIds ? { centerIds } : {}), limit: 100 }),
    runs: await timerRuns(db),
  }
}
