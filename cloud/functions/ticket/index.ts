import { ticketHandlers } from '../../actions/ticket'
import { functionMain } from '../function-main'

export const main = functionMain('ticket', ticketHandlers)
