import { type Right, holdsRight } from '../../../types/rights'
import { useObserved } from '../device/use-observed'
import { me } from './session'

/** Whether any post of whoever is signed in holds a right, whichever post's screens are shown. */
export const useHolds = (right: Right): boolean =>
  (useObserved(me)?.posts ?? []).some(({ role }) => holdsRight(role, right))
