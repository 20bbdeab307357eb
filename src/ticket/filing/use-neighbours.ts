import { useEffect, useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import type { Kind } from '../../../types/vocabulary'
import { call } from '@/data/call/client'
import { useSettled } from '@/data/read/use-settled'

export type JoinRequest = Omit<RequestOf<'incident', 'join'>, 'idempotencyKey'>
export type Neighbours = ResponseOf<'incident', 'nearby'>['items'][number]

/** While somebody is still typing nothing appears and goes, ms. */
const settleMs = 800

const none: readonly Neighbours[] = []

/** What of a form decides whether it may be somebody else's matter too. */
export interface Told {
  kind: Kind | null
  category: string | null
  placeId: string | null
  text: string
  emergency: boolean
}

interface Found extends Pick<Told, 'category' | 'placeId'> {
  items: readonly Neighbours[]
}

/** In danger nobody is to read anything more, and a question or a praise is nobody else's. */
const mayBeShared = ({ kind, emergency }: Told): boolean =>
  !emergency && (kind === null || kind === 'complaint' || kind === 'request')

/** Open matters nearby that it may be too (D-IN-6); none where that can't be known. */
export function useNeighbours(told: Told): readonly Neighbours[] {
  const { category, placeId } = told
  const text = useSettled(told.text.trim(), settleMs)
  const [found, setFound] = useState<Found>({ category: null, placeId: null, items: [] })
  const asks = mayBeShared(told)
  useEffect(() => {
    let current = true
    if (asks && category !== null && placeId !== null)
      call('incident', 'nearby', { category, placeId, ...(text ? { text } : {}) }, { quiet: true }).then(
        ({ items }) => {
          if (current) setFound({ category, placeId, items })
        },
        () => undefined,
      )
    return () => {
      current = false
    }
  }, [asks, category, placeId, text])
  // What was found before some more words stands until the next answer; for another place or category it says nothing.
  return asks && found.category === category && found.placeId === placeId ? found.items : none
}
