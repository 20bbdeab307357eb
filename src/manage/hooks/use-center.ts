import { useMemo } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { chosenCenter, me } from '@/data/session/session'
import { centerOf, keyOfCenter, managedCenters, overviewKey, type ManagedCenter } from '../format/centers'

export interface CenterChoice {
  centers: readonly ManagedCenter[]
  /** The one that is worked on; undefined: there is only one. */
  centerId: string | undefined
  /** For readings of it: `atCenter` makes of it what a call sends. */
  key: string
  /** The same for the overview, which quality and supervisors have of the whole company. */
  overviewKey: string
}

/** Which of their centers a manager works on; chosen on the hub, kept with the session. */
export function useCenter(): CenterChoice {
  const account = useObserved(me)
  const chosen = useObserved(chosenCenter)
  return useMemo(() => {
    const centers = managedCenters(account?.posts ?? [])
    const centerId = centerOf(centers, chosen)
    const key = keyOfCenter(centerId)
    return { centers, centerId, key, overviewKey: overviewKey(account?.posts ?? [], key) }
  }, [account, chosen])
}
