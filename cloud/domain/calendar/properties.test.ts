import fc from 'fast-check'
import type { CalendarConfig, DeadlineTarget, Shift } from '../../../types/contract/policy-document'
import { compileCalendar } from './calendar'
import { dueAt, heldSeconds, thresholdAt, type Pause } from './due'
import { mainlandHolidays } from './holidays'
import { WEEKDAYS, type Weekday } from './zone'

/** The naive second implementation: a year of minutes, each open or not by the words of docs/rules.md, Units, and steps over them. */
const FIRST = Date.UTC(2025, 11, 31, 16)
const DAYS = 200
const MINUTE = 60_000
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

type Written = Exclude<CalendarConfig, string>
function minutesByRule(config: Written): Uint8Array {
  const open = new Uint8Array(DAYS * 1_440)
  const cn = mainlandHolidays['2026']
  for (let i = 0; i < DAYS; i++) {
    const noon = new Date(FIRST + (i * 1_440 + 1_200) * MINUTE)
    const date = noon.toISOString().slice(0, 10)
    const ofWeekday = (day: Weekday): readonly Shift[] => config.weekly[day] ?? []
    const own = config.shifts?.[date]
    let shifts = ofWeekday(WEEKDAYS[(noon.getUTCDay() + 6) % 7] ?? 'mon')
    if (config.holidays === 'cn' && cn?.makeUpDays.includes(date)) shifts = ofWeekday('mon')
    if ((config.holidays === 'cn' ? cn?.holidays : config.holidays)?.includes(date)) shifts = []
    if (own !== undefined) shifts = typeof own === 'string' ? ofWeekday(own) : own
    for (const [from, to] of shifts) open.fill(1, i * 1_440 + minutesOf(from), i * 1_440 + minutesOf(to))
  }
  return open
}

/** Steps to the instant at which `ms` have run; time runs while open and not held. Null when the minutes do not last. */
function step(open: Uint8Array, from: number, ms: number, held: readonly Pause[] = []): number | null {
  const edges = held.flatMap(p => [p.from, p.to]).sort((a, b) => a - b)
  let at = from
  for (let left = ms; left > 0;) {
    const minute = Math.floor((at - FIRST) / MINUTE)
    if (minute >= open.length) return null
    while (edges[0] !== undefined && edges[0] <= at) edges.shift()
    const end = Math.min(edges[0] ?? Infinity, FIRST + (minute + 1) * MINUTE)
    const runs = open[minute] === 1 && !held.some(p => p.from <= at && at < p.to)
    if (runs && left <= end - at) return at + left
    if (runs) left -= end - at
    at = end
  }
  return at
}

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const shifts = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1_440 }), fc.constantFrom(0, 540, 720, 1_440)), { maxLength: 6 })
  .map(edges => {
    const sorted = [...edges].sort((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i): Shift => [
      time(sorted[2 * i] ?? 0),
      time(sorted[2 * i + 1] ?? 0),
    ])
  })
const date = fc.integer({ min: 0, max: 80 }).map(i => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
const written: fc.Arbitrary<Written> = fc.record(
  {
    weekly: fc.record(Object.fromEntries(WEEKDAYS.map(day => [day, shifts])) as Record<Weekday, typeof shifts>, {
      requiredKeys: [],
    }),
    holidays: fc.oneof(fc.constant('cn' as const), fc.array(date, { maxLength: 20 })),
    shifts: fc.dictionary(date, fc.oneof(shifts, fc.constantFrom(...WEEKDAYS)), { maxKeys: 10 }),
  },
  { requiredKeys: ['weekly'] },
)
const SPAN = 60 * 1_440 * MINUTE
/** Whole minutes, among them often the very edges of shifts; or any millisecond. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: SPAN / MINUTE }).map(minute => FIRST + minute * MINUTE),
  fc.integer({ min: 0, max: 120 }).map(halfDay => FIRST + halfDay * 720 * MINUTE),
  fc.integer({ min: 0, max: SPAN }).map(ms => FIRST + ms),
)
const pauses = fc.array(
  fc
    .tuple(instant, fc.integer({ min: 0, max: 4 * 1_440 * MINUTE }))
    .map(([from, ms]): Pause => ({ from, to: from + ms })),
  { maxLength: 4 },
)
const opening = written.filter(config => WEEKDAYS.some(day => (config.weekly[day] ?? []).length > 0))
const target: fc.Arbitrary<DeadlineTarget> = fc.oneof(
  fc.integer({ min: 0, max: 400_000 }).map(seconds => ({ hours: seconds / 3_600 })),
  fc.integer({ min: 1, max: 12 }).map(workingDays => ({ workingDays })),
  fc.constant('endOfDay' as const),
)
const hours = fc.integer({ min: 1, max: 400_000 })
const RUNS = { numRuns: 300 }
/** Stepping is slow: that is why it is only here. */
const STEPPED = { numRuns: 100 }

describe('beside stepping through the minutes', () => {
  it('isOpen, nextOpen, openBetween and addOpen agree', () => {
    fc.assert(
      fc.property(opening, instant, instant, hours, (config, from, to, seconds) => {
        const calendar = compileCalendar(config)
        const open = minutesByRule(config)
        const minute = Math.floor((from - FIRST) / MINUTE)
        expect(calendar.isOpen(from)).toBe(open[minute] === 1)
        const next = open.indexOf(1, minute)
        if (next >= 0) expect(calendar.nextOpen(from)).toBe(Math.max(from, FIRST + next * MINUTE))
        let expected = 0
        for (let i = minute; FIRST + i * MINUTE < to; i++)
          if (open[i] === 1) expected += Math.min(to, FIRST + (i + 1) * MINUTE) - Math.max(from, FIRST + i * MINUTE)
        // Two instants of one minute may come in the wrong order.
        expect(calendar.openMsBetween(from, to)).toBe(Math.max(0, expected))
        const end = step(open, from, seconds * 1_000)
        if (end !== null) expect(calendar.addOpen(from, seconds)).toBe(end)
      }),
      STEPPED,
    )
  })

  it('closeOfWorkingDay and endOfDay agree', () => {
    fc.assert(
      fc.property(opening, instant, fc.integer({ min: 1, max: 15 }), (config, start, n) => {
        const calendar = compileCalendar(config)
        const open = minutesByRule(config)
        const day = Math.floor((start - FIRST) / MINUTE / 1_440)
        const closes = Array.from({ length: DAYS }, (_, i) => open.lastIndexOf(1, i * 1_440 + 1_439) + 1)
        const later = closes.filter((close, i) => i > day && close > i * 1_440)
        const close = later[n - 1]
        if (close !== undefined) expect(calendar.closeOfWorkingDay(start, n)).toBe(FIRST + close * MINUTE)
        const next = open.indexOf(1, Math.floor((start - FIRST) / MINUTE))
        if (next >= 0) expect(calendar.endOfDay(start)).toBe(FIRST + (Math.floor(next / 1_440) + 1) * 1_440 * MINUTE)
      }),
      STEPPED,
    )
  })

  it('held deadlines in hours are due when the clock that stands still while held has run', () => {
    fc.assert(
      fc.property(
        opening,
        instant,
        hours,
        pauses,
        fc.constantFrom(0.25, 0.5, 0.8, 1),
        (config, start, s, held, share) => {
          const ms = Math.round(s * share) * 1_000
          const expected = step(minutesByRule(config), start, ms, held)
          if (expected !== null && ms > 0)
            expect(thresholdAt(compileCalendar(config), { hours: s / 3_600 }, start, held, share)).toBe(expected)
        },
      ),
      STEPPED,
    )
  })
})

describe('laws of deadlines', () => {
  const cases = fc.tuple(
    opening.map(config => compileCalendar(config)),
    target,
    instant,
    pauses,
  )

  it('open(start, due) = target, plus what was held', () => {
    fc.assert(
      fc.property(cases, hours, ([calendar, , start, held], s) => {
        const due = dueAt(calendar, { hours: s / 3_600 }, start, [])
        expect(calendar.openBetween(start, due)).toBe(s)
        expect(calendar.openBetween(start, due - 1)).toBe(s - 0.001)
        const wholeSeconds = held.map(p => ({ from: p.from - (p.from % 1_000), to: p.to - (p.to % 1_000) }))
        const heldDue = dueAt(calendar, { hours: s / 3_600 }, start - (start % 1_000), wholeSeconds)
        const seconds = heldSeconds(calendar, { hours: s / 3_600 }, start - (start % 1_000), wholeSeconds)
        expect(calendar.openBetween(start - (start % 1_000), heldDue)).toBe(s + seconds)
      }),
      RUNS,
    )
  })

  it('a hold never makes anything earlier', () => {
    fc.assert(
      fc.property(cases, pauses, fc.constantFrom(0.5, 0.8, 1, 1.5, 2), ([calendar, goal, start, held], more, share) => {
        const before = thresholdAt(calendar, goal, start, held, share)
        expect(thresholdAt(calendar, goal, start, [...held, ...more], share)).toBeGreaterThanOrEqual(before)
      }),
      RUNS,
    )
  })

  it('a hold split in two is one hold, and their order does not matter', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ([calendar, goal, start, held], part) => {
        const split = held
          .flatMap(({ from, to }) => {
            const middle = Math.round(from + (to - from) * part)
            return [
              { from: middle, to },
              { from, to: middle },
            ]
          })
          .reverse()
        for (const share of [0.5, 1, 1.5])
          expect(thresholdAt(calendar, goal, start, split, share)).toBe(thresholdAt(calendar, goal, start, held, share))
        expect(heldSeconds(calendar, goal, start, split)).toBe(heldSeconds(calendar, goal, start, held))
      }),
      RUNS,
    )
  })

  it('a larger share is never earlier, and a hold from the due instant on moves nothing', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: SPAN }), ([calendar, goal, start, held], ms) => {
        const at = [0, 0.2, 0.5, 0.8, 0.95, 1, 1.5, 2].map(share => thresholdAt(calendar, goal, start, held, share))
        expect([...at].sort((a, b) => a - b)).toEqual(at)
        const due = dueAt(calendar, goal, start, [])
        expect(dueAt(calendar, goal, start, [{ from: due, to: due + ms }])).toBe(due)
      }),
      RUNS,
    )
  })
})
