import type { Handlers } from '../handlers'
import { list } from './list'
import { record } from './record'

export const callbackHandlers: Handlers<'callback'> = { list, record }
