import type { Handlers } from '../handlers'
import { addDuty, removeDuty } from './duty'
import { handOver } from './hand-over'
import { addLeave, removeLeave } from './leave'
import { list } from './list'
import { setPresence } from './set-presence'

export const staffHandlers: Handlers<'staff'> = {
  list,
  setPresence,
  addLeave,
  removeLeave,
  addDuty,
  removeDuty,
  handOver,
}
