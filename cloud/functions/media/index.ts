import { mediaHandlers } from '../../actions/media'
import { functionMain } from '../function-main'

export const main = functionMain('media', mediaHandlers)
