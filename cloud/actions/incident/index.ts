import type { Handlers } from '../handlers'
import { join } from './join'
import { nearby } from './nearby'
import { split, undo } from './take-off'

export const incidentHandlers: Handlers<'incident'> = { nearby, join, split, undo }
