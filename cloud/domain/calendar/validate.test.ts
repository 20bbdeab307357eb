import type { CalendarConfig } from '../../../types/contract/policy-document'
import { compileCalendar, InvalidCalendar } from './calendar'
import { validateCalendar } from './validate'

describe('validateCalendar', () => {
  it.each<[string, CalendarConfig]>([
    ['around the clock', '24x7'],
    ['nothing but closed days', { weekly: {} }],
    [
      'shifts in any order, touching, up to midnight',
      {
        weekly: {
          mon: [
            ['13:00', '24:00'],
            ['00:00', '12:00'],
            ['12:00', '13:00'],
          ],
        },
      },
    ],
    [
      'everything',
      {
        weekly: { mon: [['08:30', '12:00']], sun: [] },
        holidays: 'cn',
        shifts: { '2026-10-10': 'mon', '2026-02-14': [] },
      },
    ],
    ['listed holidays', { weekly: {}, holidays: ['2026-01-01', '2026-01-01'] }],
  ])('takes %s', (_, config) => {
    expect(validateCalendar(config)).toEqual([])
    expect(compileCalendar(config)).toBeDefined()
  })

  it.each<[unknown, string, string]>([
    ['24/7', '', 'notACalendar'],
    [null, '', 'notACalendar'],
    [[], '', 'notACalendar'],
    [{ holidays: 'cn' }, '', 'notACalendar'],
    [{ weekly: [] }, '', 'notACalendar'],
    [{ weekly: {}, holiday: 'cn' }, 'holiday', 'unknownField'],
    [{ weekly: { monday: [] } }, 'weekly.monday', 'unknownWeekday'],
    [{ weekly: { mon: 'tue' } }, 'weekly.mon', 'notAList'],
    [{ weekly: { mon: [['09:00']] } }, 'weekly.mon[0]', 'malformedShift'],
    [{ weekly: { mon: [['09:00', '12:00', '13:00']] } }, 'weekly.mon[0]', 'malformedShift'],
    [{ weekly: { mon: [['9:00', '12:00']] } }, 'weekly.mon[0]', 'malformedShift'],
    [{ weekly: { mon: [['09:00', '24:01']] } }, 'weekly.mon[0]', 'malformedShift'],
    [{ weekly: { mon: [['09:60', '12:00']] } }, 'weekly.mon[0]', 'malformedShift'],
    [{ weekly: { mon: [[9, 12]] } }, 'weekly.mon[0]', 'malformedShift'],
    [{ weekly: { mon: [['12:00', '09:00']] } }, 'weekly.mon[0]', 'reversedShift'],
    [{ weekly: { mon: [['22:00', '06:00']] } }, 'weekly.mon[0]', 'reversedShift'],
    [{ weekly: { mon: [['09:00', '09:00']] } }, 'weekly.mon[0]', 'reversedShift'],
    [{ weekly: { mon: [['24:00', '24:00']] } }, 'weekly.mon[0]', 'reversedShift'],
    [
      {
        weekly: {
          tue: [
            ['09:00', '12:00'],
            ['11:59', '18:00'],
          ],
        },
      },
      'weekly.tue[1]',
      'overlappingShift',
    ],
    [
      {
        weekly: {
          tue: [
            ['13:00', '14:00'],
            ['09:00', '18:00'],
          ],
        },
      },
      'weekly.tue[1]',
      'overlappingShift',
    ],
    [{ weekly: {}, holidays: 'us' }, 'holidays', 'badHolidays'],
    [{ weekly: {}, holidays: ['2026-01-01', '2026-02-29'] }, 'holidays[1]', 'badDate'],
    [{ weekly: {}, shifts: [] }, 'shifts', 'notAList'],
    [{ weekly: {}, shifts: { '2026-2-1': [] } }, 'shifts.2026-2-1', 'badDate'],
    [{ weekly: {}, shifts: { '2026-10-10': 'monday' } }, 'shifts.2026-10-10', 'unknownWeekday'],
    [{ weekly: {}, shifts: { '2026-10-10': 5 } }, 'shifts.2026-10-10', 'notAList'],
    [
      {
        weekly: {},
        shifts: {
          '2026-10-10': [
            ['10:00', '11:00'],
            ['x', 'y'],
          ],
        },
      },
      'shifts.2026-10-10[1]',
      'malformedShift',
    ],
  ])('refuses %j', (config, path, problem) => {
    expect(validateCalendar(config)).toEqual([{ path, problem }])
  })

  it('names every fault, and nothing of such a calendar is used', () => {
    const config: CalendarConfig = {
      weekly: {
        mon: [
          ['12:00', '09:00'],
          ['x', 'y'],
        ],
      },
      holidays: ['never'],
    }
    expect(validateCalendar(config).map(({ path }) => path)).toEqual(['weekly.mon[0]', 'weekly.mon[1]', 'holidays[0]'])
    expect(() => compileCalendar(config)).toThrow(InvalidCalendar)
    expect(() => compileCalendar(config)).toThrow('weekly.mon[0]: reversedShift')
  })
})
