import { type Kysely, sql } from 'kysely'
import type { Workload } from '../../domain/workload/workload'
import type { Database } from '../schema'

/**
 * What the people named carry, and when each was last assigned something that is still theirs or that they have finished
 * (D-RT-2); whoever never had anything has no entry. `except`: tickets that are counted one by one instead
 * (cloud/domain/workload/book.ts). Each ticket has its weight in a column that the domain has computed.
 */
export async function workloadsOf(
  db: Kysely<Database>,
  centerId: string,
  personIds: readonly string[],
  except: readonly string[],
): Promise<ReadonlyMap<string, Workload>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; latest: number | null; weight: number }>`
    select person.id,
      (select max(assigned_at) from ticket where center_id = ${centerId} and assignee_id = person.id
        and id <> all(${[...except]}::uuid[])) as latest,
      (select coalesce(sum(workload), 0)::int from ticket where center_id = ${centerId} and assignee_id = person.id
        and closed_at is null and id <> all(${[...except]}::uuid[])) as weight
    from unnest(${[...personIds]}::uuid[]) as person(id)`.execute(db)
  return new Map(
    rows.flatMap(({ id, latest, weight }) =>
      latest === null && weight === 0 ? [] : [[id, { weight, lastAssignedAt: latest ?? 0 }] as const],
    ),
  )
}
