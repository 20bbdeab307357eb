import { media } from '../../../types/contract/media'
import { mediaHandlers } from '../../actions/media'
import { functionMain } from '../function-main'

export const main = functionMain('media', { contract: media, handlers: mediaHandlers })
