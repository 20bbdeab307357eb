import type { Handlers } from '../handlers'
import { accepted } from './accepted'
import { list } from './list'
import { read } from './read'
import { templates } from './templates'

export const noticeHandlers: Handlers<'notice'> = { list, read, templates, accepted }
