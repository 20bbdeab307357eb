import { type Rights, postCenterOf } from '../post-center'
import type { Caller, Runtime } from '../runtime'

const rights: Rights = {
  editors: ['serviceManager', 'quality'],
  readers: ['departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin'],
}

/**
 * The center whose policy the caller works on: the one named, else where the caller may change it, else where the caller
 * may read it.
 * @throws CallError `forbidden`
 */
export const policyCenterOf = (runtime: Pick<Runtime, 'db'>, caller: Caller, centerId?: string) =>
  postCenterOf(runtime, caller, rights, centerId)
