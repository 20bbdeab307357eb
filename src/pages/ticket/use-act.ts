import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import type { ActRequest } from '../../../types/contract/commands'
import { createSender } from '@/data/send/sender'
import { call } from '@/data/call/client'
import { storage } from '@/data/device/storage'
import type { PickedMedia } from '@/data/upload/picked-media'
import { useUploads } from '@/data/upload/use-uploads'

type Envelope = 'ticketId' | 'idempotencyKey'
type WithoutEnvelope<Request> = Request extends unknown ? Omit<Request, Envelope> : never
/** A command of `ticket.act` as the screen makes it; key and ticket are added on the way. */
export type CommandData = WithoutEnvelope<ActRequest>

interface CommandDraft {
  key: string
  text: string
  /** As far as they have got; an earlier version kept none. */
  photos?: readonly PickedMedia[]
}

/**
 * One intended command on one ticket. Words, photos and key stay on the device until it has been done, so that a retry after
 * a restart is the same command (D-IN-5).
 */
export function useAct(ticketId: string, name: string) {
  const draftName = `act:${ticketId}:${name}`
  const [kept] = useState(() => storage.readDraft<CommandDraft>(draftName))
  const [sender] = useState(() =>
    createSender<CommandData, ResponseOf<'ticket', 'act'>>(
      (act, idempotencyKey) =>
        call('ticket', 'act', { ticketId, idempotencyKey, ...act } as ActRequest, { retries: 2 }),
      kept?.key,
    ),
  )
  const [text, setText] = useState(kept?.text ?? '')
  const uploads = useUploads(kept?.photos)
  const { value: photos } = uploads
  const [busy, setBusy] = useState(false)
  // What arrives later does not bring the draft back.
  const done = useRef(false)

  useEffect(() => {
    if (done.current) return
    if (text.trim() !== '' || photos.length > 0)
      storage.saveDraft(draftName, { key: sender.key(), text, photos } satisfies CommandDraft)
    else storage.removeDraft(draftName)
  }, [draftName, sender, text, photos])

  const send = async (act: CommandData) => {
    setBusy(true)
    const outcome = await sender.submit(act)
    setBusy(false)
    if (outcome.ok) {
      done.current = true
      storage.removeDraft(draftName)
    }
    return outcome
  }
  return { text, setText, uploads, busy, send }
}
