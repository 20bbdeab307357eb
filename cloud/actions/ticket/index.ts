import type { Handlers } from '../handlers'
import { act } from './act'
import { candidates } from './candidates'
import { catalog } from './catalog'
import { classify } from './classify'
import { earlier } from './earlier'
import { file } from './file'
import { findCaller } from './find-caller'
import { follow } from './follow'
import { get } from './get'
import { list } from './list'
import { progress } from './progress'
import { revealContact } from './reveal-contact'
import { timeline } from './read-timeline'
import { summary } from './summary'

export const ticketHandlers: Handlers<'ticket'> = {
  catalog,
  classify,
  file,
  earlier,
  list,
  summary,
  get,
  follow,
  timeline,
  act,
  candidates,
  revealContact,
  findCaller,
  progress,
}
