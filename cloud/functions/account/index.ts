import { account } from '../../../types/contract/account'
import { accountHandlers } from '../../actions/account'
import { functionMain } from '../function-main'
import { outside } from '../outside'

export const main = functionMain('account', { contract: account, handlers: accountHandlers }, outside)
