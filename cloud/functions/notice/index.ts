import { noticeHandlers } from '../../actions/notice'
import { functionMain } from '../function-main'

export const main = functionMain('notice', noticeHandlers)
