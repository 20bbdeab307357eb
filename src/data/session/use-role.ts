import type { Role } from '../../../types/vocabulary'
import { chosenRole, me } from './session'
import { useObserved } from '../device/use-observed'

/** The post whose screens are shown: the chosen one if it is held, else the first; a stranger sees the resident's. */
export function useRole(): Role {
  const posts = useObserved(me)?.posts ?? []
  const chosen = useObserved(chosenRole)
  return posts.find(({ role }) => role === chosen)?.role ?? posts[0]?.role ?? 'resident'
}
