import { parseIso } from '../../cloud/domain/calendar/zone'

/** Lengths of time in ms. */
export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** Epoch ms of an ISO instant with its offset. @throws Error for anything else */
export function instant(iso: string): number {
  const at = parseIso(iso)
  if (at === null) throw new Error(`not an instant: ${iso}`)
  return at
}

/** The instant every test starts from: Monday 2 March 2026, 09:00 +08:00, half an hour after the office has opened. */
export const monday9 = instant('2026-03-02T09:00:00+08:00')

/** A time of day in March 2026, +08:00: `march(3, '17:30')`. */
export const march = (dayOfMonth: number, time: string): number =>
  instant(`2026-03-${String(dayOfMonth).padStart(2, '0')}T${time}:00+08:00`)
