import { type State, statesBeforeCompletion } from '../../../types/vocabulary'
import type { Actor } from '../access/actor'
import { isFamily } from '../access/household'
import type { CompiledPolicy } from '../policy/compile/compile'
import { activeComplainants, complainantKey } from '../ticket/complainants'
import type { Ticket } from '../ticket/state'
import { likeness, saysOf } from './likeness'

/** A place that somebody names, as far as it matters to what is near it. */
export interface Spot {
  readonly placeId: string
  readonly buildingId: string | null
  /** The place and everything it lies in. */
  readonly path: readonly string[]
}

/** An open matter that a neighbour's filing may be about too (D-IN-6). */
export interface Near {
  readonly ticket: Ticket
  readonly households: number
}

/** How many are offered: more than these nobody reads while filing. */
const most = 3
/** Two rooms of one building: their words have to have this much in common, where there are words. */
const wordsOfNeighbours = 0.3

const kinds: readonly Ticket['kind'][] = ['complaint', 'request']
const undone: readonly State[] = statesBeforeCompletion

/**
 * Whether others may come to it: the work is still to be done, and it is nothing between neighbours, where another name on
 * the matter would be a side taken (D-IN-3).
 */
const mayBeJoined = (ticket: Ticket, policy: CompiledPolicy): boolean =>
  kinds.includes(ticket.kind) &&
  undone.includes(ticket.state) &&
  policy.category(ticket.category)?.neighbourDispute !== true

/** In the same building, at the same place, or at one that it lies in. A place that is only described is near to nothing. */
const isNear = ({ placeId, buildingId }: Pick<Ticket, 'placeId' | 'buildingId'>, spot: Spot): boolean =>
  (buildingId !== null && buildingId === spot.buildingId) || (placeId !== null && spot.path.includes(placeId))

/** Whoever would join: themselves, or somebody for whom staff write it down and who may have no account (null). */
export type Joiner = Pick<Actor, 'id' | 'rooms'>

/** Whether somebody has part in the matter already: it is their own, or their household's. */
const isOwn = (ticket: Ticket, joiner: Joiner): boolean =>
  isFamily(joiner, ticket) ||
  activeComplainants(ticket).some(({ personId }) => personId !== null && personId === joiner.id)

/** How many households complain: who shares one counts once, everybody else for themselves. */
export const householdsOf = (ticket: Ticket): number =>
  new Set(activeComplainants(ticket).map(one => one.household ?? complainantKey(one))).size

/** Whether the matter may be offered to somebody, who can then join it. */
export const mayJoin = (ticket: Ticket, spot: Spot, joiner: Joiner, policy: CompiledPolicy): boolean =>
  mayBeJoined(ticket, policy) && isNear(ticket, spot) && !isOwn(ticket, joiner)

/**
 * Of open matters of one category, those that a filing at a place may be about too, the likeliest first: the very place
 * before the building, then what has most in common with the words, then what was filed last (D-IN-6).
 */
export function nearby(
  tickets: readonly Ticket[],
  spot: Spot,
  text: string,
  joiner: Joiner,
  policy: CompiledPolicy,
): readonly Near[] {
  const said = saysOf(text)
  return tickets
    .filter(ticket => mayJoin(ticket, spot, joiner, policy))
    .map(ticket => ({
      ticket,
      here: ticket.placeId === spot.placeId,
      alike: said.clauses.length === 0 ? null : likeness(said, saysOf(ticket.text)),
    }))
    .filter(({ here, alike }) => here || alike === null || alike >= wordsOfNeighbours)
    .sort(
      (one, other) =>
        Number(other.here) - Number(one.here) ||
        (other.alike ?? 0) - (one.alike ?? 0) ||
        other.ticket.filedAt - one.ticket.filedAt,
    )
    .slice(0, most)
    .map(({ ticket }) => ({ ticket, households: householdsOf(ticket) }))
}
