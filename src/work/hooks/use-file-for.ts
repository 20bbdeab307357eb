import { useEffect, useState } from 'react'
import { useUploads, type Uploads } from '@/data/upload/use-uploads'
import { createSender, type Outcome } from '@/data/send/sender'
import { call } from '@/data/call/client'
import { storage } from '@/data/device/storage'
import { uuidv7 } from '@/data/call/uuid'
import { useAskAgain } from '@/ticket/filing/ask-again'
import type { ResponseOf } from '../../../types/contract/index'
import type { FileRequest } from '../../../types/contract/ticket'
import { checkFileFor, emptyFileFor, isBegun, type FileForDraft } from '../filing/file-for'

export type Filed = ResponseOf<'ticket', 'file'>

export type FileForResult =
  | { kind: 'filed'; filed: Filed }
  | { kind: 'invalid'; messages: Readonly<Record<string, string>> }
  | Refused
type Refused = { kind: 'refused' } & Omit<Extract<Outcome<Filed>, { ok: false }>, 'ok'>

export interface FileFor {
  draft: FileForDraft
  messages: Readonly<Record<string, string>>
  busy: boolean
  uploads: Uploads
  change: (part: Partial<FileForDraft>) => void
  submit: () => Promise<FileForResult>
}

const draftName = 'file-for'

/** A filing for somebody else: kept on the device at each change, sent under the key of the draft. Mount anew for the next one. */
export function useFileFor(): FileFor {
  const [draft, setDraft] = useState(() => ({
    ...emptyFileFor(uuidv7()),
    ...storage.readDraft<FileForDraft>(draftName),
  }))
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const [sender] = useState(() =>
    createSender<FileRequest, Filed>(
      (request, idempotencyKey) => call('ticket', 'file', { ...request, idempotencyKey }, { retries: 2 }),
      draft.idempotencyKey,
    ),
  )
  const uploads = useUploads(draft.media)
  const again = useAskAgain(draft)
  const whole: FileForDraft = { ...draft, media: uploads.value }
  useEffect(() => {
    const next = { ...draft, media: uploads.value }
    if (isBegun(next)) storage.saveDraft(draftName, next)
    else storage.removeDraft(draftName)
  }, [draft, uploads.value])
  return {
    draft: whole,
    messages,
    busy,
    uploads,
    change(part) {
      setDraft(before => ({ ...before, ...part }))
      setMessages({})
    },
    async submit() {
      const checked = checkFileFor(whole)
      if (!checked.ok) {
        setMessages(checked.messages)
        return { kind: 'invalid', messages: checked.messages }
      }
      // In danger nobody is asked anything more.
      const request = { ...checked.request, ...(draft.urgency === 'emergency' ? {} : await again.ask()) }
      setBusy(true)
      const outcome = await sender.submit(request)
      setBusy(false)
      if (outcome.ok) {
        storage.removeDraft(draftName)
        return { kind: 'filed', filed: outcome.answer }
      }
      again.forget()
      // After a refusal the key is a new one; the draft has to know it.
      setDraft(before => ({ ...before, idempotencyKey: sender.key() }))
      setMessages(outcome.fields)
      return { kind: 'refused', error: outcome.error, fields: outcome.fields, outdated: outcome.outdated }
    },
  }
}
