import { instantOfWallClock, midnightOf, wallClock } from '@/ui/words/wall-clock'
import type { ResponseOf } from '../../../types/contract/index'
import { endingLabels, stateLabels } from '../../../types/vocabulary'
import { csvText } from './csv'
import { dayAt } from './days'

export type Legacy = ResponseOf<'special', 'legacy'>
type Row = Legacy['rows'][number]

/** A quarter by its first day, `YYYY-MM-DD`. */
export const quarterOf = (at: number): string => {
  const day = wallClock(at)
  return day
    .startOf('month')
    .subtract(day.month() % 3, 'month')
    .format('YYYY-MM-DD')
}
export const addQuarters = (quarter: string, by: number): string =>
  midnightOf(quarter)
    .add(3 * by, 'month')
    .format('YYYY-MM-DD')
/** [from, to), epoch ms. */
export const periodOf = (quarter: string) => ({
  from: instantOfWallClock(midnightOf(quarter)),
  to: instantOfWallClock(midnightOf(addQuarters(quarter, 1))),
})
/** 「2026 年第 1 季度」 */
export const quarterWords = (quarter: string): string => {
  const day = midnightOf(quarter)
  return `${day.format('YYYY')} 年第 ${day.month() / 3 + 1} 季度`
}

/** How a matter with the developer stands, in a word. */
export function standingWords({ solvedAt, stoppedAt, state }: Pick<Row, 'solvedAt' | 'stoppedAt' | 'state'>): string {
  if (solvedAt !== null) return `已解决（${dayAt(solvedAt)}）`
  // Declined and neither solved nor given up: the third party still has it (D-SP-6).
  if (stoppedAt === null)
    return state === 'declined' || state === 'closed' ? '第三方处理中，我们在跟进' : stateLabels[state]
  return `${state === 'withdrawn' ? endingLabels.withdrawn : '不再跟进'}（${dayAt(stoppedAt)}）`
}

/**
 * The list as a table for head office and the developer: where, what and since when, and neither who complained nor in what
 * words.
 */
export const legacyTable = ({ rows }: Pick<Legacy, 'rows'>): string =>
  csvText([
    ['编号', '位置', '类别', '反映日期', '责任单位', '联系方式', '最近告知业主', '情况'],
    ...rows.map(row => [
      row.number,
      row.place,
      row.category,
      dayAt(row.filedAt),
      row.thirdParty?.name ?? '',
      row.thirdParty?.contact ?? '',
      row.toldAt === null ? '' : dayAt(row.toldAt),
      standingWords(row),
    ]),
  ])
