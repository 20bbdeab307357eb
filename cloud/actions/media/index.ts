import type { Handlers } from '../handlers'
import { links } from './links'
import { register } from './register'

export const mediaHandlers: Handlers<'media'> = { register, links }
