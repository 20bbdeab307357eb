import { directoryChanged, setPresent } from '../../store/people/staff'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { plannedBy } from './planned'

/** Marks somebody as at work or away, in every post of the center (D-RT-2). @throws CallError unknownPerson, forbidden */
export const setPresence: Handler<'staff', 'setPresence'> = async (input, call) => {
  const planned = await plannedBy(call.runtime, call.caller, input)
  return once(call, { action: 'staff.setPresence', centerId: planned.centerId, request: input }, async trx => {
    await setPresent(trx, planned, input.present)
    await directoryChanged(trx, planned.centerId)
    return { done: true as const }
  })
}
