import type { Handlers } from '../handlers'
import { legacy } from './legacy'
import { list } from './list'

export const specialHandlers: Handlers<'special'> = { list, legacy }
