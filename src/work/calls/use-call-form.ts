import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { call } from '@/data/call/client'
import { uuidv7 } from '@/data/call/uuid'
import { storage } from '@/data/device/storage'
import { createSender } from '@/data/send/sender'
import { say, sayAfterTurn, sayError } from '@/shell/feedback'
import type { Answers } from '@/ticket/survey/steps'
import {
  emptyCall,
  isLastQuestion,
  mayBreakOff,
  mayGoOn,
  questionOf,
  recordOf,
  type Call,
  type CallDraft,
  type CallRecord,
} from './call-form'

/** What became of the matter, for whoever has just put the receiver down. */
const doneWord = (state: ResponseOf<'callback', 'record'>['state']): string => {
  if (state === 'closed') return '已记下，这件事办结了'
  if (state === 'quietPeriod') return '已记下，以后不再回访'
  return state === 'callback' ? '已记下' : '已记下，重新安排处理'
}

interface CallFormParts {
  task: Pick<Call, 'taskId' | 'questionnaire'>
  onRecorded: () => void
  /** Somebody else has written it down, or the person has answered by themselves. */
  onOutdated: () => void
}

/** One call on its way: answers are kept until they are sent, and sent once. Mount anew per call. */
export function useCallForm({ task: { taskId, questionnaire }, onRecorded, onOutdated }: CallFormParts) {
  const own = questionnaire.questions
  const draftName = `call:${taskId}`
  const [draft, setDraft] = useState<CallDraft>(() => storage.readDraft<CallDraft>(draftName) ?? emptyCall(uuidv7()))
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [sender] = useState(() =>
    createSender<CallRecord, ResponseOf<'callback', 'record'>>(
      (record, idempotencyKey) => call('callback', 'record', { ...record, idempotencyKey }, { retries: 2 }),
      draft.answers.idempotencyKey,
    ),
  )
  useEffect(() => {
    if (over || draft.began === null) storage.removeDraft(draftName)
    else storage.saveDraft(draftName, draft)
  }, [draftName, draft, over])

  const change = (part: Partial<CallDraft>) => setDraft(before => ({ ...before, ...part }))
  const answer = (part: Partial<Answers>) =>
    setDraft(before => ({ ...before, answers: { ...before.answers, ...part } }))

  const submit = async () => {
    if (busy || over) return
    const checked = recordOf(taskId, draft, own)
    if (!checked.ok) return say(checked.say)
    setBusy(true)
    const outcome = await sender.submit(checked.record)
    setBusy(false)
    if (outcome.ok) {
      // At once: the next call may take this one's place before any effect has run, and the same person's next attempt
      // would begin with what was said in this one, under its key.
      storage.removeDraft(draftName)
      setOver(true)
      sayAfterTurn(doneWord(outcome.answer.state))
      return onRecorded()
    }
    // After a refusal the key is a new one; what is kept has to know it.
    answer({ idempotencyKey: sender.key() })
    sayError(outcome.error)
    if (outcome.outdated) onOutdated()
  }

  const asking = draft.began === 'asked' && !isLastQuestion(draft, own)
  return {
    draft,
    busy,
    questionnaire,
    /** The question that is shown. */
    question: questionOf(draft, own),
    mayBreakOff: mayBreakOff(draft, own),
    /** There is another question before the call can be written down in full. */
    asking,
    mayGoOn: draft.began !== null && (!asking || mayGoOn(draft, own)),
    change,
    answer,
    answerAndGoOn(part: Partial<Answers>) {
      answer(part)
      setDraft(before => ({ ...before, position: before.position + 1 }))
    },
    /** The next question, or it is written down. */
    go: () => (asking ? mayGoOn(draft, own) && change({ position: draft.position + 1 }) : void submit()),
    before: () =>
      draft.began === 'asked' && draft.position > 0
        ? change({ position: draft.position - 1 })
        : change({ began: null, position: 0 }),
    submit: () => void submit(),
  }
}

export type CallForm = ReturnType<typeof useCallForm>
