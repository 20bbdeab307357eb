import type { Handlers } from '../handlers'
import { check } from './check'
import { compare } from './compare'
import { current } from './current'
import { history } from './history'
import { month } from './month'
import { readHolidays } from './read-holidays'
import { rehearse } from './rehearse'
import { save } from './save'

export const policyHandlers: Handlers<'policy'> = {
  current,
  history,
  compare,
  check,
  save,
  rehearse,
  month,
  readHolidays,
}
