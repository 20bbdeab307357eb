import { holidayListProblemLabels, parseHolidayList } from '../../domain/calendar/holiday-list'
import { mainlandHolidays } from '../../domain/calendar/holidays'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'

/** Reads a pasted year, or gives that of the shipped table. @throws CallError invalidRequest naming the lines, notFound */
export const readHolidays: Handler<'policy', 'readHolidays'> = async ({ year, text }) => {
  if (text === undefined) {
    const shipped = Object.hasOwn(mainlandHolidays, String(year)) ? mainlandHolidays[String(year)] : undefined
    if (!shipped) throw new CallError('notFound', `还没有 ${year} 年的节假日安排，请粘贴国务院公布的日期`)
    return shipped
  }
  const read = parseHolidayList(text, year)
  if (read.year) return read.year
  const lines = read.faults.map(({ line, problem }) =>
    line === 0 ? holidayListProblemLabels[problem] : `第 ${line} 行：${holidayListProblemLabels[problem]}`,
  )
  const told = lines.length > 5 ? [...lines.slice(0, 5), `还有 ${lines.length - 5} 处`] : lines
  throw CallError.field('invalidRequest', 'text', told.join('；'))
}
