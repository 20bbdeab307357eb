import type { HolidayYear } from '../../../types/contract/policy-document'
import { dateOfDay, dateStringOfDay, parseDate } from './zone'

/** What can be wrong with a line of a pasted holiday list, and the sentence a manager reads. */
export const holidayListProblemLabels = {
  malformed: '请写成“2027-01-01 休”或“2027-10-01~2027-10-07 休”，补班日写“班”',
  badDate: '没有这个日期',
  reversedRange: '结束日期早于开始日期',
  otherYear: '日期不在所选年份',
  datedTwice: '这一天写了两次',
  empty: '没有节假日',
} as const

/** Line number (from 1; 0 for the whole) and what is wrong there. */
export interface HolidayListFault {
  readonly line: number
  readonly problem: keyof typeof holidayListProblemLabels
}

const LINE = /^(\S{10})(?:\s*[~～至]\s*(\S{10}))?(?:\s+(休|班))?$/

/**
 * One year of holidays from a pasted list: a line per date or range, 休 (holiday, also when nothing is written) or 班
 * (make-up working day); empty lines and lines from # on are skipped. Refused as a whole when any line is wrong.
 */
export function parseHolidayList(
  text: string,
  year: number,
): { year: HolidayYear; faults: [] } | { year: null; faults: HolidayListFault[] } {
  const kinds = new Map<string, '休' | '班'>()
  const faults: HolidayListFault[] = []
  text.split(/\r?\n/).forEach((raw, i) => {
    const content = raw.replace(/#.*$/, '').trim()
    const problem = content === '' ? null : readLine(content, year, kinds)
    if (problem) faults.push({ line: i + 1, problem })
  })
  if (faults.length === 0 && kinds.size === 0) faults.push({ line: 0, problem: 'empty' })
  if (faults.length > 0) return { year: null, faults }
  const of = (kind: '休' | '班') => [...kinds.keys()].filter(date => kinds.get(date) === kind).sort()
  return { year: { holidays: of('休'), makeUpDays: of('班') }, faults: [] }
}

function readLine(line: string, year: number, kinds: Map<string, '休' | '班'>): HolidayListFault['problem'] | null {
  const match = LINE.exec(line)
  if (!match) return 'malformed'
  const first = parseDate(match[1] ?? '')
  const last = match[2] === undefined ? first : parseDate(match[2])
  if (first === null || last === null) return 'badDate'
  if (last < first) return 'reversedRange'
  if (dateOfDay(first).year !== year || dateOfDay(last).year !== year) return 'otherYear'
  for (let day = first; day <= last; day++) {
    const date = dateStringOfDay(day)
    if (kinds.has(date)) return 'datedTwice'
    kinds.set(date, match[3] === '班' ? '班' : '休')
  }
  return null
}
