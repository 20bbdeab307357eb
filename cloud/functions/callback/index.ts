import { callback } from '../../../types/contract/callback'
import { callbackHandlers } from '../../actions/callback'
import { functionMain } from '../function-main'

export const main = functionMain('callback', { contract: callback, handlers: callbackHandlers })
