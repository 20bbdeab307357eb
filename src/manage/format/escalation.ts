import type { ResponseOf } from '../../../types/contract/index'
import { holdsRight } from '../../../types/rights'
import type { Role } from '../../../types/vocabulary'

type Escalation = ResponseOf<'center', 'escalations'>['items'][number]

/** D-SLA-14; the server has the last word. */
export const canSupervise = (posts: readonly Role[]): boolean => posts.some(post => holdsRight(post, 'supervise'))

export interface TicketEscalations<Item> {
  /** Of what is still open, where something is. */
  newest: Item
  /** Every level that a deadline of this ticket reached. */
  steps: number
}

/** One entry for each ticket, however many of its deadlines told how many levels; the order of the tickets is kept. */
export function perTicket<Item extends Pick<Escalation, 'ticketId' | 'noticedAt' | 'level' | 'metAt'>>(
  items: readonly Item[],
): TicketEscalations<Item>[] {
  const tickets = new Map<string, Item[]>()
  for (const item of items) tickets.set(item.ticketId, [...(tickets.get(item.ticketId) ?? []), item])
  return [...tickets.values()].flatMap(steps => {
    const [newest] = [...steps].sort(
      (a, b) => Number(b.metAt === null) - Number(a.metAt === null) || b.noticedAt - a.noticedAt || b.level - a.level,
    )
    return newest ? [{ newest, steps: steps.length }] : []
  })
}
