import { CalendarNeverOpens, compileCalendar } from './calendar'
import type { DeadlineTarget } from '../../../types/contract/policy-document'
import { dueAt, heldSeconds, thresholdAt, type Pause } from './due'
import { toIso } from './zone'

const t = (text: string) => Date.parse(`${text}+08:00`)
const pause = (from: string, to: string): Pause => ({ from: t(`2026-03-${from}:00`), to: t(`2026-03-${to}:00`) })
const day = [
  ['08:30', '12:00'],
  ['13:30', '18:00'],
] as const
/** 8 open hours a day; 2026-03-02 is a Monday. */
const office = compileCalendar({ weekly: { mon: day, tue: day, wed: day, thu: day, fri: day }, holidays: 'cn' })
const always = compileCalendar('24x7')
const monday = (time: string) => t(`2026-03-02T${time}`)

const atNine: [string, DeadlineTarget, Pause[], string, number][] = [
  ['4 hours over lunch', { hours: 4 }, [], '02T14:30:00', 0],
  ['fractions of an hour, to the second', { hours: 0.0125 }, [], '02T09:00:45', 0],
  ['held before lunch', { hours: 4 }, [pause('02T10:00', '02T11:00')], '02T15:30:00', 3_600],
  ['held over lunch only', { hours: 4 }, [pause('02T12:00', '02T13:30')], '02T14:30:00', 0],
  ['held into lunch', { hours: 4 }, [pause('02T11:30', '02T13:00')], '02T15:00:00', 1_800],
  ['held over the night', { hours: 4 }, [pause('02T14:00', '03T09:00')], '03T09:30:00', 16_200],
  ['held to closing, due at the very closing', { hours: 4 }, [pause('02T10:00', '02T13:30')], '02T16:30:00', 7_200],
  ['held from the due instant on', { hours: 4 }, [pause('02T14:30', '02T16:00')], '02T14:30:00', 0],
  ['held after the due instant', { hours: 4 }, [pause('02T15:00', '02T16:00')], '02T14:30:00', 0],
  [
    'held a second before the due instant',
    { hours: 4 },
    [{ from: monday('14:29:59'), to: monday('15:29:59') }],
    '02T15:30:00',
    3_600,
  ],
  [
    'held again before the moved due',
    { hours: 4 },
    [pause('02T10:00', '02T11:00'), pause('02T15:00', '02T15:30')],
    '02T16:00:00',
    5_400,
  ],
  [
    'held again at the moved due',
    { hours: 4 },
    [pause('02T10:00', '02T11:00'), pause('02T15:30', '02T16:00')],
    '02T15:30:00',
    3_600,
  ],
  ['out of order', { hours: 4 }, [pause('02T15:00', '02T15:30'), pause('02T10:00', '02T11:00')], '02T16:00:00', 5_400],
  ['overlapping', { hours: 4 }, [pause('02T10:00', '02T11:00'), pause('02T10:30', '02T11:30')], '02T16:00:00', 5_400],
  [
    'one within another',
    { hours: 4 },
    [pause('02T10:00', '02T11:30'), pause('02T10:30', '02T11:00')],
    '02T16:00:00',
    5_400,
  ],
  [
    'adjacent, the second at the due instant',
    { hours: 4 },
    [pause('02T14:00', '02T14:30'), pause('02T14:30', '02T15:00')],
    '02T15:30:00',
    3_600,
  ],
  ['held since before the start', { hours: 4 }, [pause('02T08:30', '02T09:30')], '02T15:00:00', 1_800],
  ['held and resumed before the start', { hours: 4 }, [pause('02T08:30', '02T09:00')], '02T14:30:00', 0],
  [
    'empty and reversed holds',
    { hours: 4 },
    [pause('02T10:00', '02T10:00'), pause('02T11:00', '02T10:00')],
    '02T14:30:00',
    0,
  ],
  ['no hours at all', { hours: 0 }, [pause('02T09:00', '02T10:00')], '02T09:00:00', 0],
  ['1 working day', { workingDays: 1 }, [], '03T18:00:00', 0],
  [
    '1 working day, held 2 hours: that much later',
    { workingDays: 1 },
    [pause('03T10:00', '03T12:00')],
    '04T10:30:00',
    7_200,
  ],
  [
    '1 working day, held from closing to opening',
    { workingDays: 1 },
    [pause('02T18:00', '03T08:30')],
    '03T18:00:00',
    0,
  ],
  ['1 working day, held over the weekend', { workingDays: 4 }, [pause('06T17:00', '09T09:00')], '09T10:00:00', 5_400],
  ['end of day', 'endOfDay', [], '03T00:00:00', 0],
  ['end of day, held 2 open hours: 24:00 + 2', 'endOfDay', [pause('02T16:00', '02T18:00')], '03T10:30:00', 7_200],
  ['end of day, held between closing and 24:00', 'endOfDay', [pause('02T20:00', '02T22:00')], '03T00:00:00', 0],
  [
    'end of day, held from the evening into the morning',
    'endOfDay',
    [pause('02T20:00', '03T09:30')],
    '03T09:30:00',
    3_600,
  ],
  ['end of day, held from 24:00 on', 'endOfDay', [pause('03T00:00', '03T12:00')], '03T00:00:00', 0],
]

describe('due times of a deadline that starts on Monday at 09:00', () => {
  it.each(atNine)('%s', (_, target, pauses, due, held) => {
    expect(toIso(dueAt(office, target, monday('09:00:00'), pauses))).toBe(`2026-03-${due}+08:00`)
    expect(heldSeconds(office, target, monday('09:00:00'), pauses)).toBe(held)
  })
})

describe('starts outside opening', () => {
  it.each<[string, string, DeadlineTarget, string]>([
    ['lunch', '2026-03-02T12:30:00', { hours: 2 }, '2026-03-02T15:30:00'],
    ['at closing', '2026-03-02T18:00:00', { hours: 2 }, '2026-03-03T10:30:00'],
    ['at opening', '2026-03-02T08:30:00', { hours: 8 }, '2026-03-02T18:00:00'],
    ['at midnight', '2026-03-02T00:00:00', { hours: 8 }, '2026-03-02T18:00:00'],
    ['a make-up Saturday', '2026-02-14T17:00:00', { hours: 2 }, '2026-02-24T09:30:00'],
    ['after closing, end of day', '2026-03-02T18:00:00', 'endOfDay', '2026-03-04T00:00:00'],
    ['a Sunday, end of day', '2026-03-01T10:00:00', 'endOfDay', '2026-03-03T00:00:00'],
    ['a Sunday, working days', '2026-03-01T10:00:00', { workingDays: 2 }, '2026-03-03T18:00:00'],
    ['within a second', '2026-03-02T08:30:00.400', { hours: 3.5 }, '2026-03-02T13:30:00.400'],
  ])('%s', (_, start, target, due) => {
    expect(toIso(dueAt(office, target, t(start), []))).toBe(`${due}+08:00`)
  })
})

describe('warnings and escalations (D-SLA-15)', () => {
  const at = (share: number, pauses: Pause[], target: DeadlineTarget = { hours: 8 }, start = monday('08:30:00')) =>
    toIso(thresholdAt(office, target, start, pauses, share)).slice(8, 19)

  it('are shares of the open time, beyond 1 counted from the due instant', () => {
    expect([0.5, 0.8, 1, 1.5, 2].map(share => at(share, []))).toEqual([
      '02T14:00:00',
      '02T16:24:00',
      '02T18:00:00',
      '03T14:00:00',
      '03T18:00:00',
    ])
  })

  it('a hold moves what it comes before', () => {
    const held = [pause('02T15:00', '02T16:00')]
    expect([0.5, 0.8, 1, 1.5, 2].map(share => at(share, held))).toEqual([
      '02T14:00:00',
      '02T17:24:00',
      '03T09:30:00',
      '03T15:00:00',
      '04T09:30:00',
    ])
    expect(at(0.5, [pause('02T14:00', '02T15:00')])).toBe('02T14:00:00')
  })

  it('a hold after the breach does not stop the escalation', () => {
    expect(at(1.5, [pause('02T18:00', '03T10:00')])).toBe('03T14:00:00')
    expect(at(1.5, [pause('03T09:00', '03T10:00')])).toBe('03T14:00:00')
  })

  it('shares of a day end at closing time, the day itself at 24:00', () => {
    expect([0.5, 0.999999, 1, 1.5].map(share => at(share, [], 'endOfDay'))).toEqual([
      '02T14:00:00',
      '02T18:00:00',
      '03T00:00:00',
      '03T14:00:00',
    ])
  })

  it('are rounded to the second, never past the due time', () => {
    expect(at(0.29, [], { hours: 50 / 3_600 })).toBe('02T08:30:15')
    expect(toIso(thresholdAt(office, 'endOfDay', t('2026-03-02T17:59:59.400'), [], 0.9))).toBe(
      '2026-03-02T18:00:00+08:00',
    )
  })
})

describe('what has no answer', () => {
  const start = monday('09:00:00')

  it.each<[DeadlineTarget, number]>([
    [{ hours: -1 }, 1],
    [{ hours: NaN }, 1],
    [{ workingDays: 0 }, 1],
    [{ workingDays: 1.5 }, 1],
    [{ hours: 1 }, -0.5],
    [{ hours: 1 }, NaN],
    [{ hours: 1 }, Infinity],
  ])('%j at share %d', (target, share) => {
    expect(() => thresholdAt(always, target, start, [], share)).toThrow(RangeError)
  })

  it('a hold without an end', () => {
    expect(() => dueAt(office, { hours: 8 }, start, [{ from: start, to: Infinity }])).toThrow(RangeError)
    expect(() => dueAt(office, { hours: 8 }, start, [{ from: NaN, to: start }])).toThrow(RangeError)
  })

  it('a calendar that never opens', () => {
    const never = compileCalendar({ weekly: {} })
    const targets: DeadlineTarget[] = [{ hours: 1 }, { workingDays: 1 }, 'endOfDay']
    for (const target of targets) expect(() => dueAt(never, target, start, [])).toThrow(CalendarNeverOpens)
  })
})
