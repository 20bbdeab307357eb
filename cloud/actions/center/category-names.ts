import { findCenter } from '../../store/place/center'
import { currentPolicy } from '../center-context'
import type { Runtime } from '../runtime'

/** Names of categories by their ids, as the centers call them now; one that is gone stands for itself. */
export async function categoryNames(
  runtime: Runtime,
  centerIds: readonly string[],
): Promise<(categoryId: string) => string> {
  const names = new Map<string, string>()
  for (const centerId of centerIds) {
    const center = await findCenter(runtime.db, centerId)
    if (!center) continue
    const { policy } = await currentPolicy(runtime, center)
    for (const { id, name } of policy.categories) if (!names.has(id)) names.set(id, name)
  }
  return id => names.get(id) ?? id
}
