import { sameCalendars } from '../../domain/policy/compare/compare'
import { refusalsOf, validatePolicy } from '../../domain/policy/validate/validate'
import { addPolicy, countOpen, lockPolicy } from '../../store/policy/versions'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { knownFor } from './known'
import { policyCenterOf } from './policy-center'

/**
 * Makes a new version, or refuses the whole of it and changes nothing. New tickets run under it at once; running ones
 * are moved by `rollOutPolicies`: all of them if so wanted, else only where calendars have changed (D-SLA-17, D-RT-6).
 * @throws CallError staleVersion, invalidRequest with every place that is wrong, idempotencyConflict
 */
export const save: Handler<'policy', 'save'> = async (input, call) => {
  const { runtime, caller } = call
  const { centerId, editable } = policyCenterOf(caller, input.centerId)
  if (!editable) throw new CallError('forbidden')
  const { policy, note, applyTo, baseVersion } = input
  return once(call, { action: 'policy.save', centerId, request: input }, async trx => {
    const source = { db: trx, memory: runtime.memory, clock: runtime.clock }
    const head = await lockPolicy(trx, centerId)
    if (head.version !== baseVersion)
      throw new CallError('staleVersion', '规则刚刚被其他同事修改过，请刷新后在新的版本上修改')
    const { known } = await knownFor(source, centerId, [policy])
    const fields = refusalsOf(validatePolicy(policy, known))
    const [first] = Object.values(fields)
    if (first !== undefined) throw new CallError('invalidRequest', first, fields)
    const version = head.version + 1
    const calendarsStay = sameCalendars(head.policy, policy)
    await addPolicy(trx, {
      centerId,
      version,
      policy,
      createdAt: runtime.clock.now(),
      createdBy: caller.actor.id,
      note,
      applyTo,
      calendarsSince: calendarsStay ? head.calendarsSince : version,
      runningSince: applyTo === 'running' ? version : head.runningSince,
    })
    const runningTickets = applyTo === 'running' || !calendarsStay ? await countOpen(trx, centerId) : 0
    return { version, runningTickets }
  })
}
