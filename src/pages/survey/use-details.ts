import { useEffect, useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { uuidv7 } from '@/data/call/uuid'
import { storage } from '@/data/device/storage'
import { createSender } from '@/data/send/sender'
import { useUploads } from '@/data/upload/use-uploads'
import { say, sayError } from '@/shell/feedback'
import { detailStepsOf, detailsOf, emptyAnswers, type Answers } from '@/ticket/survey/steps'
import type { SurveyOutcome } from './use-survey'

export type TappedSurvey = ResponseOf<'survey', 'list'>['toDetail'][number]

/** What somebody adds to an answer of one tap: a view at a time, kept until it is sent, and sent once (D-CB-5). */
export function useDetails({ ticketId, round, solved, result, questionnaire: { questions } }: TappedSurvey) {
  const draftName = `survey-details:${ticketId}:${round}`
  const [written, setAnswers] = useState<Answers>(() => ({
    ...emptyAnswers(uuidv7()),
    ...storage.readDraft<Answers>(draftName),
    solved,
    result,
  }))
  const uploads = useUploads(written.photos)
  const answers: Answers = { ...written, photos: uploads.value }
  const [index, setIndex] = useState(0)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<SurveyOutcome>(null)
  const [sender] = useState(() =>
    createSender<RequestOf<'survey', 'detail'>, ResponseOf<'survey', 'detail'>>(
      (details, idempotencyKey) => call('survey', 'detail', { ...details, idempotencyKey }, { retries: 2 }),
      answers.idempotencyKey,
    ),
  )
  useEffect(() => {
    if (sent === null) storage.saveDraft(draftName, { ...written, photos: uploads.value })
  }, [draftName, written, uploads.value, sent])

  const steps = detailStepsOf(answers, questions)
  const position = Math.min(index, steps.length - 1)
  const change = (part: Partial<Answers>) => setAnswers(before => ({ ...before, ...part }))
  const details = detailsOf(ticketId, answers, questions)

  const submit = async () => {
    if (!details) return
    if (!uploads.settled) return say(uploads.failed > 0 ? '有照片没有传上，请重试或删除' : '照片还在上传，请稍等')
    setBusy(true)
    const outcome = await sender.submit(details)
    setBusy(false)
    if (outcome.ok) {
      storage.removeDraft(draftName)
      return setSent({ state: outcome.answer.state, solved })
    }
    const { error } = outcome
    if (error instanceof CallError && ['wrongState', 'notFound'].includes(error.code)) {
      storage.removeDraft(draftName)
      return setSent('answered')
    }
    // After a refusal the key is a new one; what is kept has to know it.
    change({ idempotencyKey: sender.key() })
    sayError(error)
  }

  return {
    answers,
    uploads,
    change,
    step: steps[position] ?? 'last',
    position,
    isLast: position === steps.length - 1,
    /** Something has been said that can be sent. */
    hasDetails: details !== null,
    next: () => setIndex(Math.min(position + 1, steps.length - 1)),
    previous: () => setIndex(Math.max(position - 1, 0)),
    submit,
    busy,
    sent,
  }
}
