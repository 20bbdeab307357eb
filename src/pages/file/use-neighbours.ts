import { useEffect, useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { call } from '@/data/call/client'
import { useSettled } from '@/data/read/use-settled'
import { mediaIdsOf } from '@/data/upload/picked-media'
import { contactOf, type FileDraft } from './draft'

export type JoinRequest = Omit<RequestOf<'incident', 'join'>, 'idempotencyKey'>
export type Neighbours = ResponseOf<'incident', 'nearby'>['items'][number]

/** While somebody is still typing nothing appears and goes, ms. */
const settleMs = 800

const none: readonly Neighbours[] = []

type Told = Pick<FileDraft, 'kind' | 'category' | 'placeId' | 'text' | 'emergency'>

interface Found extends Pick<FileDraft, 'category' | 'placeId'> {
  items: readonly Neighbours[]
}

/** In danger nobody is to read anything more, and a question or a praise is nobody else's. */
const mayBeShared = ({ kind, emergency }: Told): boolean =>
  !emergency && (kind === null || kind === 'complaint' || kind === 'request')

/** Open matters nearby that it may be too (D-IN-6); none where that can't be known. */
export function useNeighbours(draft: Told): readonly Neighbours[] {
  const { category, placeId } = draft
  const text = useSettled(draft.text.trim(), settleMs)
  const [found, setFound] = useState<Found>({ category: null, placeId: null, items: [] })
  const asks = mayBeShared(draft)
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

/** What is sent with the one tap: whatever has been written so far, and nothing that tells who it is where that is hidden. */
export function joinRequest(draft: FileDraft, incidentId: string): JoinRequest {
  const { text, placeId, media, anonymous } = draft
  const contact = contactOf(draft)
  const photos = mediaIdsOf(media, ['image'])
  const recording = mediaIdsOf(media, ['video', 'audio'])[0]
  return {
    incidentId,
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(placeId === null ? {} : { placeId }),
    ...(photos.length > 0 ? { photos } : {}),
    ...(recording === undefined ? {} : { recording }),
    ...(anonymous ? { anonymous: true } : {}),
    ...(contact ? { contact } : {}),
  }
}
