import { rights } from '../../../types/rights'
import { dateString } from '../calendar/zone'
import type { CompiledPolicy } from '../policy/compile/compile'
import { type RoutingInput, chooseByLevel } from '../routing/choose'
import { holdersOf, onLeave } from '../routing/directory'
import { timersOf } from '../deadline/timers'
import { type Complainant, activeComplainants, complainantKey } from '../ticket/complainants'
import type { CallOwner, EventOf } from '../ticket/events'
import type { CallTask, Ticket, TicketIn } from '../ticket/state'
import { type CallbackWishes, standingsOf } from './round'

/** Whoever did the work or wrote down what this person told calls nobody about it (D-CB-6). */
export const notToCall = (ticket: Ticket, person: Complainant | undefined): readonly string[] =>
  [ticket.completion?.byId, ticket.assignment?.personId, person?.recordedBy].filter(id => typeof id === 'string')

const personOf = (ticket: Ticket, key: string): Complainant | undefined =>
  activeComplainants(ticket).find(one => complainantKey(one) === key)

/** The desk, then the manager, then quality. */
const levelsOf = ({ directory }: RoutingInput) => rights.makeCalls.map(post => holdersOf(directory, post, null))

/** By D-RT-2 within each level, apart from these people; null: nobody else is there. */
function ownerOf(ticket: Ticket, key: string, input: RoutingInput, gone: readonly string[] = []): CallOwner | null {
  const except = [...notToCall(ticket, personOf(ticket, key)), ...gone]
  // D-HD-4: about what quality has taken over it calls itself.
  const levels = ticket.escalated ? [...levelsOf(input)].reverse() : levelsOf(input)
  const chosen = chooseByLevel(levels, { ...input, except })
  return chosen && { personId: chosen.id, personName: chosen.name }
}

interface CallsGoing {
  /** Whoever is there no longer. */
  readonly from: string
  /** Who is named to take them on; null: whoever comes next by the rules. */
  readonly to: string | null
  readonly reason: string
}

/**
 * D-RT-7: calls of whoever is there no longer, and of whoever has come to do the work (D-CB-6), go to the one named, or where
 * that person may not make them to whoever the rules choose.
 */
export function callsHandedOver(
  ticket: Ticket,
  { from, to, reason }: CallsGoing,
  input: RoutingInput,
): readonly EventOf<'callHandedOver'>[] {
  return openCalls(ticket, input.policy).flatMap(({ round, task, complainant, owner }) => {
    if (owner === null) return []
    const mayNot = notToCall(ticket, personOf(ticket, complainant))
    if (owner.personId !== from && !mayNot.includes(owner.personId)) return []
    const named = levelsOf(input)
      .flat()
      .find(({ id }) => id === to && id !== from && !mayNot.includes(id))
    const next = named
      ? { personId: named.id, personName: named.name }
      : ownerOf(ticket, complainant, input, [owner.personId, from])
    return [{ type: 'callHandedOver', round, task, owner: next, reason }]
  })
}

/** D-RT-7: calls of whoever has left, or is on leave today, go to somebody who is there; where nobody is, they stay. */
export function callsOfTheGone(ticket: Ticket, input: RoutingInput): readonly EventOf<'callHandedOver'>[] {
  if (ticket.state !== 'callback' || !ticket.round.calls) return []
  const today = dateString(input.at)
  const there = input.directory.staff.filter(member => !onLeave(member, today))
  const isGone = (owner: CallOwner) => !there.some(({ id }) => id === owner.personId)
  // Nearly always nobody has, and which calls are still open takes longer to say.
  if (!ticket.round.calls.some(({ owner }) => owner !== null && isGone(owner))) return []
  return openCalls(ticket, input.policy).flatMap(({ round, task, complainant, owner }) => {
    if (owner === null || !isGone(owner)) return []
    const next = ownerOf(ticket, complainant, { ...input, directory: { staff: there } })
    return next ? [{ type: 'callHandedOver', round, task, owner: next, reason: `${owner.personName}不在岗` }] : []
  })
}

/** Tasks for those of these people who have none yet in the round that is open. `callAt`: not before, epoch ms. */
export function tasksFor(
  ticket: TicketIn<'callback'>,
  people: readonly string[],
  callAt: number | null,
  input: RoutingInput,
): readonly EventOf<'callTaskOpened'>[] {
  const known = ticket.round.calls ?? []
  return people
    .filter(key => !known.some(({ complainant }) => complainant === key))
    .map((complainant, index) => ({
      type: 'callTaskOpened',
      round: ticket.round.round,
      task: known.length + index + 1,
      complainant,
      owner: ownerOf(ticket, complainant, input),
      callAt,
    }))
}

/** Of those who are asked: who has still to be heard, by account or only by a call. */
export const stillToHear = (
  ticket: TicketIn<'callback'>,
  policy: CompiledPolicy,
  wishes: CallbackWishes,
  byPhoneOnly?: boolean,
): readonly string[] =>
  standingsOf(ticket, policy, wishes)
    .filter(one => one.stands === 'open' && (byPhoneOnly === undefined || one.byPhoneOnly === byPhoneOnly))
    .map(({ complainant }) => complainant)

/** A call that waits to be made, with its due time: as the person asked, or by the deadline (D-SLA-9). Epoch ms. */
export interface OpenCall extends CallTask {
  readonly round: number
  readonly dueAt: number
}

/** The calls that wait to be made, what is due first on top. */
export function openCalls(ticket: Ticket, policy: CompiledPolicy): readonly OpenCall[] {
  if (ticket.state !== 'callback' || !ticket.round.calls) return []
  const open = stillToHear(ticket, policy, undefined)
  const deadline = timersOf(ticket, policy).find(
    ({ kind, metAt, endedAt }) => kind === 'callback' && metAt === null && endedAt === null,
  )
  const { round, calls } = ticket.round
  return calls
    .filter(({ complainant }) => open.includes(complainant))
    .map(one => ({ ...one, round, dueAt: one.callAt ?? deadline?.dueAt ?? one.openedAt }))
    .sort((one, other) => one.dueAt - other.dueAt || one.task - other.task)
}
