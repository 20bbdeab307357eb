import { policyChanges } from '../../domain/policy/compare/compare'
import { findPolicy } from '../../store/policy/versions'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { knownFor } from './known'
import { policyCenterOf } from './policy-center'

/** What changed from one version to another, and the later one itself. @throws CallError `notFound` */
export const compare: Handler<'policy', 'compare'> = async ({ from, to, centerId: asked }, { runtime, caller }) => {
  const { centerId } = policyCenterOf(caller, asked)
  const before = await findPolicy(runtime.db, centerId, from)
  const after = await findPolicy(runtime.db, centerId, to)
  if (!before || !after) throw new CallError('notFound', '没有这个版本')
  const { names } = await knownFor(runtime, centerId, [before.policy, after.policy])
  return { changes: policyChanges(before.policy, after.policy, names), policy: after.policy }
}
