import { tickDeadlines } from '../../actions/deadline/tick'
import { recorded } from '../../actions/timer-run'
import { timerMain } from '../timer-main'

export const main = timerMain(recorded('deadline', tickDeadlines))
