import type { Handlers } from '../handlers'
import { answer } from './answer'
import { detail } from './detail'
import { list } from './list'

export const surveyHandlers: Handlers<'survey'> = { list, answer, detail }
