import { administratorsOf, lockCompany, removeAdministrator } from '../../store/organisation/administrators'
import { recordChange } from '../../store/organisation/changes'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { companyOf } from './organised'

/** Takes somebody the right to organise. @throws CallError notFound, wrongState for the last one */
export const dismissAdministrator: Handler<'organisation', 'dismissAdministrator'> = async (input, call) => {
  const { runtime, caller } = call
  const companyId = companyOf(call)
  const at = runtime.clock.now()
  const action = 'organisation.dismissAdministrator'
  return once(call, { action, centerId: companyId, request: input }, async trx => {
    // Of two who dismiss each other at once, one finds itself the last.
    await lockCompany(trx, companyId)
    const people = await administratorsOf(trx, companyId)
    const leaver = people.find(({ personId }) => personId === input.personId)
    if (!leaver) throw new CallError('notFound')
    if (people.length === 1) throw new CallError('wrongState', '至少要留一位管理员，请先任命另一位')
    await removeAdministrator(trx, companyId, leaver.personId)
    const change = { companyId, at, personId: caller.actor.id, centerId: null, subject: 'staff' as const }
    await recordChange(trx, { ...change, what: 'removed', name: leaver.name, before: { role: 'admin' } })
    return { done: true as const }
  })
}
