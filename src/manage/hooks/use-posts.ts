import { useMemo } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { me } from '@/data/session/session'
import type { Role } from '../../../types/vocabulary'
import { rolesAt } from '../format/centers'
import type { HeldPosts } from '../hub/cards'
import { useCenter } from './use-center'

/** Every post of the reader: what somebody may do depends on all of them, whichever one's screens are shown. */
export function usePosts(): readonly Role[] {
  const account = useObserved(me)
  return useMemo(() => rolesAt(account?.posts ?? [], undefined), [account])
}

/** The same, beside what of it counts in the center that is worked on. */
export function useHeld(): HeldPosts {
  const account = useObserved(me)
  const { centerId } = useCenter()
  return useMemo(() => {
    const posts = account?.posts ?? []
    return {
      here: rolesAt(posts, centerId),
      anywhere: rolesAt(posts, undefined),
      administers: account?.administers ?? false,
    }
  }, [account, centerId])
}
