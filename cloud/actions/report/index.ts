import type { Handlers } from '../handlers'
import { findings } from './findings'
import { satisfaction } from './satisfaction'

export const reportHandlers: Handlers<'report'> = { satisfaction, findings }
