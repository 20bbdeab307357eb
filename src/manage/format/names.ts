import type { AnswerOf } from '../../../types/contract'
import type { Policy } from '../../../types/contract/policy-document'
import { type Names, namesById, namesOf } from '../../../types/words/policy'

/** Names as the policy that is being edited has them, and its center's own. */
export const namesIn = (
  policy: Policy,
  { buildings, places, staff }: Pick<AnswerOf<'policy', 'current'>, 'buildings' | 'places' | 'staff'>,
): Names => namesOf(policy, { people: namesById(staff), buildings: namesById(buildings), places: namesById(places) })
