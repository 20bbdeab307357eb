import { account } from '../../../types/contract/account'
import { accountHandlers } from '../../actions/account'
import { weChatSignIn } from '../../platform/wechat/sign-in'
import { functionMain } from '../function-main'

export const main = functionMain('account', { contract: account, handlers: accountHandlers }, weChatSignIn)
