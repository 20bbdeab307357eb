import { useEffect, useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'
import { createSender } from '@/data/send/sender'
import { storage } from '@/data/device/storage'
import { uuidv7 } from '@/data/call/uuid'
import { useUploads } from '@/data/upload/use-uploads'
import { answerOf, asksReasons, emptyAnswers, stepsOf, type Answers } from '@/ticket/survey/steps'

export type OpenSurvey = ResponseOf<'survey', 'list'>['items'][number]

/** `answered`: somebody has answered this round before, perhaps on another phone. */
export type SurveyOutcome = { state: ResponseOf<'survey', 'answer'>['state']; solved: boolean } | 'answered' | null

/**
 * One round of one survey: a view at a time, answers kept until they are sent (D-CB-5: once). `solved`: the first
 * question was answered before the page opened.
 */
export function useSurvey(
  { ticketId, round, questionnaire: { questions } }: Pick<OpenSurvey, 'ticketId' | 'round' | 'questionnaire'>,
  solved: boolean | null = null,
) {
  const draftName = `survey:${ticketId}:${round}`
  const [written, setAnswers] = useState<Answers>(() => ({
    ...emptyAnswers(uuidv7()),
    ...storage.readDraft<Answers>(draftName),
    ...(solved === null ? {} : { solved }),
  }))
  const uploads = useUploads(written.photos)
  const answers: Answers = { ...written, photos: uploads.value }
  const [index, setIndex] = useState(solved === null ? 0 : 1)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<SurveyOutcome>(null)
  const [sender] = useState(() =>
    createSender<RequestOf<'survey', 'answer'>, ResponseOf<'survey', 'answer'>>(
      (answer, idempotencyKey) => call('survey', 'answer', { ...answer, idempotencyKey }, { retries: 2 }),
      answers.idempotencyKey,
    ),
  )

  useEffect(() => {
    if (sent === null) storage.saveDraft(draftName, { ...written, photos: uploads.value })
  }, [draftName, written, uploads.value, sent])

  const steps = stepsOf(answers, questions)
  const change = (part: Partial<Answers>) => setAnswers(before => ({ ...before, ...part }))

  const submit = async () => {
    const answer = answerOf(ticketId, answers, questions)
    if (!answer) return
    if (asksReasons(answers) && !uploads.settled)
      return say(uploads.failed > 0 ? '有照片没有传上，请重试或删除' : '照片还在上传，请稍等')
    setBusy(true)
    const outcome = await sender.submit(answer)
    setBusy(false)
    if (outcome.ok) {
      storage.removeDraft(draftName)
      return setSent({ state: outcome.answer.state, solved: answer.solved })
    }
    const { error } = outcome
    if (error instanceof CallError && ['alreadyAnswered', 'wrongState', 'notFound'].includes(error.code)) {
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
    step: steps[Math.min(index, steps.length - 1)] ?? 'solved',
    position: Math.min(index, steps.length - 1),
    count: steps.length,
    next: () => setIndex(before => Math.min(before + 1, steps.length - 1)),
    previous: () => setIndex(before => Math.max(before - 1, 0)),
    submit,
    busy,
    sent,
  }
}
