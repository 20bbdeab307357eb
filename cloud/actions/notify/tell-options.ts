import type { Transaction } from 'kysely'
import { notBefore } from '../../domain/effects/quiet-hours'
import type { TellOptions } from '../../store/notice/tell'
import { findCenter } from '../../store/place/center'
import type { Database } from '../../store/schema'
import { currentPolicy } from '../center-context'
import type { Runtime } from '../runtime'

/**
 * How somebody of a center is told what is about no ticket: none of it is urgent, so channels beside the inbox wait for the morning
 * (D-NT-2). The rules are read through the transaction, which may have the only connection.
 */
export async function tellOptions(
  runtime: Runtime,
  trx: Transaction<Database>,
  centerId: string,
): Promise<TellOptions> {
  const at = runtime.clock.now()
  const center = runtime.tellsOutside ? await findCenter(trx, centerId) : undefined
  if (!center) return { centerId, at, outsideFrom: null }
  const { policy } = await currentPolicy({ ...runtime, db: trx }, center)
  return { centerId, at, outsideFrom: notBefore(policy.quietHours, false, at) }
}
