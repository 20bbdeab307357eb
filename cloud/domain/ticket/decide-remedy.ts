import { fieldRefusal, refusal } from '../refusal'
import { capacities } from '../access/capacities'
import { chooseByLevel } from '../routing/choose'
import { holdersOf } from '../routing/directory'
import type { CommandOf } from './commands'
import { routingInput } from './decide-routing'
import type { DecideContext, Outcome } from './decision'
import type { CallOwner } from './events'
import { type Ticket, openRemedy } from './state'

/** The service manager, or quality where the center has none; null: nobody is there. */
function approverOf(ticket: Ticket, context: DecideContext): CallOwner | null {
  const levels = (['serviceManager', 'quality'] as const).map(post => holdersOf(context.directory, post, null))
  const chosen = chooseByLevel(levels, routingInput(ticket, context))
  return chosen && { personId: chosen.id, personName: chosen.name }
}

/** A sum above the policy's has to be approved; what whoever approves chooses themselves is approved by that. */
const needsApproval = (ticket: Ticket, sum: number | null, { actor, policy }: DecideContext): boolean => {
  const mine = capacities(actor, ticket)
  const limit = policy.policy.compensationLimit ?? 0
  return sum !== null && sum > limit && !mine.has('serviceManager') && !mine.has('quality')
}

const chosen = (ticket: Ticket, command: CommandOf<'remedy'>, context: DecideContext): Outcome => {
  const { kind, text } = command
  const paid = kind === 'compensation'
  if (paid && command.sum === undefined) return fieldRefusal('invalidRequest', 'sum', '请填写补偿多少元')
  const sum = paid ? (command.sum ?? null) : null
  const remedy = (ticket.remedies?.length ?? 0) + 1
  if (!needsApproval(ticket, sum, context)) return [{ type: 'remedyChosen', remedy, kind, text, sum, approver: null }]
  const approver = approverOf(ticket, context)
  return approver
    ? [{ type: 'remedyChosen', remedy, kind, text, sum, approver }]
    : fieldRefusal('wrongState', 'sum', '这笔补偿要由客服部经理审批，本中心还没有经理，请选其他办法')
}

/** D-HD-7: what is done for somebody who was not content, and the word of whoever has to approve a sum. */
export function decideRemedy(
  ticket: Ticket,
  command: CommandOf<'remedy' | 'decideRemedy'>,
  context: DecideContext,
): Outcome {
  if (command.command === 'remedy') return chosen(ticket, command, context)
  const open = openRemedy(ticket)
  if (!open) return refusal('wrongState', '没有等待审批的补偿')
  const { decision, text = null } = command
  if (decision === 'refuse' && text === null) return fieldRefusal('invalidRequest', 'text', '请写明不同意的原因')
  const about = { kind: open.kind, text: open.text, sum: open.sum }
  return [{ type: 'remedyDecided', remedy: open.remedy, decision, text, about }]
}
