import { keysOf, kindLabels, urgencyLabels } from '../../../types/vocabulary'
import { homeCenterOf } from '../../domain/access/centers'
import { findCenter } from '../../store/place/center'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { currentPolicy } from '../center-context'

/** What can be filed in the caller's center. Somebody without rooms and posts belongs to none yet. */
export const catalog: Handler<'ticket', 'catalog'> = async (_input, { runtime, caller }) => {
  const centerId = homeCenterOf(caller.actor)
  const center = centerId === null ? undefined : await findCenter(runtime.db, centerId)
  if (!center) throw new CallError('forbidden', '还没有绑定房号，请联系服务中心登记')
  const { policy } = await currentPolicy(runtime, center)
  return {
    kinds: keysOf(kindLabels).map(id => ({ id, name: kindLabels[id] })),
    categories: policy.categories.map(category => ({
      id: category.id,
      name: category.name,
      parentId: category.parentId,
      icon: category.icon ?? null,
      ...(category.hint ? { hint: category.hint } : {}),
      ...(category.urgency ? { urgency: category.urgency } : {}),
      ...(category.neighbourDispute ? { neighbourDispute: true } : {}),
      ...(category.words ? { words: [...category.words] } : {}),
    })),
    emergencyWords: [...(policy.emergencyWords ?? [])],
    urgencies: keysOf(urgencyLabels).map(id => ({ id, name: urgencyLabels[id] })),
    faq: policy.faq.map(entry => ({ ...entry })),
  }
}
