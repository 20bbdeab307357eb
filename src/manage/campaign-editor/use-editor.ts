import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { serverClock } from '@/data/call/server-clock'
import { storage } from '@/data/device/storage'
import { sayAfterTurn, sayError } from '@/shell/feedback'
import type { RequestOf } from '../../../types/contract/index'
import type { Question } from '../../../types/contract/questionnaire'
import { campaignKindLabels, type CampaignKind } from '../../../types/vocabulary'
import { lastDayOf, usualPeriod } from '../format/campaign'
import { atCenter } from '../format/centers'
import { addDays, dayAt, startOfDay } from '../format/days'
import { problemsOfFields, type Problem } from '../format/problems'
import { useCampaignActs, type CampaignView } from '../hooks/use-campaigns'

/** What is being drawn up; kept on the device until it is saved. */
export interface EditedCampaign {
  kind: CampaignKind
  title: string
  questions: readonly Question[]
  /** All households are asked, or so many are drawn. */
  all: boolean
  sampleSize: number
  /** `YYYY-MM-DD`, both included. */
  from: string
  until: string
  reminds: boolean
  remindAfterDays: number
}

/** Offered when a sample is chosen, or a reminder. */
const usual = { sampleSize: 60, remindAfterDays: 7 }

const quarterTitle = (today: string): string => {
  const [year, month] = today.split('-')
  return `${year}年第${['一', '二', '三', '四'][Math.floor((Number(month) - 1) / 3)] ?? ''}季度满意度调查`
}

const fresh = (): EditedCampaign => {
  const today = dayAt(serverClock.now())
  return {
    kind: 'quarterly',
    title: quarterTitle(today),
    questions: [],
    all: true,
    sampleSize: usual.sampleSize,
    ...usualPeriod(today),
    reminds: true,
    remindAfterDays: usual.remindAfterDays,
  }
}

const editedOf = (campaign: CampaignView): EditedCampaign => ({
  kind: campaign.kind,
  title: campaign.title,
  questions: campaign.questions,
  all: campaign.sampleSize === null,
  sampleSize: campaign.sampleSize ?? usual.sampleSize,
  from: dayAt(campaign.fromAt),
  until: lastDayOf(campaign.untilAt),
  reminds: campaign.remindAfterDays !== null,
  remindAfterDays: campaign.remindAfterDays ?? usual.remindAfterDays,
})

const requestOf = (edited: EditedCampaign): Omit<RequestOf<'campaign', 'save'>, 'idempotencyKey'> => ({
  kind: edited.kind,
  title: edited.title.trim(),
  questions: edited.questions,
  sampleSize: edited.all ? null : edited.sampleSize,
  fromAt: startOfDay(edited.from),
  // The last day counts to its end.
  untilAt: startOfDay(addDays(edited.until, 1)),
  remindAfterDays: edited.reminds ? edited.remindAfterDays : null,
})

/** Drawing up a survey, a new one or `campaign` before it is sent. Mount anew per survey. `center`: the key of its center. */
export function useEditor(campaign: CampaignView | null, center: string) {
  const draftName = `campaign-editor:${campaign?.campaignId ?? center}`
  const [edited, setEdited] = useState<EditedCampaign>(
    () => storage.readDraft<EditedCampaign>(draftName) ?? (campaign ? editedOf(campaign) : fresh()),
  )
  const [changed, setChanged] = useState(() => storage.readDraft(draftName) !== null)
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const { busy, act } = useCampaignActs()
  useEffect(() => {
    if (changed) storage.saveDraft(draftName, edited)
  }, [draftName, changed, edited])

  const change = (part: Partial<EditedCampaign>) => {
    setChanged(true)
    setFields({})
    setEdited(before => ({ ...before, ...part }))
  }
  const kinds = campaignKindLabels
  const save = async () => {
    if (edited.title.trim() === '') return setFields({ title: `请给这份${kinds[edited.kind]}起个名字` })
    const known = campaign ? { campaignId: campaign.campaignId } : atCenter(center)
    const outcome = await act('save', { ...known, ...requestOf(edited) })
    if (!outcome.ok) {
      setFields(outcome.fields)
      return sayError(outcome.error)
    }
    storage.removeDraft(draftName)
    setChanged(false)
    sayAfterTurn('已保存，还没有发出')
    const { campaignId } = outcome.answer
    // Back to the page of it where one has come from there, else to it for the first time.
    if (campaign && Taro.getCurrentPages().length > 1) return void Taro.navigateBack()
    void Taro.redirectTo({ url: `/manage/campaign/index?campaignId=${encodeURIComponent(campaignId)}` })
  }
  const problems: readonly Problem[] = problemsOfFields(fields)
  return { edited, change, save, busy, fields, problems, changed }
}
