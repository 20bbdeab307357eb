import { staff } from '../../../types/contract/staff'
import { staffHandlers } from '../../actions/staff'
import { functionMain } from '../function-main'

export const main = functionMain('staff', { contract: staff, handlers: staffHandlers })
