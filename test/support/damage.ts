import { toJson } from '../../cloud/store/engine/json'
import type { World } from '../builders/world'

/**
 * Stores something else in place of a ticket's body, as a fault would: made of the body as it is, nothing at all if left
 * out. `mend` puts back what was there.
 */
export async function damage(world: World, ticketId: string, change: (body: object) => object = () => ({})) {
  const { body } = await world.db
    .selectFrom('ticket')
    .where('id', '=', ticketId)
    .select('body')
    .executeTakeFirstOrThrow()
  const put = (text: object) =>
    world.db
      .updateTable('ticket')
      .set({ body: toJson(JSON.parse(JSON.stringify(text))) })
      .where('id', '=', ticketId)
      .execute()
  await put(change(body))
  return { mend: () => put(body) }
}
