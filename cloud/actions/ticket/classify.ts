import { homeCenterOf } from '../../domain/access/centers'
import { classified } from '../../domain/classification/propose'
import { findCenter } from '../../store/place/center'
import { CallError } from '../call-error'
import { currentPolicy } from '../center-context'
import type { Handler } from '../handlers'

/**
 * What the rules make of a filing while it is being written (D-CL-4), by the policy of the caller's own center. Stores
 * nothing. @throws CallError forbidden, unknownCategory
 */
export const classify: Handler<'ticket', 'classify'> = async ({ kind, category, text }, { runtime, caller }) => {
  const centerId = homeCenterOf(caller.actor)
  const center = centerId === null ? undefined : await findCenter(runtime.db, centerId)
  if (!center) throw new CallError('forbidden')
  const policy = await currentPolicy(runtime, center)
  if (category !== undefined && !policy.category(category)) throw CallError.field('unknownCategory', 'category')
  const { urgency, suggested } = classified({ kind, category: category ?? '', urgency: null, text: text ?? '' }, policy)
  const spoken = suggested && suggested.category !== category ? suggested.category : ''
  return { urgency, why: suggested?.why ?? null, category: spoken === '' ? null : spoken }
}
