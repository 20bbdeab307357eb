import { special } from '../../../types/contract/special'
import { specialHandlers } from '../../actions/special'
import { functionMain } from '../function-main'

export const main = functionMain('special', { contract: special, handlers: specialHandlers })
