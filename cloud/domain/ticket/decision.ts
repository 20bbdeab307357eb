import type { Actor } from '../access/actor'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Refusal } from '../refusal'
import type { Directory } from '../routing/directory'
import type { CallbackWishes } from '../survey/round'
import type { Workloads } from '../workload/workload'
import type { TicketEvent } from './events'
import { evolve } from './evolve'
import type { Ticket } from './state'

/** The other ticket of a merge, or of two that are related. */
export interface Target {
  readonly id: string
  readonly number: string
  readonly open: boolean
  /** It has itself been merged into another. */
  readonly merged?: boolean
}

/** Everything a decision may look at besides the ticket and the command; looked up beforehand, never during. */
export interface DecideContext {
  /** Epoch ms. */
  readonly now: number
  readonly actor: Actor
  readonly policy: CompiledPolicy
  readonly directory: Directory
  readonly workloads: Workloads
  /** For `revealContact`: whether a phone number of the filer is kept; left out: none. */
  readonly phoneKnown?: boolean
  /** For `merge` and `undoMerge`: the ticket it goes or went into; for `relate`: the other one; where the actor may see it. */
  readonly target?: Target | null
  /** Who does not wish to be called, as it stands now (D-CB-9); looked up where somebody may be asked. */
  readonly callbackWishes?: CallbackWishes
  /** Whose household has been asked as often this month as the rules allow (D-CB-12), by `complainantKey`; left out: nobody's. */
  readonly askedEnough?: ReadonlySet<string>
}

/** Events to append, or why not. */
export type Outcome = readonly TicketEvent[] | Refusal

export const isRefusal = (outcome: Outcome): outcome is Refusal => !Array.isArray(outcome)

/** The ticket once these events have happened. */
export const after = (ticket: Ticket, events: readonly TicketEvent[], context: DecideContext): Ticket =>
  events.reduce<Ticket>(
    (so, event) => evolve(so, { seq: so.version + 1, at: context.now, actorId: context.actor.id, event }),
    ticket,
  )
