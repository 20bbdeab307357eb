import { addAdministrator, lockCompany } from '../../store/organisation/administrators'
import { recordChange } from '../../store/organisation/changes'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { companyOf } from './organised'
import { knownOrNew } from './known-or-new'

/** Makes somebody an administrator of the whole company, in centers that are there and in those to come (D-OR-1). */
export const appointAdministrator: Handler<'organisation', 'appointAdministrator'> = async (input, call) => {
  const { runtime, caller } = call
  const companyId = companyOf(call)
  const at = runtime.clock.now()
  const action = 'organisation.appointAdministrator'
  return once(call, { action, centerId: companyId, request: input }, async trx => {
    await lockCompany(trx, companyId)
    const { personId, name } = await knownOrNew(trx, companyId, input, at)
    await addAdministrator(trx, companyId, personId, at)
    const change = { companyId, at, personId: caller.actor.id, centerId: null, subject: 'staff' as const }
    await recordChange(trx, { ...change, what: 'added', name, after: { role: 'admin' } })
    return { personId }
  })
}
