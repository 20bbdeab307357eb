import type { ResponseOf } from '../../../types/contract/index'
import { holdsRight } from '../../../types/rights'
import type { Role } from '../../../types/vocabulary'

type Escalation = ResponseOf<'center', 'escalations'>['items'][number]

/** D-SLA-14; the server has the last word. */
export const canSupervise = (posts: readonly Role[]): boolean => posts.some(post => holdsRight(post, 'supervise'))

/** One deadline tells every level it reaches: the list shows each once, as it stands now. Order is kept. */
export function highestLevels<Item extends Pick<Escalation, 'ticketId' | 'kind' | 'dueAt' | 'level'>>(
  items: readonly Item[],
): Item[] {
  const nameOf = ({ ticketId, kind, dueAt }: Item) => `${ticketId}:${kind}:${dueAt}`
  const highest = new Map<string, number>()
  for (const item of items) highest.set(nameOf(item), Math.max(highest.get(nameOf(item)) ?? 0, item.level))
  return items.filter(item => highest.get(nameOf(item)) === item.level)
}
