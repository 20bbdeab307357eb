import type { Urgency } from '../../../types/vocabulary'
import { parseTime } from '../calendar/shifts'
import { dayNumber, startOfDay } from '../calendar/zone'
import { isWithin } from '../policy/compile/compile'
import type { TimeSpan } from '../policy/model/policy'

/** The instant itself, or the end of the quiet hours it falls into; epoch ms, hours of +08:00. */
export function endOfQuiet(quiet: TimeSpan | undefined, at: number): number {
  if (!quiet || !isWithin(quiet, at)) return at
  const today = dayNumber(at)
  const end = parseTime(quiet.to) ?? 0
  const ends = startOfDay(today) + end
  return ends > at ? ends : startOfDay(today + 1) + end
}

/** D-CL-2: an emergency is worked around the clock, and so is told of; what is urgent likewise. */
export const loudUrgencies: readonly Urgency[] = ['emergency', 'urgent']

/** Epoch ms before which a notice of `at` goes nowhere but the inbox: what isn't loud waits for the morning. */
export const notBefore = (quiet: TimeSpan | undefined, loud: boolean, at: number): number =>
  loud ? at : endOfQuiet(quiet, at)
