import type { PolicyDocument } from '../../../types/contract/policy-document'
import type { Policy } from '../../domain/policy/model/policy'

/** A policy as the contract sends it: a copy of the same document, because the domain's is for reading only. */
export const documentOf = (policy: Policy): PolicyDocument => JSON.parse(JSON.stringify(policy)) as PolicyDocument
