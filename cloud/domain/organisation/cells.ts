import { limits } from '../../../types/limits'
import { parseDate } from '../calendar/zone'
import type { CellRead } from './sheet'

/** How single cells of a spreadsheet are understood. Excel makes numbers and dates of what looks like one. */

/** A name as it is written. */
export const nameCell = (cell: string): CellRead<string> =>
  [...cell].length > limits.name ? { fault: `太长了，最多 ${limits.name} 个字` } : { value: cell }

/** Digits alone are a number of what stands there: 「3」 of a building is 「3栋」. */
export const numberedCell =
  (counter: string) =>
  (cell: string): CellRead<string> =>
    nameCell(/^\d+$/.test(cell) ? `${Number(cell)}${counter}` : cell)

/** A telephone number, bare of blanks and strokes. */
export function phoneCell(cell: string): CellRead<string> {
  const bare = cell.replace(/[\s-]/g, '').replace(/^(\+86|0086)(?=1\d{10}$)/, '')
  return /^\+?\d{5,18}$/.test(bare) ? { value: bare } : { fault: '不是电话号码' }
}

const dayPattern = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/

/** A day, `YYYY-MM-DD`. */
export function dayCell(cell: string): CellRead<string> {
  const [, year = '', month = '', day = ''] = dayPattern.exec(cell) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDate(written) !== null ? { value: written } : { fault: '不是日期，请写成 2026-03-01 这样' }
}

/** One of a closed list, by its Chinese word. */
export const wordCell =
  <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (cell: string): CellRead<Key> => {
    const keys = Object.keys(words) as Key[]
    const key = keys.find(one => words[one] === cell)
    return key === undefined ? { fault: `只能写：${keys.map(one => words[one]).join('、')}` } : { value: key }
  }

/** Several, with 、 or a comma between them, each once. */
export const listCell =
  (read: (cell: string) => CellRead<string>) =>
  (cell: string): CellRead<readonly string[]> => {
    const values: string[] = []
    for (const part of cell.split(/[、，,;；]/).map(one => one.trim())) {
      if (part === '') continue
      const result = read(part)
      if ('fault' in result) return result
      if (!values.includes(result.value)) values.push(result.value)
    }
    return { value: values }
  }
