import { policyVersions } from '../../store/policy/versions'
import type { Handler } from '../handlers'
import { policyCenterOf } from './policy-center'

/** All versions, newest first. */
export const history: Handler<'policy', 'history'> = async (input, { runtime, caller }) => {
  const { centerId } = policyCenterOf(caller, input.centerId)
  return { versions: [...(await policyVersions(runtime.db, centerId))] }
}
