import { useEffect, useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import type { MoreAnswers } from '../../../types/contract/questionnaire'
import { questionsAsked } from '../../../types/words/questionnaire'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { uuidv7 } from '@/data/call/uuid'
import { storage } from '@/data/device/storage'
import type { MyCampaign } from '@/data/read/use-my-campaigns'
import { createSender } from '@/data/send/sender'
import { say, sayError } from '@/shell/feedback'
import { saidTo } from '@/ticket/survey/steps'
import type { Ending } from './ending'

/** What has been answered so far; kept on the device until it is sent. */
interface Draft {
  idempotencyKey: string
  answers: MoreAnswers
  anonymous: boolean
}

const endings: Readonly<Partial<Record<string, Ending>>> = {
  alreadyAnswered: 'answered',
  wrongState: 'ended',
  notFound: 'unknown',
}

/** A survey of the estate answered for one's household, a view at a time; sent once (D-CB-7). Mount anew per survey. */
export function useAnswering({ campaignId, householdId, questions }: MyCampaign) {
  const draftName = `campaign:${campaignId}:${householdId}`
  const [draft, setDraft] = useState<Draft>(
    () => storage.readDraft<Draft>(draftName) ?? { idempotencyKey: uuidv7(), answers: {}, anonymous: false },
  )
  const [index, setIndex] = useState(0)
  const [busy, setBusy] = useState(false)
  const [ending, setEnding] = useState<Ending | null>(null)
  const [sender] = useState(() =>
    createSender<Omit<RequestOf<'campaign', 'answer'>, 'idempotencyKey'>, ResponseOf<'campaign', 'answer'>>(
      (answer, idempotencyKey) => call('campaign', 'answer', { ...answer, idempotencyKey }, { retries: 2 }),
      draft.idempotencyKey,
    ),
  )
  useEffect(() => {
    if (ending !== null) storage.removeDraft(draftName)
    else if (Object.keys(draft.answers).length > 0) storage.saveDraft(draftName, draft)
  }, [draftName, draft, ending])

  const asked = questionsAsked(questions, draft.answers)
  const position = Math.min(index, asked.length)
  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const answer = (id: string, value: MoreAnswers[string]) =>
    setDraft(before => ({ ...before, answers: { ...before.answers, [id]: value } }))

  const submit = async () => {
    const answers = saidTo(asked, draft.answers)
    if (Object.keys(answers).length === 0) {
      say('还没有答，请至少答一题')
      return setIndex(0)
    }
    setBusy(true)
    const outcome = await sender.submit({ campaignId, householdId, answers, anonymous: draft.anonymous })
    setBusy(false)
    if (outcome.ok) return setEnding('thanks')
    const { error } = outcome
    const over = error instanceof CallError ? endings[error.code] : undefined
    if (over) return setEnding(over)
    // After a refusal the key is a new one; what is kept has to know it.
    change({ idempotencyKey: sender.key() })
    sayError(error)
  }

  return {
    answers: draft.answers,
    anonymous: draft.anonymous,
    /** The question that is shown; undefined: all have been, and it can be sent. */
    question: asked[position],
    position,
    /** Views: a question each, and the one from which it is sent. */
    count: asked.length + 1,
    answer,
    setAnonymous: (anonymous: boolean) => change({ anonymous }),
    next: () => setIndex(position + 1),
    previous: () => setIndex(Math.max(position - 1, 0)),
    submit,
    busy,
    /** How it has ended; null: it is still being answered. */
    ending,
  }
}
