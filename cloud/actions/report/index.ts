import type { Handlers } from '../handlers'
import { satisfaction } from './satisfaction'

export const reportHandlers: Handlers<'report'> = { satisfaction }
