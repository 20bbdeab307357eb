import { accountHandlers } from '../../actions/account'
import { weChatSignIn } from '../../platform/wechat-sign-in'
import { functionMain } from '../function-main'

export const main = functionMain('account', accountHandlers, weChatSignIn)
