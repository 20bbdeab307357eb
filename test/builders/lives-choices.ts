import type { StaffMember } from '../../cloud/domain/routing/directory'
import type { Recorded } from '../../cloud/domain/ticket/events'
import { evolve } from '../../cloud/domain/ticket/evolve'
import { type Ticket, assignedAtOf } from '../../cloud/domain/ticket/state'
import type { Role } from '../../types/vocabulary'
import { hour } from './clock'
import { type Moment, eventsOf } from './lives'
import { standardPolicy } from './policy'

// Whom D-RT-2 chooses, written down a second time without the code that chooses.

const weights = { emergency: 8, urgent: 4, normal: 2, suggestion: 1 } as const
const ended: readonly Ticket['state'][] = ['closed', 'archived', 'withdrawn', 'declined', 'merged']

/** Weight and latest assignment (epoch ms): there are two tickets, and the one to be given away does not count. */
const carriedBy = ({ id }: StaffMember, other: Ticket): readonly [number, number] =>
  other.assignment?.personId === id
    ? [ended.includes(other.state) ? 0 : weights[other.urgency], assignedAtOf(other) ?? 0]
    : [0, 0]

function isAway({ leave }: StaffMember, now: number): boolean {
  const today = new Date(now + 8 * hour).toISOString().slice(0, 10)
  return leave.some(({ from, to }) => from <= today && today <= to)
}

/** The order of D-RT-2; the lower is chosen. */
const rankOf = (member: StaffMember, { buildingId, category }: Ticket, { now, other }: Moment): readonly number[] => {
  const lineage = standardPolicy.lineage(category)
  return [
    Number(isAway(member, now)),
    Number(buildingId === null || !member.buildingIds.includes(buildingId)),
    Number(!member.skills.some(skill => lineage.has(skill))),
    Number(!member.present || isAway(member, now)),
    ...carriedBy(member, other),
  ]
}

function isBefore(one: StaffMember, another: StaffMember, ticket: Ticket, moment: Moment): boolean {
  const [mine, theirs] = [rankOf(one, ticket, moment), rankOf(another, ticket, moment)]
  const at = mine.findIndex((value, index) => value !== theirs[index])
  return at < 0 ? one.id < another.id : (mine[at] ?? 0) < (theirs[at] ?? 0)
}

/** People of equal standing; `departmentId` undefined: of every department. */
interface Level {
  readonly roles: readonly Role[]
  readonly departmentId?: string | null
}

/** The first in order of the lowest of these levels that has anybody; null: nobody. */
function firstOf(levels: readonly Level[], except: readonly string[], ticket: Ticket, moment: Moment): string | null {
  for (const { roles, departmentId } of levels) {
    const [first, ...others] = moment.directory.staff.filter(
      member =>
        roles.includes(member.role) &&
        !except.includes(member.id) &&
        (departmentId === undefined || (departmentId !== null && member.departmentId === departmentId)),
    )
    if (first) return others.reduce((best, one) => (isBefore(one, best, ticket, moment) ? one : best), first).id
  }
  return null
}

const above = (departmentId: string | null): readonly Level[] => [
  { roles: ['departmentHead'], departmentId },
  { roles: ['serviceManager'] },
  { roles: ['quality'] },
]
const everyLevel = (departmentId: string | null): readonly Level[] =>
  departmentId === null ? above(null) : [{ roles: ['steward', 'handler'], departmentId }, ...above(departmentId)]
const ladder: readonly Role[] = ['departmentHead', 'serviceManager', 'quality']

type Choice = readonly [chosen: string, byTheRules: string | null]

/** Whom an event has chosen and whom the rules choose; null where a person was named or nobody was chosen. */
function choiceOf({ event }: Recorded, ticket: Ticket, moment: Moment): Choice | null {
  const { command, actor, directory } = moment
  const holder = ticket.assignment
  const departmentId = holder?.departmentId ?? null
  const height = ladder.indexOf(directory.staff.find(({ id }) => id === holder?.personId)?.role ?? 'handler')
  /** From somebody below the ladder it may go to everybody, from somebody on it only upwards. */
  const from = (lowest: number): readonly Level[] =>
    height < 0 ? everyLevel(departmentId) : above(departmentId).slice(lowest)
  const but = holder ? [holder.personId] : []
  const among = (levels: readonly Level[], except: readonly string[]) => firstOf(levels, except, ticket, moment)
  if (event.type === 'assistAsked' && command.command === 'assist' && command.departmentId !== undefined) {
    const helping = (ticket.assists ?? []).filter(({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null)
    const busy = [...but, ...helping.map(({ assignment }) => assignment.personId)]
    return [event.assignment.personId, among(everyLevel(command.departmentId), busy)]
  }
  if (event.type === 'handedOver')
    return [event.assignment.personId, among(from(height), [...ticket.returnedBy, ...but])]
  if (event.type !== 'assigned') return null
  const given = event.assignment.personId
  switch (event.cause) {
    case 'returned':
      return [given, among(everyLevel(departmentId), [...ticket.returnedBy, ...(actor.id === null ? [] : [actor.id])])]
    case 'unaccepted':
      return [given, among(from(height + 1), [...ticket.returnedBy, ...but])]
    case 'escalated':
      return [given, among([{ roles: ['quality'] }, { roles: ['serviceManager'] }], but)]
    case 'reopened': {
      // D-CB-3: to the lead, from the second time at least one level up, from the third to quality.
      if (ticket.dissatisfied <= 1 && holder) return [given, holder.personId]
      const levels: readonly Level[] =
        ticket.dissatisfied >= 3 ? [{ roles: ['quality'] }] : above(departmentId).slice(height + 1)
      return [given, among(levels, []) ?? holder?.personId ?? null]
    }
    case 'dispatched':
      return command.command === 'dispatch' && command.departmentId !== undefined
        ? [given, among(everyLevel(command.departmentId), [])]
        : null
    default:
      return null
  }
}

/** Every choice between people that a decision has made, by what made it; `wrong`: not the one of D-RT-2 (D-HD-9). */
export function choicesOf(moment: Moment): readonly { readonly cause: string; readonly wrong: string | null }[] {
  let ticket = moment.before
  const choices: { readonly cause: string; readonly wrong: string | null }[] = []
  for (const recorded of eventsOf(moment)) {
    const choice = choiceOf(recorded, ticket, moment)
    if (choice) {
      const [chosen, byTheRules] = choice
      const cause = recorded.event.type === 'assigned' ? recorded.event.cause : recorded.event.type
      choices.push({
        cause,
        wrong: chosen === byTheRules ? null : `${cause}: ${chosen} in place of ${byTheRules ?? 'nobody'}`,
      })
    }
    ticket = evolve(ticket, recorded)
  }
  return choices
}
