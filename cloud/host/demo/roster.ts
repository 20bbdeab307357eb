import type { Transaction } from 'kysely'
import type { DemoPersona } from '../../actions/account/demo-personas'
import { dateStringOfDay, dayNumber, startOfDay, weekdayIndex } from '../../domain/calendar/zone'
import type { Database } from '../../store/schema'

const hourMs = 3_600_000
const weeks = 4
/** Who stands in for the night in turn, and who takes weekends. */
const nights = ['handler-3', 'steward-3'] as const
const weekend = 'handler-2'
const workday = 'handler-1'
/** Somebody will be away, so that the roster has a leave to show: days from now, first and last. */
const away = { persona: 'steward-2', first: 10, last: 12 }

/** The duty roster of the weeks to come, a day and a night shift each day, and one leave. `now` in epoch ms. */
export async function seedRoster(
  trx: Transaction<Database>,
  centerId: string,
  personas: readonly DemoPersona[],
  now: number,
): Promise<void> {
  const personOf = (persona: string): string[] =>
    personas.flatMap(({ id, personId }) => (id === persona ? [personId] : []))
  const today = dayNumber(now)
  const shift = (persona: string, day: number, from: number, to: number) =>
    personOf(persona).map(person_id => ({
      center_id: centerId,
      person_id,
      from_at: startOfDay(day) + from * hourMs,
      to_at: startOfDay(day) + to * hourMs,
    }))
  const shifts = Array.from({ length: weeks * 7 }, (_, index) => {
    const day = today + index
    return [
      ...shift(weekdayIndex(day) >= 5 ? weekend : workday, day, 8, 20),
      ...shift(nights[index % nights.length] ?? workday, day, 20, 32),
    ]
  }).flat()
  if (shifts.length > 0) await trx.insertInto('roster_shift').values(shifts).execute()
  const leave = personOf(away.persona).map(person_id => ({
    center_id: centerId,
    person_id,
    from_day: dateStringOfDay(today + away.first),
    to_day: dateStringOfDay(today + away.last),
  }))
  if (leave.length > 0) await trx.insertInto('leave').values(leave).execute()
}
