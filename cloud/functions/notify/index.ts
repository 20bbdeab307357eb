import { deliverNotices } from '../../actions/notify/deliver'
import { timerMain } from '../timer-main'

export const main = timerMain(deliverNotices)
