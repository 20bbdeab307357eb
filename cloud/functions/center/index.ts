import { center } from '../../../types/contract/center'
import { centerHandlers } from '../../actions/center'
import { functionMain } from '../function-main'

export const main = functionMain('center', { contract: center, handlers: centerHandlers })
