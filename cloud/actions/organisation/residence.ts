import type { Transaction } from 'kysely'
import { type Lodger, moveIn } from '../../domain/organisation/move-in'
import { takenOff } from '../../domain/organisation/residence-notices'
import type { Relation } from '../../../types/vocabulary'
import { newId } from '../../store/engine/ids'
import { tell } from '../../store/notice/tell'
import { recordChange } from '../../store/organisation/changes'
import { type FoundRoom, bindToRoom, lockRoom, lodgersOf, takeOffRoom } from '../../store/organisation/residence'
import type { Database } from '../../store/schema'
import { tellOptions } from '../notify/tell-options'
import type { Runtime } from '../runtime'

type Trx = Transaction<Database>

interface Change {
  readonly runtime: Runtime
  /** Who does it; null: the system itself. */
  readonly by: string | null
}

export interface Newcomer {
  readonly personId: string
  readonly name: string
  readonly relation: Relation
  readonly householdId: string | null
  readonly replaces: boolean
  readonly untilDay: string | null
}

/** Takes people off a room and tells them; the record says who (D-OR-2, D-OR-5). The room is held. */
export async function takeOff(
  trx: Trx,
  { runtime, by }: Change,
  room: FoundRoom,
  leaving: readonly (Lodger & { readonly name: string })[],
): Promise<void> {
  if (leaving.length === 0) return
  const at = runtime.clock.now()
  await takeOffRoom(
    trx,
    room.centerId,
    room.placeId,
    leaving.map(({ personId }) => personId),
  )
  await tell(
    trx,
    await tellOptions(runtime, trx, room.centerId),
    leaving
      .filter(({ personId }) => personId !== by)
      .map(({ personId }) => ({
        personId,
        campaignId: null,
        ...takenOff(room.name),
        dedupeKey: `takenOff:${newId()}`,
      })),
  )
  for (const { personId, name, relation } of leaving)
    await recordChange(trx, {
      companyId: room.companyId,
      at,
      personId: by,
      centerId: room.centerId,
      subject: 'household',
      what: 'removed',
      name: `${room.name} ${name}`,
      before: { personId, relation },
    })
}

/** Binds somebody to a room. Whom it replaces leaves it in the same transaction. */
export async function letMoveIn(trx: Trx, change: Change, room: FoundRoom, newcomer: Newcomer): Promise<void> {
  await lockRoom(trx, room.centerId, room.placeId)
  const lodgers = (await lodgersOf(trx, room.centerId, [room.placeId])).get(room.placeId) ?? []
  const { householdId, leaving } = moveIn(lodgers, newcomer, newId)
  const names = new Map(lodgers.map(({ personId, name }) => [personId, name]))
  await takeOff(
    trx,
    change,
    room,
    leaving.map(lodger => ({ ...lodger, name: names.get(lodger.personId) ?? '' })),
  )
  const at = change.runtime.clock.now()
  const { personId, relation, untilDay } = newcomer
  const { centerId, placeId } = room
  await bindToRoom(trx, { centerId, placeId, personId, relation, householdId, since: at, untilDay })
  await recordChange(trx, {
    companyId: room.companyId,
    at,
    personId: change.by,
    centerId,
    subject: 'household',
    what: 'added',
    name: `${room.name} ${newcomer.name}`,
    after: { personId, relation, untilDay },
  })
}
