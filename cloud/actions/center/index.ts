import type { Handlers } from '../handlers'
import { escalations } from './escalations'
import { health } from './health'
import { overview } from './overview'
import { retryDeadLetter } from './retry-dead-letter'

export const centerHandlers: Handlers<'center'> = { overview, escalations, health, retryDeadLetter }
