import { organisation } from '../../../types/contract/organisation'
import { organisationHandlers } from '../../actions/organisation'
import { functionMain } from '../function-main'

export const main = functionMain('organisation', { contract: organisation, handlers: organisationHandlers })
