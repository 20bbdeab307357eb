import type { ResponseOf } from '../../../types/contract/index'
import { openSpans } from '../../domain/calendar/open-spans'
import type { Center } from '../../store/place/center'
import { currentPolicy } from '../center-context'
import type { Runtime } from '../runtime'

/** Days for which a phone without a network knows who answers. */
const knownDays = 8

/** A center as whoever needs its help knows it: its numbers, and when its office is open (L-HOME-1). */
export async function centerView(
  runtime: Runtime,
  center: Center,
): Promise<ResponseOf<'account', 'contacts'>['centers'][number]> {
  const { id, name, estate, hotline, nightPhone } = center
  const policy = await currentPolicy(runtime, center)
  const calendar = policy.calendar(policy.policy.workingHours)
  const spans = openSpans(calendar, runtime.clock.now(), knownDays).map(({ from, to }) => ({ from, to }))
  return { centerId: id, name, estate, hotline, nightPhone, officeHours: spans }
}
