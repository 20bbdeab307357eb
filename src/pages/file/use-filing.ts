import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import type { FieldMessages } from '../../../types/errors'
import { useUploads } from '@/data/upload/use-uploads'
import { CallError, messageOf } from '@/data/call/call-error'
import type { FileRequest } from '../../../types/contract/ticket'
import { call } from '@/data/call/client'
import type { Me } from '@/data/session/session'
import { createSender } from '@/data/send/sender'
import { online } from '@/data/device/network'
import { storage } from '@/data/device/storage'
import { isRecording, unsent } from '@/data/upload/picked-media'
import { uuidv7 } from '@/data/call/uuid'
import { useAskAgain } from '@/ticket/filing/ask-again'
import { checkDraft, emptyDraft, isWorthKeeping, missingOf, withPreset, type FileDraft, type Preset } from './draft'
import { householdAt, stillOf } from './family'
import type { JoinRequest } from '@/ticket/filing/use-neighbours'
import { joinRequest } from './join-request'
import { storeFiling, storeLatePhotos } from './store-filing'
import { draftName, kindClash, settledPreset, type KindAnswer } from './waiting-draft'
import { stillThere } from './where'

export type Filed = ResponseOf<'ticket', 'file'>

/** `stored`: it waits on the phone for a network, under this key. `doubled`: an earlier try with other words has arrived after all. */
export type FilingOutcome =
  | { is: 'filed'; filed: Filed }
  | { is: 'stored'; key: string }
  | { is: 'doubled' }
  | { is: 'failed' }
  | { is: 'ignored' }

/** It can wait on the phone, so nobody waits long for it, ms. */
const timeoutMs = 10_000

/** The form of one filing: what is written, kept at each change, checked and sent. */
export function useFiling(me: Me, preset: Preset) {
  const [{ first, restored, clash }] = useState(() => {
    const kept = storage.readDraft<FileDraft>(draftName)
    const fresh = emptyDraft(uuidv7(), me, preset)
    const clash = kindClash(kept, preset)
    const known = stillThere({ ...fresh, ...kept }, me.places, me.rooms)
    return {
      first: kept ? withPreset(known, settledPreset(preset, clash), me.rooms) : fresh,
      restored: kept !== null,
      clash,
    }
  })
  const [sender] = useState(() =>
    createSender<FileRequest, Filed>(
      (request, idempotencyKey) => call('ticket', 'file', { ...request, idempotencyKey }, { timeoutMs }),
      first.idempotencyKey,
    ),
  )
  const [joining] = useState(() =>
    createSender<JoinRequest, { ticketId: string }>((request, idempotencyKey) =>
      call('incident', 'join', { ...request, idempotencyKey }, { timeoutMs }),
    ),
  )
  const [written, setWritten] = useState(first)
  const [offersAfresh, setOffersAfresh] = useState(restored)
  const [kindQuestion, setKindQuestion] = useState(clash)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<FieldMessages>({})
  /** True once the button has been tapped with something missing: from then on the sections say so. */
  const [asked, setAsked] = useState(false)
  const sending = useRef(false)
  const done = useRef(false)
  const uploads = useUploads(first.media)
  const whole = (part: Partial<FileDraft> = {}): FileDraft => {
    const now = { ...written, ...part, media: uploads.value }
    return { ...now, forWhom: stillOf(now.forWhom, householdAt(me.rooms, now.placeId)) }
  }
  const draft = whole()
  const checked = checkDraft(draft)
  const again = useAskAgain(written)

  useEffect(() => {
    if (done.current) return
    const now = { ...written, media: uploads.value }
    if (isWorthKeeping(now)) storage.saveDraft(draftName, now)
    else storage.removeDraft(draftName)
  }, [written, uploads.value])

  const change = (part: Partial<FileDraft>) => {
    setWritten(before => ({ ...before, ...part }))
    setRefused({})
    setError(null)
  }

  const startAfresh = () => {
    storage.removeDraft(draftName)
    sender.renew()
    setWritten(emptyDraft(sender.key(), me, preset))
    uploads.clear()
    setOffersAfresh(false)
    setAsked(false)
    setError(null)
  }

  const answerKind = (answer: KindAnswer) => {
    if (answer === 'change' && kindQuestion) change({ kind: kindQuestion.opened })
    if (answer === 'afresh') startAfresh()
    setKindQuestion(null)
  }

  const over = () => {
    done.current = true
    storage.removeDraft(draftName)
  }
  /** Said with a neighbour's matter in place of a filing (D-IN-6); the words why not, or null: it is done. */
  const join = async (incidentId: string): Promise<{ ticketId: string } | { refused: string } | null> => {
    if (sending.current || done.current) return null
    const draft = whole()
    if (unsent(draft.media).length > 0) return { refused: '照片还在上传，请稍等一下再点' }
    sending.current = true
    setBusy(true)
    const outcome = await joining.submit(joinRequest(draft, incidentId))
    sending.current = false
    setBusy(false)
    if (!outcome.ok) return { refused: messageOf(outcome.error) }
    over()
    return { ticketId: outcome.answer.ticketId }
  }
  const stored = (): FilingOutcome => {
    over()
    return { is: 'stored', key: sender.key() }
  }

  /** `part`: what is taken with the same tap. */
  const submit = async (part: Partial<FileDraft> = {}): Promise<FilingOutcome> => {
    setAsked(true)
    const draft = whole(part)
    const checked = checkDraft(draft)
    setWritten(before => ({ ...before, ...part }))
    // State would be read a tap too late: two taps in one frame both see the old one.
    if (!checked.ok || sending.current || done.current) return { is: 'ignored' }
    const store = (request: FileRequest): boolean =>
      storeFiling({ ...request, idempotencyKey: sender.key() }, draft, me.id)
    const late = unsent(draft.media)
    // Files are waited for by the phone, not by the person; danger does not wait for photos, which can follow.
    const waits = draft.emergency ? late.some(isRecording) : late.length > 0
    if ((!online.get() || waits) && store(checked.data)) return stored()
    sending.current = true
    // In danger nobody is asked anything more.
    const request = { ...checked.data, ...(draft.emergency ? {} : await again.ask()) }
    setBusy(true)
    setError(null)
    const outcome = await sender.submit(request)
    sending.current = false
    setBusy(false)
    if (outcome.ok) {
      const filed = outcome.answer
      over()
      if (late.length > 0) storeLatePhotos(filed, draft, late)
      storage.cache(`receipt:${filed.ticketId}`, filed)
      return { is: 'filed', filed }
    }
    if (outcome.error instanceof CallError && outcome.error.retryable && store(request)) return stored()
    again.forget()
    // After a refusal the key is a new one; the draft has to know it.
    setWritten(before => ({ ...before, idempotencyKey: sender.key() }))
    const { error: failure, fields } = outcome
    if (failure instanceof CallError && failure.code === 'idempotencyConflict') return { is: 'doubled' }
    setError(failure)
    setRefused(fields)
    return { is: 'failed' }
  }

  const missing = checked.ok ? missingOf(refused) : checked.missing
  return {
    draft,
    change,
    uploads,
    submit,
    join,
    busy,
    error,
    missing,
    ready: checked.ok,
    /** Sentences to show in the sections. */
    messageFor: (word: string) => (asked ? missing.find(item => item.word === word)?.message : undefined),
    offersAfresh,
    startAfresh,
    /** Waits for an answer: the page was opened for another kind than the draft has. */
    kindQuestion,
    answerKind,
  }
}
