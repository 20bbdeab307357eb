import { mayOrganise, organisedCompany } from '../../domain/access/organisation'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { SignedInCall } from '../runtime'

/** The company whose organisation the caller may change. @throws CallError forbidden */
export const companyOf = ({ caller }: SignedInCall): string => granted(organisedCompany(caller.actor))

/** The same, of a call about one of its centers. @throws CallError notFound: none that they may know of */
export function centerOfCall(
  call: SignedInCall,
  centerId: string,
): { readonly companyId: string; readonly centerId: string } {
  const companyId = companyOf(call)
  if (!mayOrganise(call.caller.actor, centerId)) throw new CallError('notFound')
  return { companyId, centerId }
}
