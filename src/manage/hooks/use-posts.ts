import { useMemo } from 'react'
import { useObserved } from '@/hooks/use-observed'
import { me } from '@/services/session'
import type { Role } from '../../../types/vocabulary'

/** Every post of the reader: what somebody may do depends on all of them, whichever one's screens are shown. */
export function usePosts(): readonly Role[] {
  const account = useObserved(me)
  return useMemo(() => [...new Set((account?.posts ?? []).map(({ role }) => role))], [account])
}
