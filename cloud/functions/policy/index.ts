import { policy } from '../../../types/contract/policy'
import { policyHandlers } from '../../actions/policy'
import { functionMain } from '../function-main'

export const main = functionMain('policy', { contract: policy, handlers: policyHandlers })
