import { usualDetailsDays } from '../../../types/words/policy'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { HeardAnswer, Ticket } from '../ticket/state'

const dayMs = 86_400_000

/** Somebody's answer in the latest round, if it was given with one tap and nothing has been added to it; `complainant` by `complainantKey`. */
export const tappedAnswer = (
  { rounds }: Pick<Ticket, 'rounds'>,
  complainant: string | null,
): (HeardAnswer & Required<Pick<HeardAnswer, 'tapped'>>) | null => {
  const found = rounds.at(-1)?.answers.find(one => one.complainant === complainant)
  return found?.tapped ? { ...found, tapped: found.tapped } : null
}

/** Epoch ms up to which they may add to it (D-CB-5); null: there is nothing to add to. */
export function detailsUntil(
  ticket: Pick<Ticket, 'rounds'>,
  complainant: string | null,
  { policy }: CompiledPolicy,
): number | null {
  const answer = tappedAnswer(ticket, complainant)
  return answer && answer.tapped.at + (policy.survey.detailsWithinDays ?? usualDetailsDays) * dayMs
}
