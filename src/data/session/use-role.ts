import type { Role } from '../../../types/vocabulary'
import { chosenRole, firstRoleOf, me } from './session'
import { useObserved } from '../device/use-observed'

/** The post whose screens are shown: the chosen one if it is held, else the first; a stranger sees the resident's. */
export function useRole(): Role {
  const account = useObserved(me)
  const chosen = useObserved(chosenRole)
  return account?.posts.find(({ role }) => role === chosen)?.role ?? firstRoleOf(account)
}
