import { dateString } from '../../domain/calendar/zone'
import { leavingAfter } from '../../domain/organisation/move-in'
import { type EndedLease, findRoom, lockEndedLeases, lodgersOf } from '../../store/organisation/residence'
import { forgetFailures } from '../../store/timer/dead-letters'
import { type DrainOptions, type Drained, type Work, drain } from '../drain'
import type { Runtime } from '../runtime'
import { takeOff } from './residence'

const leaseWork = (runtime: Runtime): Work<EndedLease> => ({
  name: 'lease',
  batch: 50,
  maxAttempts: 5,
  idOf: ({ placeId }) => placeId,
  failureOf: ({ centerId }) => ({ centerId, ticketId: null, version: 0 }),
  take: (trx, take) => lockEndedLeases(trx, dateString(runtime.clock.now()), take),
  async carryOut(trx, items) {
    const today = dateString(runtime.clock.now())
    for (const { centerId, placeId } of items) {
      const room = await findRoom(trx, placeId)
      const lodgers = (await lodgersOf(trx, centerId, [placeId])).get(placeId) ?? []
      if (room) await takeOff(trx, { runtime, by: null }, room, leavingAfter(lodgers, today))
      await forgetFailures(trx, 'lease', centerId, [placeId])
    }
    return { done: items.length, effects: items.length, failed: [] }
  },
})

/** Takes tenants off their rooms on the day after their lease has ended, and tells them (D-OR-2). */
export const endLeases = (runtime: Runtime, options: DrainOptions): Promise<Drained> =>
  drain(runtime, leaseWork(runtime), options)
