import type { Weekday } from './zone'

/** [open, close) as 'HH:mm' of +08:00; '24:00' is a legal close. A shift over midnight is written as two. */
export type Shift = readonly [open: string, close: string]

/** A weekday that is missing or has no shifts is closed. */
export type WeeklyShifts = Partial<Record<Weekday, readonly Shift[]>>

/**
 * A working calendar as a manager writes it (domain.md §6, "Units, exactly").
 * - `holidays: 'cn'`: mainland China's statutory holidays are closed and its make-up working days have Monday's shifts;
 *   a plain list of dates 'YYYY-MM-DD' closes those dates and knows no make-up days.
 * - `shifts`: a date's own shifts beat holidays and weekdays; [] closes the date, a weekday lends that weekday's shifts.
 */
export type CalendarConfig =
  | '24x7'
  | {
      readonly weekly: WeeklyShifts
      readonly holidays?: 'cn' | readonly string[]
      readonly shifts?: Readonly<Record<string, readonly Shift[] | Weekday>>
    }
