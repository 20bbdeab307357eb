import type { Actor } from './actor'
import type { Capacity } from './capacities'
import type { CompiledPolicy } from '../policy/compile/compile'
import { type Refusal, refusal } from '../refusal'
import { type Ticket, openAssists } from '../ticket/state'
import type { NeedName } from '../ticket/transitions'

export interface NeedInput {
  readonly ticket: Ticket
  readonly actor: Actor
  readonly capacities: ReadonlySet<Capacity>
  readonly policy: CompiledPolicy
  /** Epoch ms. */
  readonly now: number
}

const dayMs = 86_400_000

/** Each need of the transition table: null when it is met. */
export const needs: Record<NeedName, (input: NeedInput) => Refusal | null> = {
  notTheHandler: ({ ticket, actor }) =>
    actor.id !== null && (actor.id === ticket.completion?.byId || actor.id === ticket.assignment?.personId)
      ? refusal('forbidden', '处理人不能验证、回访或评价自己的工单，请由其他同事进行')
      : null,
  transfersLeft: ({ ticket, capacities, policy }) =>
    ticket.transfers >= policy.policy.maxTransfers && !capacities.has('serviceManager') && !capacities.has('quality')
      ? refusal('forbidden', `已转单 ${ticket.transfers} 次，请由客服部经理决定`)
      : null,
  withinReopenWindow: ({ ticket, capacities, policy, now }) =>
    'closedAt' in ticket &&
    !capacities.has('serviceManager') &&
    !capacities.has('quality') &&
    !capacities.has('clerk') &&
    now - ticket.closedAt > policy.policy.survey.reopenWithinDays * dayMs
      ? refusal(
          'wrongState',
          `办结已超过 ${policy.policy.survey.reopenWithinDays} 天，请重新反映，我们会一并查看以前的记录`,
        )
      : null,
  supervisionOpen: ({ ticket }) =>
    ticket.supervision && !ticket.supervision.answered ? null : refusal('wrongState', '没有等待答复的督办'),
  notYetAnswered: ({ ticket, actor }) =>
    ticket.rounds.at(-1)?.answers.some(answer => answer.personId === actor.id) ? refusal('alreadyAnswered') : null,
  assistsDone: ({ ticket }) => {
    const open = openAssists(ticket)
    return open.length === 0
      ? null
      : refusal('wrongState', `还有协办没有完成：${open.map(({ assignment }) => assignment.personName).join('、')}`)
  },
  proposalOpen: ({ ticket }) =>
    ticket.proposals.at(-1)?.status === 'open' &&
    (ticket.state !== 'onHold' || ticket.hold.reason === 'awaitingComplainant')
      ? null
      : refusal('wrongState', '没有等您确认的方案'),
}
