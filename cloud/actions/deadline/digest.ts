import { lateAfterMs } from '../../domain/effects/outage-digest'
import { hasHeld, isBehind, summariseHeld } from '../../store/notice/outage-digest'
import { inTransaction } from '../../store/engine/transaction'
import type { Runtime } from '../runtime'

/**
 * Once nothing that is late is left to fire, writes one notice per person for all the reminders that a standstill has
 * held back; answers how many. Called after every sweep: a worker that dies before it leaves this to the next one.
 */
export async function digestOutage(runtime: Runtime): Promise<number> {
  if (!(await hasHeld(runtime.db))) return 0
  return inTransaction(runtime.db, async trx => {
    const now = runtime.clock.now()
    if (await isBehind(trx, now - lateAfterMs)) return 0
    return summariseHeld(trx, now, runtime.tellsOutside)
  })
}
