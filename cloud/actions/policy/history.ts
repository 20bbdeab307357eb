import { policyVersions } from '../../store/policy-store'
import type { Handler } from '../handlers'
import { policyCenterOf } from './post'

/** All versions, newest first. */
export const history: Handler<'policy', 'history'> = async (_input, { runtime, caller }) => ({
  versions: [...(await policyVersions(runtime.db, policyCenterOf(caller).centerId))],
})
