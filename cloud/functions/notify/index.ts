import { deliverNotices } from '../../actions/notify/deliver'
import { recorded } from '../../actions/timer-run'
import { timerMain } from '../timer-main'

export const main = timerMain(recorded('notify', deliverNotices))
