import { type Kysely, type Transaction, sql } from 'kysely'
import type { TicketKey } from './due-tickets'
import type { StaleCenter } from '../policy/versions'
import type { Database } from '../schema'

export interface RollOutFailure {
  readonly ticketId: string
  /** For whoever mends it. */
  readonly error: string
}

/**
 * Counts a failed attempt to bring a ticket under its center's policy; after `limit` of them under one version it is parked
 * at `now` (epoch ms) and passed over until somebody releases it or a newer version comes.
 */
export async function noteRollOutFailure(
  db: Kysely<Database>,
  { centerId, version }: StaleCenter,
  { ticketId, error }: RollOutFailure,
  now: number,
  limit: number,
): Promise<void> {
  await sql`
    insert into roll_out_failure as f (center_id, ticket_id, version, attempts, error, parked_at)
    values (${centerId}::uuid, ${ticketId}::uuid, ${version}::int, 1, ${error},
      case when ${limit}::int <= 1 then ${now}::bigint end)
    on conflict (center_id, ticket_id) do update set
      attempts = case when f.version = excluded.version then f.attempts + 1 else 1 end,
      parked_at = case when f.version = excluded.version and f.attempts + 1 >= ${limit}::int then ${now}::bigint
        else excluded.parked_at end,
      version = excluded.version, error = excluded.error`.execute(db)
}

/** These have been brought along after all. Part of the transaction that does so. */
export async function forgetRollOutFailures(
  trx: Transaction<Database>,
  centerId: string,
  ticketIds: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return
  await trx
    .deleteFrom('roll_out_failure')
    .where('center_id', '=', centerId)
    .where('ticket_id', 'in', ticketIds)
    .execute()
}

/** Lets the next run try a parked ticket again; answers how many were parked. */
export async function releaseRollOut(db: Kysely<Database>, { centerId, ticketId }: TicketKey): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('roll_out_failure')
    .where('center_id', '=', centerId)
    .where('ticket_id', '=', ticketId)
    .where('parked_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
