import { parseDate } from '../../domain/calendar/zone'
import { deleteLeave, directoryChanged, insertLeave, openTicketsOf } from '../../store/people/staff'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { plannedBy } from './planned'

/** Days of one leave; longer is a mistake in the year. */
const longestDays = 366

/** @throws CallError `invalidRequest` naming the day that is wrong */
function checkDays({ from, to }: { readonly from: string; readonly to: string }): void {
  const [first, last] = [parseDate(from), parseDate(to)]
  if (first === null) throw CallError.field('invalidRequest', 'from', '没有这个开始日期，请重新选择')
  if (last === null) throw CallError.field('invalidRequest', 'to', '没有这个结束日期，请重新选择')
  if (last < first) throw CallError.field('invalidRequest', 'to', '休假的结束日期不能早于开始日期')
  if (last - first >= longestDays) throw CallError.field('invalidRequest', 'to', '一次休假最多登记一年，请检查日期')
}

/** Records leave, and answers how many open tickets the person still has (D-RT-2, D-RT-7). */
export const addLeave: Handler<'staff', 'addLeave'> = async (input, call) => {
  checkDays(input)
  const planned = await plannedBy(call.runtime, call.caller, input)
  return once(call, { action: 'staff.addLeave', centerId: planned.centerId, request: input }, async trx => {
    await insertLeave(trx, planned, input)
    await directoryChanged(trx, planned.centerId)
    return { openTickets: (await openTicketsOf(trx, planned)).length }
  })
}

/** Takes leave back; what was never recorded is taken back by doing nothing. */
export const removeLeave: Handler<'staff', 'removeLeave'> = async (input, call) => {
  const planned = await plannedBy(call.runtime, call.caller, input)
  return once(call, { action: 'staff.removeLeave', centerId: planned.centerId, request: input }, async trx => {
    await deleteLeave(trx, planned, input)
    await directoryChanged(trx, planned.centerId)
    return { done: true as const }
  })
}
