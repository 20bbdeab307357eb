import { exactText } from '../../../types/words/time'
import { deleteDuty, directoryChanged, insertDuty, overlappingDuty } from '../../store/people/staff'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { plannedBy } from './planned'

/** ms. A shift of several days is several shifts. */
const longest = 48 * 3_600_000
/** ms from now: farther ahead is a mistake in the year. */
const farthest = 400 * 86_400_000

/** @throws CallError `invalidRequest` naming the field */
function checkSpan({ from, to }: { readonly from: number; readonly to: number }, now: number): void {
  if (to <= from) throw CallError.field('invalidRequest', 'to', '值班的结束时间要晚于开始时间')
  if (to - from > longest) throw CallError.field('invalidRequest', 'to', '一个班次最长 48 小时，请分成几个班次')
  if (Math.abs(from - now) > farthest) throw CallError.field('invalidRequest', 'from', '值班时间离现在太远，请检查日期')
}

/** Puts somebody on the duty roster (D-RT-1). @throws CallError unknownPerson, forbidden, invalidRequest */
export const addDuty: Handler<'staff', 'addDuty'> = async (input, call) => {
  checkSpan(input, call.runtime.clock.now())
  const planned = await plannedBy(call.runtime, call.caller, input)
  return once(call, { action: 'staff.addDuty', centerId: planned.centerId, request: input }, async trx => {
    // The company's row first: two overlapping shifts added at once would not see each other.
    await directoryChanged(trx, planned.centerId)
    const other = await overlappingDuty(trx, planned, input)
    if (other)
      throw CallError.field(
        'invalidRequest',
        'from',
        `和已有的班次重叠（${exactText(other.from)} 到 ${exactText(other.to)}）`,
      )
    await insertDuty(trx, planned, input)
    return { done: true as const }
  })
}

/** Takes a shift off the roster; one that is not on it is taken off by doing nothing. */
export const removeDuty: Handler<'staff', 'removeDuty'> = async (input, call) => {
  const planned = await plannedBy(call.runtime, call.caller, input)
  return once(call, { action: 'staff.removeDuty', centerId: planned.centerId, request: input }, async trx => {
    await deleteDuty(trx, planned, input)
    await directoryChanged(trx, planned.centerId)
    return { done: true as const }
  })
}
