import { deliverNotices } from '../../actions/notify/deliver'
import { recorded } from '../../actions/timer-run'
import { weChat } from '../../platform/wechat'
import { timerMain } from '../timer-main'

export const main = timerMain(recorded('notify', deliverNotices), weChat)
