import { uuidv7 } from '../call/uuid'
import { storage } from '../device/storage'
import { open } from '../session/navigation'
import { keyOf, type StoredWrite } from './outbox'
import { outbox } from './stored-writes'

/**
 * Takes a stored write back into its form, with the files as far as they have got, and opens the form. What is sent from
 * there is another write, under another key.
 */
export function takeBack(stored: StoredWrite): void {
  const write = outbox.take(keyOf(stored))
  if (!write) return
  const { draft, media } = write
  if (write.does === 'file') {
    if (draft) storage.saveDraft(draft.name, { ...(draft.value as object), media, idempotencyKey: uuidv7() })
    return open('pages/file/index')
  }
  if (draft) storage.saveDraft(draft.name, { ...(draft.value as object), photos: media })
  open('work/act/index', { ticketId: write.request.ticketId, command: write.request.command })
}
