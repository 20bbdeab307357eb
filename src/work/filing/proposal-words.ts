import type { ResponseOf } from '../../../types/contract/index'
import { urgencyLabels, type Urgency } from '../../../types/vocabulary'

/** One line below the choice: as what it is filed when nothing is chosen, or what the choice goes against. Null: nothing to say. */
export function proposalWords(
  { urgency, why }: Pick<ResponseOf<'ticket', 'classify'>, 'urgency' | 'why'>,
  chosen: Urgency | null,
): string | null {
  const reason = why === null ? '' : `：${why}`
  if (chosen === null) return `不选就按“${urgencyLabels[urgency]}”登记${reason}`
  return chosen === urgency || why === null ? null : `建议选“${urgencyLabels[urgency]}”${reason}`
}
