import { performance } from 'node:perf_hooks'
import dayjs, { type Dayjs } from 'dayjs'
import businessTime from 'dayjs-business-time'
import { compileCalendar, type Calendar } from '../cloud/domain/calendar/calendar'
import { mainlandHolidays } from '../cloud/domain/calendar/holidays'
import type { Shift } from '../types/contract/policy-document'

/**
 * Open time on the working calendar beside dayjs-business-time, in the same run and on that library's own ground: weekly
 * hours with lunch and listed holidays, no make-up days, whole minutes, starts within opening hours. Each side gets its
 * own kind of instant ready made, so no parsing is measured.
 */
const SHIFTS: readonly Shift[] = [
  ['08:30', '12:00'],
  ['13:30', '18:00'],
]
const HOURS_A_DAY = 8
const HOLIDAYS = ['2024', '2025', '2026'].flatMap(year => mainlandHolidays[year]?.holidays ?? [])
const STARTS = ['02T08:47', '03T09:30', '04T11:59', '05T13:31', '08T15:15', '09T17:42'].map(
  time => `2024-01-${time}:00+08:00`,
)
const SPANS: readonly (readonly [span: string, workingDays: number])[] = [
  ['1 day', 1],
  ['1 week', 5],
  ['1 month', 21],
  ['1 quarter', 62],
  ['1 year', 246],
  ['3 years', 720],
]
const MEASURE_MS = 200

interface Race {
  readonly perSecond: number
  readonly dayjsPerSecond: number
  readonly ratio: number
}

/** Figures per span; `ratio` is the worst of all, `differing` the answers on which the two do not agree. */
export async function run(): Promise<{
  spans: { span: string; addOpen: Race; openBetween: Race }[]
  ratio: number
  flatness: number
  compared: number
  differing: number
}> {
  // The library reckons in the machine's zone, which is set here for as long as it runs.
  const zone = process.env.TZ
  process.env.TZ = 'Asia/Shanghai'
  try {
    const calendar = prepare()
    const measured = SPANS.map(([span, workingDays]) => ({ span, ...measure(calendar, workingDays) }))
    const spans = measured.map(({ span, addOpen, openBetween }) => ({ span, addOpen, openBetween }))
    const speeds = spans.map(({ addOpen }) => addOpen.perSecond)
    return {
      spans,
      ratio: Math.min(...spans.flatMap(({ addOpen, openBetween }) => [addOpen.ratio, openBetween.ratio])),
      /** Speed of the longest span to that of the shortest: 1 is independent of the span. */
      flatness: rounded((speeds.at(-1) ?? 0) / (speeds[0] ?? 1)),
      compared: measured.reduce((sum, { answers }) => sum + answers, 0),
      differing: measured.reduce((sum, { differing }) => sum + differing, 0),
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

function prepare(): Calendar {
  dayjs.extend(businessTime)
  const hours = SHIFTS.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }))
  dayjs.setBusinessTime({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: null,
    sunday: null,
  })
  dayjs.setHolidays(HOLIDAYS)
  const weekly = { mon: SHIFTS, tue: SHIFTS, wed: SHIFTS, thu: SHIFTS, fri: SHIFTS }
  return compileCalendar({ weekly, holidays: HOLIDAYS })
}

function measure(calendar: Calendar, workingDays: number) {
  const seconds = workingDays * HOURS_A_DAY * 3_600
  const cases = STARTS.map(text => {
    const from = Date.parse(text)
    const to = calendar.addOpen(from, seconds)
    return { from, to, dayjsFrom: dayjs(from), dayjsTo: dayjs(to) }
  })
  const theirSum = (from: Dayjs) => from.addBusinessMinutes(seconds / 60).valueOf()
  const theirSpan = (from: Dayjs, to: Dayjs) => from.businessMinutesDiff(to) * 60
  const differing = cases.flatMap(({ from, to, dayjsFrom, dayjsTo }) => [
    theirSum(dayjsFrom) !== to,
    theirSpan(dayjsFrom, dayjsTo) !== calendar.openBetween(from, to),
  ])
  return {
    addOpen: race(
      () => cases.reduce((sum, { from }) => sum + calendar.addOpen(from, seconds), 0),
      () => cases.reduce((sum, { dayjsFrom }) => sum + theirSum(dayjsFrom), 0),
    ),
    openBetween: race(
      () => cases.reduce((sum, { from, to }) => sum + calendar.openBetween(from, to), 0),
      () => cases.reduce((sum, { dayjsFrom, dayjsTo }) => sum + theirSpan(dayjsFrom, dayjsTo), 0),
    ),
    answers: differing.length,
    differing: differing.filter(Boolean).length,
  }
}

function race(ours: () => number, theirs: () => number): Race {
  const perSecond = speed(ours)
  const dayjsPerSecond = speed(theirs)
  return { perSecond, dayjsPerSecond, ratio: rounded(perSecond / dayjsPerSecond) }
}

/** Calls per second over all starts, after a warm-up of the same length. */
function speed(round: () => number): number {
  timed(round)
  return Math.round(timed(round))
}

function timed(round: () => number): number {
  let rounds = 0
  let sink = 0
  const began = performance.now()
  let took = 0
  // The clock is read once in many rounds, or it would be what is measured.
  for (let batch = 1; took < MEASURE_MS; batch = Math.min(batch * 2, 1_024)) {
    for (let i = 0; i < batch; i++) sink += round()
    rounds += batch
    took = performance.now() - began
  }
  if (!Number.isFinite(sink)) throw new Error('an answer was not a number')
  return (rounds * STARTS.length * 1_000) / took
}

const rounded = (value: number) => Number(value.toPrecision(3))
