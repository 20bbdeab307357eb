import { type Kysely, type Transaction, sql } from 'kysely'
import type { Policy } from '../../domain/policy/model/policy'
import { isId } from '../engine/ids'
import { toJson } from '../engine/json'
import type { Database } from '../schema'
import type { StoredTicket } from '../ticket/read'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** One version of a center's policy, without what it says. */
export interface PolicyVersion {
  readonly version: number
  /** Epoch ms. */
  readonly createdAt: number
  /** Name of whoever saved it. */
  readonly createdBy: string
  readonly note: string
  readonly applyTo: 'new' | 'running'
}

const versions = (db: Db, centerId: string) =>
  db
    .selectFrom('policy')
    .leftJoin('person', 'person.id', 'policy.created_by')
    .where('policy.center_id', '=', centerId)
    .select([
      'policy.version',
      'policy.created_at as createdAt',
      'person.name as createdBy',
      'policy.note',
      'policy.apply_to as applyTo',
    ])

const named = ({ createdBy, ...row }: Omit<PolicyVersion, 'createdBy'> & { createdBy: string | null }) => ({
  ...row,
  createdBy: createdBy ?? '系统',
})

/** All versions, newest first. */
export async function policyVersions(db: Db, centerId: string): Promise<readonly PolicyVersion[]> {
  const rows = await versions(db, centerId).orderBy('policy.version', 'desc').execute()
  return rows.map(named)
}

export interface StoredPolicy {
  readonly version: PolicyVersion
  readonly policy: Policy
}

/** One version; undefined: it was never saved. */
export async function findPolicy(db: Db, centerId: string, version: number): Promise<StoredPolicy | undefined> {
  const row = await versions(db, centerId)
    .where('policy.version', '=', version)
    .select('policy.body')
    .executeTakeFirst()
  if (!row) return undefined
  const { body, ...rest } = row
  return { version: named(rest), policy: body }
}

/** What a save goes on from. */
export interface PolicyHead {
  readonly version: number
  readonly policy: Policy
  readonly calendarsSince: number
  readonly runningSince: number
}

/**
 * The current version, with the center's row held until the transaction ends: of two saves at once, the second sees what
 * the first has made.
 */
export async function lockPolicy(trx: Trx, centerId: string): Promise<PolicyHead> {
  const { policy_version: version } = await trx
    .selectFrom('center')
    .where('id', '=', centerId)
    .select('policy_version')
    .forUpdate()
    .executeTakeFirstOrThrow()
  const row = await trx
    .selectFrom('policy')
    .where('center_id', '=', centerId)
    .where('version', '=', version)
    .select(['body', 'calendars_since', 'running_since'])
    .executeTakeFirstOrThrow()
  return { version, policy: row.body, calendarsSince: row.calendars_since, runningSince: row.running_since }
}

export interface NewPolicy extends PolicyHead {
  readonly centerId: string
  readonly createdAt: number
  readonly createdBy: string
  readonly note: string
  readonly applyTo: 'new' | 'running'
}

/** Adds a version and makes it the one that new tickets run under. The caller holds the center's row (`lockPolicy`). */
export async function addPolicy(trx: Trx, added: NewPolicy): Promise<void> {
  await trx
    .insertInto('policy')
    .values({
      center_id: added.centerId,
      version: added.version,
      body: toJson(added.policy),
      created_at: added.createdAt,
      created_by: added.createdBy,
      note: added.note,
      apply_to: added.applyTo,
      calendars_since: added.calendarsSince,
      running_since: added.runningSince,
    })
    .execute()
  await trx.updateTable('center').set({ policy_version: added.version }).where('id', '=', added.centerId).execute()
}

/** How many tickets of the center are open. */
export async function countOpen(db: Db, centerId: string): Promise<number> {
  const row = await db
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('closed_at', 'is', null)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Those of the places that a center has, with their names; whatever is no id is none. */
export async function placesNamed(db: Db, centerId: string, ids: readonly string[]) {
  const wanted = [...new Set(ids)].filter(isId)
  if (wanted.length === 0) return []
  return db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where('id', 'in', wanted)
    .select(['id', 'kind', 'full_name as name'])
    .execute()
}

/** Names of a center's company's centers, by id. */
export async function siblingCenters(db: Db, centerId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('center')
    .where('company_id', '=', eb =>
      eb.selectFrom('center as own').select('own.company_id').where('own.id', '=', centerId),
    )
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** A center some of whose open tickets are behind its policy. */
export interface StaleCenter {
  readonly centerId: string
  /** The current version. */
  readonly version: number
  readonly calendarsSince: number
  readonly runningSince: number
}

/** Centers with open tickets on older calendars than theirs, or under older rules than were made for running ones. */
export async function staleCenters(db: Db): Promise<readonly StaleCenter[]> {
  return db
    .selectFrom('center')
    .innerJoin('policy', join =>
      join.onRef('policy.center_id', '=', 'center.id').onRef('policy.version', '=', 'center.policy_version'),
    )
    .where(eb =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('ticket')
            .whereRef('ticket.center_id', '=', 'center.id')
            .where('ticket.closed_at', 'is', null)
            .whereRef('ticket.calendar_version', '<', 'policy.calendars_since')
            .select('ticket.id'),
        ),
        eb.exists(
          eb
            .selectFrom('ticket')
            .whereRef('ticket.center_id', '=', 'center.id')
            .where('ticket.closed_at', 'is', null)
            .whereRef('ticket.policy_version', '<', 'policy.running_since')
            .select('ticket.id'),
        ),
      ]),
    )
    .orderBy('center.id')
    .select([
      'center.id as centerId',
      'policy.version',
      'policy.calendars_since as calendarsSince',
      'policy.running_since as runningSince',
    ])
    .execute()
}

/**
 * Locks up to `limit` open tickets of the center that are behind, passing over those that somebody else holds and dead letters.
 */
export async function lockStale(
  trx: Trx,
  behind: StaleCenter,
  {
    limit,
    skip,
    only,
  }: { readonly limit: number; readonly skip: readonly string[]; readonly only?: string | undefined },
): Promise<readonly string[]> {
  let query = trx
    .selectFrom('ticket')
    .where('center_id', '=', behind.centerId)
    .where('closed_at', 'is', null)
    .where(eb =>
      eb.or([eb('calendar_version', '<', behind.calendarsSince), eb('policy_version', '<', behind.runningSince)]),
    )
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dead_letter as dead')
            .whereRef('dead.center_id', '=', 'ticket.center_id')
            .whereRef('dead.item_id', '=', 'ticket.id')
            .where('dead.work', '=', 'policy')
            .where('dead.version', '=', behind.version)
            .where('dead.dead_at', 'is not', null)
            .select('dead.item_id'),
        ),
      ),
    )
  if (skip.length > 0) query = query.where('id', 'not in', skip)
  if (only !== undefined) query = query.where('id', '=', only)
  const rows = await query.orderBy('id').limit(limit).select('id').forUpdate().skipLocked().execute()
  return rows.map(row => row.id)
}

/** The tickets as they are under their locks, and not as they were when the search began. */
export async function readStale(
  trx: Trx,
  centerId: string,
  ticketIds: readonly string[],
): Promise<readonly StoredTicket[]> {
  if (ticketIds.length === 0) return []
  const rows = await trx
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('id', 'in', ticketIds)
    .orderBy('id')
    .select(['body', 'head_hash'])
    .execute()
  return rows.map(row => ({ ticket: row.body, headHash: row.head_hash }))
}

/** Puts the columns right of a ticket that is not behind at all: a release that did not know them has written them. */
export async function realignVersions(
  trx: Trx,
  ticket: { readonly centerId: string; readonly id: string; readonly policyVersion: number },
  calendarVersion: number,
): Promise<void> {
  await trx
    .updateTable('ticket')
    .set({ policy_version: ticket.policyVersion, calendar_version: calendarVersion })
    .where('center_id', '=', ticket.centerId)
    .where('id', '=', ticket.id)
    .execute()
}

/** Of these years, those whose holidays some center's current policy asks for and does not bring itself, ascending. */
export async function yearsWithoutHolidays(db: Db, years: readonly number[]): Promise<readonly number[]> {
  const missing: number[] = []
  for (const year of years) {
    const found = await db
      .selectFrom('center')
      .innerJoin('policy', join =>
        join.onRef('policy.center_id', '=', 'center.id').onRef('policy.version', '=', 'center.policy_version'),
      )
      .where(sql<boolean>`jsonb_path_exists(policy.body, '$.calendars.*.holidays ? (@ == "cn")')`)
      .where(sql<boolean>`not coalesce(jsonb_exists(policy.body -> 'holidayYears', ${String(year)}), false)`)
      .select('center.id')
      .limit(1)
      .executeTakeFirst()
    if (found) missing.push(year)
  }
  return missing
}
