import { incident } from '../../../types/contract/incident'
import { incidentHandlers } from '../../actions/incident'
import { functionMain } from '../function-main'

export const main = functionMain('incident', { contract: incident, handlers: incidentHandlers })
