import type { Handlers } from '../handlers'
import { answer } from './answer'
import { list } from './list'

export const surveyHandlers: Handlers<'survey'> = { list, answer }
