import { call, upload } from '../call/client'
import { dropFile, fileExists } from '../device/local-file'
import { online } from '../device/network'
import { storage } from '../device/storage'
import { owner } from '../session/session'
import type { ResponseOf } from '../../../types/contract/index'
import { sendAccept } from './accept'
import { createOutbox, keyOf, type StoredWrite } from './outbox'
import { announceWritten } from './written'

/** Told of every write that has been sent after it had to wait. */
const listeners = new Set<(write: StoredWrite) => void>()
export const onSentLater = (listener: (write: StoredWrite) => void): void => void listeners.add(listener)

/** Name under which the device keeps which ticket a filing has become that was sent later. */
const ticketOf = (key: string): string => `ticket-of:${key}`

/** The ticket that a stored filing has become; null: not yet. */
export const ticketOfStored = (key: string): string | null => storage.readCached<string>(ticketOf(key))?.value ?? null

const send = (write: StoredWrite): Promise<unknown> =>
  write.does === 'act'
    ? write.request.command === 'accept'
      ? sendAccept(write.request.ticketId, keyOf(write), { quiet: true })
      : call('ticket', 'act', write.request, { quiet: true })
    : call('ticket', 'file', write.request, { quiet: true })

/** The one outbox of this phone (D-HD-10). */
export const outbox = createOutbox({
  initial: storage.readOutbox<StoredWrite[]>() ?? [],
  keep: writes => storage.saveOutbox(writes),
  send,
  upload,
  exists: fileExists,
  drop: dropFile,
  connected: online,
  owner,
  later: (work, ms) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  onSent(write, answer) {
    if (write.does === 'file') {
      const filed = answer as ResponseOf<'ticket', 'file'>
      storage.cache(`receipt:${filed.ticketId}`, filed)
      storage.cache(ticketOf(keyOf(write)), filed.ticketId)
    }
    announceWritten()
    listeners.forEach(listener => listener(write))
  },
  // Refused because the matter has moved on: what is shown of it is out of date.
  onRefused: announceWritten,
})

/** How many writes of the person signed in have not been sent. */
export const waitingNow = (): number => outbox.writes.get().filter(write => write.owner === owner.get()).length
