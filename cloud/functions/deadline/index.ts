import { sweepDeadlines } from '../../actions/deadline/sweep'
import { recorded } from '../../actions/timer-run'
import { timerMain } from '../timer-main'

export const main = timerMain(recorded('deadline', sweepDeadlines))
