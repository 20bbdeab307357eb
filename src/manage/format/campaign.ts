import type { Tracked, ShareInterval, QuestionReport } from '../../../types/contract/campaign'
import type { CampaignState, NotAsked } from '../../../types/vocabulary'
import { leastAnswers } from '../../../types/words/figures'
import type { Meaning } from '@/ui/status-tag'
import { addDays, dayAt, dayWords } from './days'
import { countedWords, percent, rateWords } from './figures'

export const stateMeanings: Readonly<Record<CampaignState, Meaning>> = {
  draft: 'calm',
  scheduled: 'info',
  open: 'info',
  closed: 'done',
}

/** The last day on which it can be answered: it ends with that day, or within it. `untilAt`: epoch ms. */
export const lastDayOf = (untilAt: number): string => dayAt(untilAt - 1)

/** 「3月2日 周一 – 3月15日 周日」 */
export const periodWords = ({ fromAt, untilAt }: { fromAt: number; untilAt: number }): string =>
  `${dayWords(dayAt(fromAt))} – ${dayWords(lastDayOf(untilAt))}`

/** Two weeks from today: what a new survey begins with. */
export const usualPeriod = (today: string): { from: string; until: string } => ({
  from: today,
  until: addDays(today, 13),
})

export const scopeWords = (sampleSize: number | null): string =>
  sampleSize === null ? '全部住户' : `按楼栋和入住时间抽 ${sampleSize} 户`

/** 「45/60 户（75%）」 */
export const responseWords = ({ answered, asked }: Pick<Tracked, 'answered' | 'asked'>): string =>
  asked === 0 ? '还没有请谁填' : rateWords({ count: answered, of: asked })

const notAskedHouseholds: Readonly<Record<NotAsked, string>> = {
  declined: '不希望被回访的',
  askedEnough: '这个月已经问过多次的',
}

type Preview = { frame: number; drawn: number; notAsked: Readonly<Record<NotAsked, number>> }

/**
 * What will happen when it is sent, before it is. Of a sample it is not known which households will be drawn, so neither how
 * many of these do not wish it.
 */
export function previewWords({ frame, drawn, notAsked }: Preview): string {
  const not = countedWords(notAsked, notAskedHouseholds)
    .map(([who, count]) => `${who} ${count} 户`)
    .join('、')
  if (drawn === frame) {
    const left = notAsked.declined + notAsked.askedEnough
    return `共 ${frame} 户，会请 ${frame - left} 户填。${not && `${not}，不问。`}`
  }
  return `从 ${frame} 户里抽 ${drawn} 户。${not && `全部住户里${not}，抽到了也不问。`}`
}

/** How many points of a hundred, with a sign. */
const points = (share: number): string => {
  const rounded = Math.round(share * 100)
  return rounded > 0 ? `+${rounded}` : String(rounded)
}

/** What has changed since then, in one line; where the range reaches over zero nothing can be said. */
export function changeWords({ share, low, high }: ShareInterval, then = '上次'): string {
  const range = `多半在 ${points(low)} 到 ${points(high)} 之间`
  if (low <= 0 && high >= 0) return `和${then}比看不出变化（${points(share)} 个百分点，${range}）`
  return `比${then}${share > 0 ? '高' : '低'} ${Math.abs(Math.round(share * 100))} 个百分点（${range}）`
}

export type ChangeTone = 'better' | 'worse' | 'same'
export const changeTone = ({ low, high }: ShareInterval): ChangeTone =>
  low > 0 ? 'better' : high < 0 ? 'worse' : 'same'

type Part = Pick<QuestionReport, 'of' | 'withheld' | 'satisfied' | 'mean'>

/** What comes first on a line: the share, or why there is none. */
export function partWords({ of, withheld, satisfied }: Part): string {
  if (withheld) return of < leastAnswers ? `不到 ${leastAnswers} 户，不显示` : '为保护人少的部分，不显示'
  if (of === 0) return '没有人答'
  return satisfied === null ? `${of} 户答了` : percent(satisfied.share)
}

/** How much lies behind it. */
export function partSample({ of, withheld, satisfied, mean }: Part): string {
  if (withheld || of === 0) return `${of} 户答了`
  const range = satisfied && `真实情况多半在 ${percent(satisfied.low)}–${percent(satisfied.high)}`
  return [`${of} 户答了`, mean !== null && `平均 ${mean.toFixed(1)} 分`, range].filter(Boolean).join('；')
}

/** D-RP-7: what those who have not answered could make of it. */
export const boundsWords = ({ bounds, of }: Pick<QuestionReport, 'bounds' | 'of'>, asked: number): string | null =>
  bounds && asked > of
    ? `没答的 ${asked - of} 户如果都不满意是 ${percent(bounds.low)}，都满意是 ${percent(bounds.high)}`
    : null

/** What counts as content, by how the question is answered. */
export const satisfiedWord = (type: QuestionReport['type']): string => (type === 'yesNo' ? '答“是”' : '满意和非常满意')

/** 「20% → 90%」 */
export const effectWords = (
  before: { satisfied: ShareInterval } | null,
  after: { satisfied: ShareInterval } | null,
): string | null => {
  if (!before) return null
  return after
    ? `${percent(before.satisfied.share)} → ${percent(after.satisfied.share)}`
    : `定措施时 ${percent(before.satisfied.share)}，下次调查后可以看到变化`
}
