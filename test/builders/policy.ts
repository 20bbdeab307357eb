import { type CompiledPolicy, compilePolicy } from '../../cloud/domain/policy/compile/compile'
import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { Policy } from '../../cloud/domain/policy/model/policy'

/** The default policy as version 1: compiled once, since a calendar costs more than most tests. */
export const standardPolicy: CompiledPolicy = compilePolicy(defaultPolicy, 1)

/** The default policy with some parts of it replaced. */
export const aPolicy = (some: Partial<Policy> = {}): CompiledPolicy => compilePolicy({ ...defaultPolicy, ...some }, 1)

/** One deadline and no other: open hours to complete, with warnings and all three levels (D-SLA-15). */
export const onlyCompletion = (calendar: 'always' | 'office', hours: number): Policy => ({
  ...defaultPolicy,
  deadlines: [
    {
      kind: 'completion',
      calendar,
      target: { hours },
      warn: [0.5, 0.8],
      escalate: [
        { at: 1, to: 'departmentHead' },
        { at: 1.5, to: 'serviceManager' },
        { at: 2, to: 'quality' },
      ],
    },
  ],
})

export const twoHours = onlyCompletion('office', 2)
