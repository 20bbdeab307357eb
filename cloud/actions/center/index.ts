import type { Handlers } from '../handlers'
import { escalations } from './escalations'
import { health } from './health'
import { overview } from './overview'
import { releaseParked } from './release-parked'

export const centerHandlers: Handlers<'center'> = { overview, escalations, health, releaseParked }
