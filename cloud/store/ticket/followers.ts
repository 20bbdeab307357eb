import type { Kysely } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

type Db = Kysely<Database>

/**
 * Who has asked to be told about each of some tickets of a center, by ticket, of those who may follow them now: whoever
 * has left the household hears no more (D-AC-2).
 */
export async function followersOf(
  db: Db,
  centerId: string,
  tickets: readonly Pick<Ticket, 'id' | 'household' | 'forFamily'>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const shared = tickets.filter(({ household, forFamily }) => household !== undefined || forFamily !== undefined)
  if (shared.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket_follower as follower')
    .leftJoin('residency', join =>
      join
        .onRef('residency.center_id', '=', 'follower.center_id')
        .onRef('residency.person_id', '=', 'follower.person_id'),
    )
    .where('follower.center_id', '=', centerId)
    .where(
      'follower.ticket_id',
      'in',
      shared.map(({ id }) => id),
    )
    .select([
      'follower.ticket_id as ticketId',
      'follower.person_id as personId',
      'residency.household_id as householdId',
    ])
    .execute()
  return new Map(
    shared.map(({ id, household, forFamily }) => {
      const following = rows.filter(
        ({ ticketId, personId, householdId }) =>
          ticketId === id &&
          (personId === forFamily?.personId || (household !== undefined && householdId === household)),
      )
      return [id, [...new Set(following.map(({ personId }) => personId))]]
    }),
  )
}

export const isFollowing = async (db: Db, { centerId, id }: Ticket, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('ticket_follower')
    .where('center_id', '=', centerId)
    .where('ticket_id', '=', id)
    .where('person_id', '=', personId)
    .select('since')
    .executeTakeFirst()) !== undefined

/** From now on told, or no longer; saying it twice changes nothing. */
export async function follow(
  db: Db,
  { centerId, id }: Ticket,
  personId: string,
  { follows, at }: { readonly follows: boolean; readonly at: number },
): Promise<void> {
  if (follows)
    await db
      .insertInto('ticket_follower')
      .values({ center_id: centerId, ticket_id: id, person_id: personId, since: at })
      .onConflict(conflict => conflict.columns(['center_id', 'ticket_id', 'person_id']).doNothing())
      .execute()
  else
    await db
      .deleteFrom('ticket_follower')
      .where('center_id', '=', centerId)
      .where('ticket_id', '=', id)
      .where('person_id', '=', personId)
      .execute()
}
