import { account } from '../../../types/contract/account'
import { accountHandlers } from '../../actions/account'
import { weChat } from '../../platform/wechat'
import { functionMain } from '../function-main'

export const main = functionMain('account', { contract: account, handlers: accountHandlers }, weChat)
