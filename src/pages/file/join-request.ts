import { mediaIdsOf } from '@/data/upload/picked-media'
import type { JoinRequest } from '@/ticket/filing/use-neighbours'
import { contactOf, type FileDraft } from './draft'

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
