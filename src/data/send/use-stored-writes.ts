import { useMemo } from 'react'
import { useObserved } from '../device/use-observed'
import { me } from '../session/session'
import type { StoredWrite } from './outbox'
import { outbox } from './stored-writes'

/** What the person signed in has written on this phone and the server does not have yet, in order. */
export function useStoredWrites(): readonly StoredWrite[] {
  const writes = useObserved(outbox.writes)
  const owner = useObserved(me)?.id ?? null
  return useMemo(() => writes.filter(write => write.owner === owner), [writes, owner])
}
