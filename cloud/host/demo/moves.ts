import { randomUUID } from 'node:crypto'
import { requestBinding } from '../../actions/organisation/request-binding'
import type { Runtime } from '../../actions/runtime'
import type { Cast } from './cast'
import type { Life } from './life'

const hourMs = 3_600_000

/** Somebody of the estate who has bought another flat there, and waits for a clerk to bind them to it (D-OR-2). */
export async function* moves({
  runtime,
  cast: { residents },
  now,
}: {
  readonly runtime: Runtime
  readonly cast: Cast
  /** The end of the story, epoch ms. */
  readonly now: number
}): Life {
  const [seller] = residents
  const buyer = residents.at(-1)
  const room = seller?.person.rooms[0]
  if (!buyer || buyer === seller || !room) return
  yield now - 20 * hourMs
  const { name } = buyer.person
  const { centerId, placeId } = room
  await requestBinding(
    { idempotencyKey: randomUUID(), centerId, placeId, name, relation: 'owner' },
    { runtime, caller: buyer },
  )
}
