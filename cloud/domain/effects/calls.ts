import type { CompiledPolicy } from '../policy/compile/compile'
import { type OpenCall, openCalls } from '../survey/calls'
import type { Ticket } from '../ticket/state'

/** What a decision makes of the calls that wait to be made; by round and task. */
export interface CallChanges {
  /** New, or due or owned otherwise than before. */
  readonly open: readonly OpenCall[]
  readonly ended: readonly Pick<OpenCall, 'round' | 'task'>[]
}

const unchanged: CallChanges = { open: [], ended: [] }

/** Pure: the calls follow from the state and the policy, so that only what differs is written. */
export function callChanges(
  before: Ticket | null,
  after: Ticket,
  policy: CompiledPolicy,
  policyBefore: CompiledPolicy,
): CallChanges {
  const was = before === null ? [] : openCalls(before, policyBefore)
  const is = openCalls(after, policy)
  if (was.length === 0 && is.length === 0) return unchanged
  const alike = (one: OpenCall, among: readonly OpenCall[]) =>
    among.find(({ round, task }) => round === one.round && task === one.task)
  return {
    open: is.filter(one => {
      const old = alike(one, was)
      return !old || old.dueAt !== one.dueAt || old.owner?.personId !== one.owner?.personId
    }),
    ended: was.filter(one => !alike(one, is)),
  }
}
