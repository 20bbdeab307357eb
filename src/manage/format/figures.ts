import type { ResponseOf } from '../../../types/contract/index'
import { leastAnswers } from '../../../types/words/figures'

export type Satisfaction = ResponseOf<'report', 'satisfaction'>
export type Figures = Satisfaction['all']
type Rate = Figures['rates']['response']

export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** 「90%（27/30）」: a rate is never without what it is made of. */
export const rateWords = ({ count, of }: Rate): string =>
  of === 0 ? '还没有' : `${percent(count / of)}（${count}/${of}）`

/** What comes first on a line: the share, or why there is none. */
export const shareWords = ({ share, enough }: Figures): string => {
  if (share === null) return '还没有人评价'
  return enough ? percent(share) : `样本太少（不到 ${leastAnswers} 人），先不比较`
}

/** How much lies behind it. */
export const sampleWords = ({ sent, answered, low, high, enough }: Figures): string => {
  const asked = `${answered} 人评价，问了 ${sent} 人`
  return enough && low !== null && high !== null ? `${asked}；真实情况多半在 ${percent(low)}–${percent(high)}` : asked
}

/** D-RP-7. */
export const boundWords = ({ bounds, sent, answered }: Figures): string | null =>
  bounds && sent > answered
    ? `没评价的 ${sent - answered} 人如果都不满意是 ${percent(bounds.low)}，都满意是 ${percent(bounds.high)}`
    : null

/** Those that there are, with their labels. */
export const countedWords = <Name extends string>(
  counts: Readonly<Record<Name, number>>,
  labels: Readonly<Record<Name, string>>,
): readonly (readonly [label: string, words: string])[] =>
  (Object.keys(labels) as Name[]).filter(name => counts[name] > 0).map(name => [labels[name], `${counts[name]}`])
