import { type Rights, postCenterOf } from '../post-center'
import type { Caller } from '../runtime'

const rights: Rights = {
  editors: ['serviceManager', 'quality'],
  readers: ['departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin'],
}

/**
 * The center whose policy the caller works on: the one named, else where the caller may change it, else where the caller
 * may read it.
 * @throws CallError `forbidden`
 */
export const policyCenterOf = (caller: Caller, centerId?: string) => postCenterOf(caller, rights, centerId)
