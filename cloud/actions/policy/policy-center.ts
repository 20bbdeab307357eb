import { configuredBy, policyRights } from '../../domain/access/configuration'
import { granted } from '../granted'
import type { Caller } from '../runtime'

/**
 * The center whose policy the caller works on: the one named, else where the caller may change it, else where the caller
 * may read it.
 * @throws CallError `forbidden`
 */
export const policyCenterOf = ({ actor }: Caller, centerId?: string) =>
  granted(configuredBy(actor, policyRights, centerId))
