import { useEffect, useState } from 'react'
import { call } from '@/data/call/client'
import { uuidv7 } from '@/data/call/uuid'
import { storage } from '@/data/device/storage'
import { createSender } from '@/data/send/sender'
import { say, sayAfterTurn, sayError } from '@/shell/feedback'
import { saidTo } from '@/ticket/survey/steps'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import type { CampaignResult, enteredChannels } from '../../../types/vocabulary'
import { questionsAsked } from '../../../types/words/questionnaire'

type Channel = (typeof enteredChannels)[number]

/** What is being written down for a household; kept on the device until it is sent. */
interface EntryDraft {
  idempotencyKey: string
  result: CampaignResult | null
  channel: Channel
  answers: MoreAnswers
  anonymous: boolean
}

interface EntryOf {
  campaignId: string
  householdId: string
  questions: readonly Question[]
  onRecorded: () => void
  /** Somebody else has written it down, the household has answered itself, or the survey is over. */
  onOutdated: () => void
}

/** One household's entry on its way: sent once, and tried again under the same key. Mount anew per household. */
export function useEntry({ campaignId, householdId, questions, onRecorded, onOutdated }: EntryOf) {
  const draftName = `campaign-entry:${campaignId}:${householdId}`
  const [draft, setDraft] = useState<EntryDraft>(
    () =>
      storage.readDraft<EntryDraft>(draftName) ?? {
        idempotencyKey: uuidv7(),
        result: null,
        channel: 'paper',
        answers: {},
        anonymous: false,
      },
  )
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [sender] = useState(() =>
    createSender<Omit<RequestOf<'campaign', 'record'>, 'idempotencyKey'>, ResponseOf<'campaign', 'record'>>(
      (entry, idempotencyKey) => call('campaign', 'record', { ...entry, idempotencyKey }, { retries: 2 }),
      draft.idempotencyKey,
    ),
  )
  useEffect(() => {
    if (over || draft.result === null) storage.removeDraft(draftName)
    else storage.saveDraft(draftName, draft)
  }, [draftName, draft, over])
  const change = (part: Partial<EntryDraft>) => setDraft(before => ({ ...before, ...part }))
  const asked = questionsAsked(questions, draft.answers)

  const submit = async () => {
    const { result, channel, anonymous } = draft
    if (busy || over || result === null) return
    const answers = saidTo(asked, draft.answers)
    if (result === 'answered' && Object.keys(answers).length === 0) return say('请至少录入一题')
    setBusy(true)
    const outcome = await sender.submit({
      campaignId,
      householdId,
      result,
      channel,
      ...(result === 'answered' ? { answers, anonymous } : {}),
    })
    setBusy(false)
    if (outcome.ok) {
      setOver(true)
      sayAfterTurn('已记下')
      return onRecorded()
    }
    // After a refusal the key is a new one; what is kept has to know it.
    change({ idempotencyKey: sender.key() })
    sayError(outcome.error)
    if (outcome.outdated) onOutdated()
  }
  return {
    draft,
    asked,
    busy,
    change,
    answer: (id: string, value: MoreAnswers[string]) =>
      setDraft(before => ({ ...before, answers: { ...before.answers, [id]: value } })),
    submit,
  }
}
