import { sweepDeadlines } from '../../actions/deadline/sweep'
import { timerMain } from '../timer-main'

export const main = timerMain(sweepDeadlines)
