import type { Transaction } from 'kysely'
import type { Actor } from '../../domain/access/actor'
import { noticesOf } from '../../domain/effects/notices'
import { needsWorkloads } from '../../domain/deadline/settle'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Workload } from '../../domain/routing/directory'
import type { TicketCommand } from '../../domain/ticket/commands'
import { type Decided, decide } from '../../domain/ticket/decide'
import type { DecideContext } from '../../domain/ticket/decision'
import type { Ticket } from '../../domain/ticket/state'
import { workloadsOf, policyFor } from '../../store/place/center'
import type { Database } from '../../store/schema'
import { type Append, type StoredTicket, append } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { Runtime } from '../runtime'
import type { CenterContext } from './desk'

export interface Change {
  readonly runtime: Runtime
  readonly desk: CenterContext
  readonly actor: Actor
  readonly stored: StoredTicket
  readonly command: TicketCommand
  readonly target?: DecideContext['target']
  readonly phoneKnown?: boolean
}

/** Commands that may have to choose between people, and so need to know what these carry (D-RT-2). */
const choosing: readonly TicketCommand['command'][] = ['dispatch', 'return', 'reclassify', 'assist', 'handOver', 'join']

const loadsFor = async (
  trx: Transaction<Database>,
  { runtime, desk, command, stored }: Change,
  policy: CompiledPolicy,
): Promise<ReadonlyMap<string, Workload>> =>
  // Every command settles what is due first, and that may pass the ticket on (D-RT-3).
  choosing.includes(command.command) || needsWorkloads(stored.ticket, policy, runtime.clock.now())
    ? workloadsOf(trx, stored.ticket.centerId, [...new Set(desk.directory.staff.map(member => member.id))])
    : new Map()

/** What a decision about a stored ticket writes. */
export const writeOf = (
  runtime: Runtime,
  { stored, desk, policy, decision }: Pick<Change, 'stored' | 'desk'> & { policy: CompiledPolicy; decision: Decided },
): Append => ({
  before: stored,
  after: decision.ticket,
  events: decision.events,
  policy,
  notices: noticesOf(stored.ticket, decision.events, decision.ticket, desk.directory, policy),
  outside: runtime.channels.length > 0,
})

/**
 * Load, decide, append: one command on a ticket whose row the transaction holds. The decision is made here, inside the
 * transaction, so what it was allowed on can't have changed meanwhile.
 * @throws CallError when the domain refuses
 */
export async function change(trx: Transaction<Database>, request: Change): Promise<Ticket> {
  const { runtime, desk, actor, stored, command, target, phoneKnown = false } = request
  const source = { db: trx, memory: runtime.memory }
  const policy = await policyFor(source, stored.ticket)
  const decision = decide(stored.ticket, command, {
    now: runtime.clock.now(),
    actor,
    policy,
    directory: desk.directory,
    workloads: await loadsFor(trx, request, policy),
    target: target ?? null,
    phoneKnown,
  })
  if (!decision.ok) throw CallError.of(decision.refusal)
  const write = writeOf(runtime, { stored, desk, policy, decision })
  // D-SLA-17: what it ran under until now tells which rows change, what it runs under from now on what they become.
  const moved = decision.events.some(({ event }) => event.type === 'policyApplied')
  await append(
    trx,
    moved ? { ...write, policy: await policyFor(source, decision.ticket), policyBefore: policy } : write,
  )
  return decision.ticket
}
