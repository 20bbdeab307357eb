import type { CalendarConfig, HolidayTable, Shift } from '../../../types/contract/policy-document'
import { DayIndex } from './day-index'
import { DaySums } from './day-sums'
import { calendarYears, coveredYears, daysOfYear, holidayYear, isCovered, mainlandHolidays } from './holidays'
import { instantAfter, openBefore, patternOf, samePattern, type DayPattern } from './shifts'
import { validateCalendar, type CalendarFault } from './validate'
import { dayNumber, dayOfDate, MS_PER_SECOND, parseDate, startOfDay, weekdayIndex, WEEKDAYS, yearOf } from './zone'

export { calendarProblemLabels, validateCalendar, type CalendarFault } from './validate'

/** The configuration breaks a rule of `validateCalendar`; nothing of it is used. */
export class InvalidCalendar extends Error {
  override readonly name = 'InvalidCalendar'
  constructor(readonly faults: readonly CalendarFault[]) {
    super(faults.map(({ path, problem }) => `${path || 'calendar'}: ${problem}`).join('; '))
  }
}

/** From some day on the calendar has no opening any more, so the instant asked for does not exist. */
export class CalendarNeverOpens extends Error {
  override readonly name = 'CalendarNeverOpens'
}

const CLOSED = patternOf([])
const ALL_DAY: readonly Shift[] = [['00:00', '24:00']]

/**
 * The calendar of a configuration. A year the table does not cover has the days fixed by law (D-SLA-21; see
 * `uncoveredYears`), from 2000 to 2100; beyond these, years run as ordinary weeks.
 * Throws InvalidCalendar. Costs about a millisecond: callers keep the result.
 * @param holidays what 'cn' stands for; the table shipped with the product unless given
 */
export function compileCalendar(config: CalendarConfig, holidays: HolidayTable = mainlandHolidays): Calendar {
  const faults = validateCalendar(config)
  if (faults.length > 0) throw new InvalidCalendar(faults)
  if (config === '24x7') return new Calendar(Array<DayPattern>(7).fill(patternOf(ALL_DAY)), new Map(), null)
  const week = WEEKDAYS.map(day => patternOf(config.weekly[day] ?? []))
  const monday = week[0] ?? CLOSED
  const exceptions = new Map<number, DayPattern>()
  if (config.holidays === 'cn') {
    for (const year of new Set([...calendarYears, ...coveredYears(holidays)])) {
      const days = daysOfYear(holidayYear(year, holidays))
      for (const day of days.holidays) exceptions.set(day, CLOSED)
      for (const day of days.makeUpDays) exceptions.set(day, monday)
    }
  } else for (const date of config.holidays ?? []) exceptions.set(parseDate(date) ?? 0, CLOSED)
  for (const [date, own] of Object.entries(config.shifts ?? {})) {
    const pattern = typeof own === 'string' ? (week[WEEKDAYS.indexOf(own)] ?? CLOSED) : patternOf(own)
    exceptions.set(parseDate(date) ?? 0, pattern)
  }
  return new Calendar(week, exceptions, config.holidays === 'cn' ? holidays : null)
}

/**
 * Open time on a working calendar (docs/rules.md, Units). Instants are epoch ms, days are day numbers of +08:00, amounts are
 * seconds unless the name says ms. Shifts are [open, close). Cost is independent of the span.
 */
export class Calendar {
  /** Whether some weekday has an opening, so that `CalendarNeverOpens` can't be thrown. */
  readonly opensEveryWeek: boolean
  private readonly exceptions: DayIndex
  private readonly patterns: readonly DayPattern[]
  private readonly open: DaySums
  private readonly working: DaySums
  /** A span of years that are all covered, as instants: nearly every deadline lies within it. */
  private readonly announced: { readonly from: number; readonly until: number }

  /** Use `compileCalendar`. */
  constructor(
    private readonly week: readonly DayPattern[],
    exceptions: ReadonlyMap<number, DayPattern>,
    private readonly holidays: HolidayTable | null,
  ) {
    const last = holidays ? Math.max(...coveredYears(holidays)) : 0
    let first = last
    while (holidays && isCovered(first - 1, holidays)) first -= 1
    this.announced = { from: startOfDay(dayOfDate(first, 1, 1)), until: startOfDay(dayOfDate(last + 1, 1, 1)) }
    const sorted = [...exceptions].sort(([a], [b]) => a - b)
    this.exceptions = new DayIndex(sorted.map(([day]) => day))
    this.patterns = sorted.map(([, pattern]) => pattern)
    const sums = (weigh: (pattern: DayPattern) => number) =>
      new DaySums(week.map(weigh), this.exceptions, this.patterns.map(weigh))
    this.open = sums(pattern => pattern.openMs)
    this.working = sums(pattern => (pattern.openMs > 0 ? 1 : 0))
    this.opensEveryWeek = week.some(pattern => pattern.openMs > 0)
  }

  /** Whether the instant lies in a shift; at its close it does not. */
  isOpen(at: number): boolean {
    const day = dayNumber(at)
    const ms = at - startOfDay(day)
    return this.patternOn(day).spans.some(({ open, close }) => open <= ms && ms < close)
  }

  /**
   * The earliest instant at which `openSeconds` (rounded to whole ms) of open time after `from` are used up: a closing
   * time rather than the next opening; `from` itself for 0. Throws RangeError (negative or not finite), CalendarNeverOpens.
   */
  addOpen(from: number, openSeconds: number): number {
    return this.addOpenMs(from, Math.round(openSeconds * MS_PER_SECOND))
  }

  /** `addOpen` in whole ms. */
  addOpenMs(from: number, openMs: number): number {
    if (!Number.isFinite(from) || !Number.isSafeInteger(openMs) || openMs < 0)
      throw new RangeError(`cannot add ${openMs} ms of open time to ${from}`)
    if (openMs === 0) return from
    const target = this.openMsUntil(from) + openMs
    const day = existing(this.open.reaching(target))
    const passed = this.exceptions.countBefore(day)
    return startOfDay(day) + instantAfter(this.patternOn(day, passed), target - this.open.before(day, passed))
  }

  /** Open seconds in [from, to), with the ms as decimals; 0 when `to` is not after `from`. */
  openBetween(from: number, to: number): number {
    return this.openMsBetween(from, to) / MS_PER_SECOND
  }

  /** `openBetween` in ms, exact. */
  openMsBetween(from: number, to: number): number {
    return to > from ? this.openMsUntil(to) - this.openMsUntil(from) : 0
  }

  /** The instant itself if open, else the next opening. Throws CalendarNeverOpens. */
  nextOpen(at: number): number {
    const day = dayNumber(at)
    const ms = at - startOfDay(day)
    for (const { open, close } of this.patternOn(day).spans) if (ms < close) return startOfDay(day) + Math.max(ms, open)
    const next = this.nthWorkingDayAfter(day, 1)
    return startOfDay(next) + (this.patternOn(next).spans[0]?.open ?? 0)
  }

  /** Whether the day has any opening. */
  isWorkingDay(day: number): boolean {
    return this.patternOn(day).openMs > 0
  }

  /** The day's shifts in ms since 00:00, ascending; touching shifts are joined. */
  shiftsOf(day: number): DayPattern['spans'] {
    return this.patternOn(day).spans
  }

  /**
   * Close of business of the n-th day with any opening after the day of `start`, which itself is not counted, at
   * whatever hour it began. Throws RangeError (n not a positive whole number), CalendarNeverOpens.
   */
  closeOfWorkingDay(start: number, n: number): number {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`${n} is not a number of working days`)
    const day = this.nthWorkingDayAfter(dayNumber(start), n)
    return startOfDay(day) + (this.patternOn(day).spans.at(-1)?.close ?? 0)
  }

  /** 24:00 of the day on which the calendar is open at or next after `start`. Throws CalendarNeverOpens. */
  endOfDay(start: number): number {
    return startOfDay(dayNumber(this.nextOpen(start)) + 1)
  }

  /**
   * The years touched by [from, to) whose holidays a 'cn' calendar does not know yet, ascending; [] for other calendars.
   * From the start of a deadline to its due time: the years whose announcement may still move it (D-SLA-21).
   */
  uncoveredYears(from: number, to: number): number[] {
    const years: number[] = []
    if (!this.holidays || (from >= this.announced.from && Math.max(from + 1, to) <= this.announced.until)) return years
    for (let year = yearOf(from), last = yearOf(Math.max(from, to - 1)); year <= last; year++)
      if (!isCovered(year, this.holidays)) years.push(year)
    return years
  }

  /** Whether both are open at the same instants and know of the same years: then every due time on them is the same. */
  equals(other: Calendar): boolean {
    const days = new Set([...this.exceptions.days, ...other.exceptions.days])
    return (
      this.week.every((pattern, index) => samePattern(pattern, other.week[index] ?? CLOSED)) &&
      [...days].every(day => samePattern(this.patternOn(day), other.patternOn(day))) &&
      String(this.holidays && coveredYears(this.holidays)) === String(other.holidays && coveredYears(other.holidays))
    )
  }

  private nthWorkingDayAfter(day: number, n: number): number {
    return existing(this.working.reaching(this.working.before(day + 1) + n))
  }

  /** Open ms before the instant, counted from a fixed Monday; only differences mean anything. */
  private openMsUntil(at: number): number {
    const day = dayNumber(at)
    const passed = this.exceptions.countBefore(day)
    return this.open.before(day, passed) + openBefore(this.patternOn(day, passed), at - startOfDay(day))
  }

  private patternOn(day: number, passed = this.exceptions.countBefore(day)): DayPattern {
    const pattern = this.exceptions.days[passed] === day ? this.patterns[passed] : this.week[weekdayIndex(day)]
    return pattern ?? CLOSED
  }
}

function existing(day: number | null): number {
  if (day === null) throw new CalendarNeverOpens('the calendar has no further opening')
  return day
}
