import { refusalsOf, validatePolicy } from '../../domain/policy/validate/validate'
import { newId } from '../../store/engine/ids'
import { recordChange } from '../../store/organisation/changes'
import { registeredPosts } from '../../store/organisation/registers'
import { addPolicy, lockPolicy } from '../../store/policy/versions'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { knownFor } from '../policy/known'
import { centerOfCall } from './organised'

/**
 * Names the departments of a center, as a new version of its rules that differs in nothing else. One that a post or a rule names
 * stays.
 * @throws CallError wrongState, invalidRequest
 */
export const saveDepartments: Handler<'organisation', 'saveDepartments'> = async (input, call) => {
  const { runtime, caller } = call
  const { companyId, centerId } = centerOfCall(call, input.centerId)
  const at = runtime.clock.now()
  return once(call, { action: 'organisation.saveDepartments', centerId, request: input }, async trx => {
    const head = await lockPolicy(trx, centerId)
    const known = new Set(head.policy.departments.map(({ id }) => id))
    const departments = input.departments.map(({ id, name }, index) => {
      if (id !== undefined && !known.has(id))
        throw CallError.field('invalidRequest', `departments.${index}.id`, '没有这个部门，请刷新')
      return { id: id ?? newId(), name: name.trim() }
    })
    const names = departments.map(({ name }) => name)
    const twice = names.findIndex((name, index) => names.indexOf(name) !== index)
    if (twice >= 0)
      throw CallError.field('invalidRequest', `departments.${twice}.name`, `有两个部门都叫“${names[twice]}”`)
    const held = new Set((await registeredPosts(trx, centerId)).map(({ departmentId }) => departmentId))
    const lost = head.policy.departments.find(({ id }) => held.has(id) && !departments.some(one => one.id === id))
    if (lost) throw new CallError('wrongState', `“${lost.name}”里还有员工，不能去掉`)
    const policy = { ...head.policy, departments }
    const source = { db: trx, memory: runtime.memory, clock: runtime.clock }
    const fields = refusalsOf(validatePolicy(policy, (await knownFor(source, centerId, [policy])).known))
    const [fault] = Object.values(fields)
    if (fault !== undefined) throw new CallError('invalidRequest', fault, fields)
    await addPolicy(trx, {
      ...head,
      centerId,
      version: head.version + 1,
      policy,
      createdAt: at,
      createdBy: caller.actor.id,
      note: '修改部门',
      applyTo: 'new',
    })
    const change = { companyId, at, personId: caller.actor.id, centerId, subject: 'department' as const }
    await recordChange(trx, {
      ...change,
      what: 'changed',
      name: '部门',
      before: head.policy.departments,
      after: departments,
    })
    return { departments }
  })
}
