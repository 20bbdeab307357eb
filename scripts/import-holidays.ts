/**
 * Writes cloud/domain/calendar/holidays-cn.json from the pinned package chinese-days, which follows the yearly notices of
 * the State Council. Run it after updating the package: `tsx scripts/import-holidays.ts`; with `--check` it writes nothing
 * and fails when the file is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import data from 'chinese-days/dist/chinese-days.json'
import { version } from 'chinese-days/package.json'
import type { HolidayYear } from '../types/contract/policy-document'

const FILE = join(__dirname, '../cloud/domain/calendar/holidays-cn.json')

/** The package's dates grouped by the year they lie in. */
function years(): Record<string, HolidayYear> {
  const dates = (days: Record<string, string>, year: string) =>
    Object.keys(days)
      .filter(date => date.startsWith(year))
      .sort()
  const known = [...new Set(Object.keys(data.holidays).map(date => date.split('-')[0] ?? ''))].sort()
  return Object.fromEntries(
    known.map(year => [year, { holidays: dates(data.holidays, year), makeUpDays: dates(data.workdays, year) }]),
  )
}

const text = `${JSON.stringify({ source: `chinese-days ${version}`, years: years() }, null, 2)}\n`
if (!process.argv.includes('--check')) writeFileSync(FILE, text)
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('holidays-cn.json is out of date: run scripts/import-holidays.ts')
  process.exitCode = 1
}
