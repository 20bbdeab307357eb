import type { TicketItem } from '../../../types/contract/ticket-views'

const minute = 60_000

export type Emergency = NonNullable<TicketItem['emergency']>

/** Who has it and how long until they take it on, in true minutes; once that is over, what to do instead. */
export function emergencyText({ handlerName, acceptBy }: Emergency, now: number): string {
  if (handlerName === null) return '正在为您安排人员'
  if (acceptBy === null) return `${handlerName}已接单，正在处理`
  if (acceptBy <= now) return `${handlerName}还没有接单，我们正在催`
  // Rounded up: within nine minutes would be promised too much while there are nine and a half.
  return `${handlerName} ${Math.ceil((acceptBy - now) / minute)} 分钟内接单`
}
