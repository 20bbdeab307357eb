import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema'
import { type DeadLetter, countDeadLetters, deadLetters } from './dead-letters'

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
  /** Counted up to `mostCounted`. */
  readonly deadLetters: number
}

/** Steps of surveys of the estate (`what`: campaign, improvement) that are due at `now`; those set aside are no backlog (D-CB-7). */
const dueOf = (what: 'campaign' | 'improvement', now: number) => sql`
  select c.next_fire_at from ${sql.table(what)} c
  where c.next_fire_at is not null and c.next_fire_at <= ${now}::bigint
    and not exists (select 1 from dead_letter d
      where d.center_id = c.center_id and d.work = 'campaign' and d.item_id = c.id and d.dead_at is not null)`

/** What the timers have still to do at `now` (epoch ms). Costs the same however many deadlines are running. */
export async function timerFigures(db: Db, now: number): Promise<TimerFigures> {
  const { rows } = await sql<{ oldest: number | null; backlog: number }>`
    with survey_due as (${dueOf('campaign', now)} union all ${dueOf('improvement', now)})
    select
      least(
        (select min(next_fire_at) from deadline
          where next_fire_at is not null and not dead and next_fire_at <= ${now}::bigint),
        (select min(next_fire_at) from survey_due)) as oldest,
      least(${mostCounted}::int,
        (select count(*) from (select 1 from deadline
          where next_fire_at is not null and not dead and next_fire_at <= ${now}::bigint
          limit ${mostCounted}::int) as due)
        + (select count(*) from survey_due)) as backlog`.execute(db)
  const { oldest = null, backlog = 0 } = rows[0] ?? {}
  return {
    oldestDueAt: oldest,
    lateSeconds: oldest === null ? 0 : Math.max(0, Math.floor((now - oldest) / 1_000)),
    backlog,
    deadLetters: await countDeadLetters(db, mostCounted),
  }
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
  readonly deadLetters: readonly DeadLetter[]
  readonly runs: readonly TimerRun[]
}

/** Everything an administrator's page says of the timers at `now` (epoch ms). `centerIds`: dead letters of these only. */
export async function timerHealth(
  db: Db,
  now: number,
  { centerIds }: { readonly centerIds?: readonly string[] } = {},
): Promise<TimerHealth> {
  return {
    figures: await timerFigures(db, now),
    deadLetters: await deadLetters(db, { ...(centerIds ? { centerIds } : {}), limit: 100 }),
    runs: await timerRuns(db),
  }
}
