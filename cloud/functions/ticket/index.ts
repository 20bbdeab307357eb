import { ticket } from '../../../types/contract/ticket'
import { ticketHandlers } from '../../actions/ticket'
import { functionMain } from '../function-main'

export const main = functionMain('ticket', { contract: ticket, handlers: ticketHandlers })
