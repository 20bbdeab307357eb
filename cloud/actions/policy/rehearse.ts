import { compilePolicy } from '../../domain/policy/compile/compile'
import { refusalsOf, validatePolicy } from '../../domain/policy/validate/validate'
import { type TicketFate, isDifferent, replayPast, sumOf } from '../../domain/rehearsal/replay'
import { emptyMemory, policyFor } from '../../store/place/center'
import { lastAssignedBefore, pastTickets } from '../../store/report/past-tickets'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { centerContextOf } from '../center-context'
import { knownFor } from './known'
import { policyCenterOf } from './policy-center'

type Answer = Awaited<ReturnType<Handler<'policy', 'rehearse'>>>

const dayMs = 86_400_000
/** Tickets listed; the sums count them all. */
const listed = 100

/** How many tickets each person got, and would have got; whoever got most first. */
function peopleOf(fates: readonly TicketFate[]): Answer['people'] {
  const people = new Map<string, Answer['people'][number]>()
  const count = (side: 'before' | 'after', { personId, personName }: TicketFate['before']): void => {
    if (personId === null) return
    const known = people.get(personId) ?? { personId, name: personName ?? personId, before: 0, after: 0 }
    people.set(personId, { ...known, [side]: known[side] + 1 })
  }
  for (const { before, after } of fates) {
    count('before', before)
    count('after', after)
  }
  return [...people.values()].sort(
    (one, other) => other.before + other.after - one.before - one.after || (one.personId < other.personId ? -1 : 1),
  )
}

/**
 * The last days once more under a policy that is only being considered (D-RH-1, D-RT-6). Reads, and writes nothing.
 * @throws CallError invalidRequest with every place that is wrong
 */
export const rehearse: Handler<'policy', 'rehearse'> = async (
  { policy, days, centerId: asked },
  { runtime, caller },
) => {
  const { centerId } = policyCenterOf(caller, asked)
  const { known } = await knownFor(runtime, centerId, [policy])
  const fields = refusalsOf(validatePolicy(policy, known))
  const [first] = Object.values(fields)
  if (first !== undefined) throw new CallError('invalidRequest', first, fields)

  const to = runtime.clock.now()
  const from = to - days * dayMs
  // Read apart from what the process remembers: with the duty roster of that time, which today's leaves out.
  const then = { db: runtime.db, memory: emptyMemory(), clock: { now: () => from } }
  const { directory } = await centerContextOf(then, centerId)
  const past = await pastTickets(runtime.db, centerId, from, to)
  const policies = new Map(
    await Promise.all(
      [...new Map(past.map(({ ticket }) => [versionsOf(ticket), ticket]))].map(
        async ([key, ticket]) => [key, await policyFor(runtime, ticket)] as const,
      ),
    ),
  )
  const changed = compilePolicy(policy, 0)
  const fates = replayPast({
    past,
    from,
    recorded: ticket => policies.get(versionsOf(ticket)) ?? changed,
    changed,
    directory,
    lastAssigned: await lastAssignedBefore(
      runtime.db,
      centerId,
      [...new Set(directory.staff.map(({ id }) => id))],
      from,
    ),
    now: to,
  })
  const differing = fates.filter(isDifferent)
  return {
    from,
    to,
    before: sumOf(fates, 'before'),
    after: sumOf(fates, 'after'),
    people: peopleOf(fates),
    differing: differing.length,
    // The latest are those that people remember.
    tickets: differing
      .slice(-listed)
      .reverse()
      .map(({ ticket, before, after, deadlines }) => ({
        ticketId: ticket.id,
        number: ticket.number,
        filedAt: ticket.filedAt,
        category: changed.category(ticket.category)?.name ?? ticket.category,
        urgency: ticket.urgency,
        assigneeBefore: before.personName,
        assigneeAfter: after.personName,
        why: after.route?.why ?? '',
        deadlines: deadlines.filter(({ dueBefore, dueAfter }) => dueBefore !== dueAfter).map(fate => ({ ...fate })),
      })),
  }
}

const versionsOf = (ticket: { readonly policyVersion: number; readonly calendarVersion?: number }): string =>
  `${ticket.policyVersion}:${ticket.calendarVersion ?? ticket.policyVersion}`
