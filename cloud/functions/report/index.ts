import { report } from '../../../types/contract/report'
import { reportHandlers } from '../../actions/report'
import { functionMain } from '../function-main'

export const main = functionMain('report', { contract: report, handlers: reportHandlers })
