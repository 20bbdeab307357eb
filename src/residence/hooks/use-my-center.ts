import { useObserved } from '@/data/device/use-observed'
import { chosenCenter, me } from '@/data/session/session'
import { type Right, holdsRight } from '../../../types/rights'

/** Where somebody at work does what the right is for: the center of the address, the one that is worked on, else the first. null: nowhere. */
export function useMyCenter(right: Right, asked: string | null): string | null {
  const posts = useObserved(me)?.posts ?? []
  const worked = useObserved(chosenCenter)
  const own = posts.filter(({ role }) => holdsRight(role, right)).map(({ centerId }) => centerId)
  return own.find(id => id === asked) ?? own.find(id => id === worked) ?? own[0] ?? null
}
