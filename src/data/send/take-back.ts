import { uuidv7 } from '../call/uuid'
import { storage } from '../device/storage'
import { open } from '../session/navigation'
import { keyOf, type StoredWrite } from './outbox'
import { outbox } from './stored-writes'

/**
 * Takes a stored write back into its form, with the files as far as they have got, and opens the form. What is sent from
 * there after a refusal is another write, under another key; else it keeps its key, since an answer may only have been lost
 * on the way. `occupied`: the form holds another draft, which it would overwrite.
 */
export function takeBack(stored: StoredWrite): 'taken' | 'sending' | 'occupied' {
  const { draft, refusal } = stored
  if (draft === null || storage.readDraft(draft.name) !== null) return 'occupied'
  const write = outbox.take(keyOf(stored))
  if (!write) return 'sending'
  const { media } = write
  const value = draft.value as object
  const key = refusal === null ? keyOf(write) : uuidv7()
  if (write.does === 'file') {
    storage.saveDraft(draft.name, { ...value, media, idempotencyKey: key })
    open('pages/file/index')
  } else {
    const { ticketId, command } = write.request
    storage.saveDraft(draft.name, { ...value, photos: media, keys: { [command]: key } })
    open('work/act/index', { ticketId, command })
  }
  return 'taken'
}
