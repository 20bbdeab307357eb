import { deliverNotices } from '../../actions/notify/deliver'
import { recorded } from '../../actions/timer-run'
import { timerMain } from '../timer-main'
import { outside } from '../outside'

export const main = timerMain(recorded('notify', deliverNotices), outside)
