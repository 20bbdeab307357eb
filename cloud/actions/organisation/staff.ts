import { buildingsOf, registeredPosts } from '../../store/organisation/registers'
import type { Handler } from '../handlers'
import { centerOfCall } from './organised'

/** Everybody who holds a post in a center, with the buildings of each by name. */
export const staff: Handler<'organisation', 'staff'> = async (input, call) => {
  const { centerId } = centerOfCall(call, input.centerId)
  const { db } = call.runtime
  const names = new Map((await buildingsOf(db, centerId)).map(({ id, name }) => [id, name]))
  const posts = await registeredPosts(db, centerId)
  return {
    posts: posts.map(({ buildingIds, ...post }) => ({
      ...post,
      buildings: buildingIds.map(placeId => ({ placeId, name: names.get(placeId) ?? '' })),
    })),
  }
}
