import type { Handlers } from '../handlers'
import { list } from './list'
import { read } from './read'

export const noticeHandlers: Handlers<'notice'> = { list, read }
