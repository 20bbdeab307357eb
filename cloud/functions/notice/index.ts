import { notice } from '../../../types/contract/notice'
import { noticeHandlers } from '../../actions/notice'
import { functionMain } from '../function-main'

export const main = functionMain('notice', { contract: notice, handlers: noticeHandlers })
