import { policyChanges } from '../../domain/policy/compare/compare'
import { validatePolicy } from '../../domain/policy/validate/validate'
import { policyDocumentOf } from '../../store/place/center'
import type { Handler } from '../handlers'
import { centerContextOf } from '../center-context'
import { knownFor } from './known'
import { policyCenterOf } from './policy-center'

/** What would be wrong with a policy and what it changes; saves nothing. */
export const check: Handler<'policy', 'check'> = async ({ policy, centerId: asked }, { runtime, caller }) => {
  const { centerId } = policyCenterOf(caller, asked)
  const { center } = await centerContextOf(runtime, centerId)
  const now = await policyDocumentOf(runtime.db, centerId, center.policyVersion)
  const { known, names } = await knownFor(runtime, centerId, [now, policy])
  return { problems: validatePolicy(policy, known), changes: policyChanges(now, policy, names) }
}
