import type { Told } from '../../domain/survey/again'
import { mayBeSame } from '../../domain/survey/again'
import { alwaysRecords, recordsIn } from '../../domain/access/filing'
import type { TicketIn } from '../../domain/ticket/state'
import { quietMatters } from '../../store/survey/quiet-matters'
import { CallError } from '../call-error'
import { centerContextOf, currentPolicy } from '../center-context'
import type { Handler } from '../handlers'
import type { Caller, Runtime } from '../runtime'
import { placeOf } from './place-of'

/** Who tells it, as far as it matters here: a resident, or somebody for whom staff write it down. */
export const toldBy = (
  caller: Caller,
  place: { readonly id: string; readonly kind: string } | null,
  filing: {
    readonly category: string
    readonly anonymous: boolean
    readonly forOthers: boolean
    readonly personId: string | null
  },
): Told => {
  const { category, personId, anonymous, forOthers } = filing
  const livesThere = caller.person.rooms.some(({ placeId }) => placeId === place?.id)
  return {
    category,
    placeId: place?.id ?? null,
    personId,
    household: place?.kind === 'room' && !anonymous && (forOthers || livesThere),
  }
}

/** Matters in their quiet period that it may be again, what was finished last in front. */
export async function earlierMatters(
  { db }: Runtime,
  centerId: string,
  told: Told,
): Promise<readonly TicketIn<'quietPeriod'>[]> {
  if (told.placeId === null) return []
  const quiet = await quietMatters(db, centerId, told.category)
  return quiet.flatMap(one => (mayBeSame(one, told) ? [one] : []))
}

/** What the person is asked about while filing: 还是上次那件事吗？ */
export const earlier: Handler<'ticket', 'earlier'> = async (
  { category, placeId, anonymous = false },
  { runtime, caller },
) => {
  const place = await placeOf(runtime, caller, placeId)
  if (!place) throw CallError.field('unknownPlace', 'placeId')
  const { centerId } = place
  const forOthers = alwaysRecords(caller.actor) && recordsIn(caller.actor, centerId)
  const { center } = await centerContextOf(runtime, centerId)
  const policy = await currentPolicy(runtime, center)
  const known = policy.category(category)
  if (!known) throw CallError.field('unknownCategory', 'category')
  const personId = forOthers ? null : caller.actor.id
  const told = toldBy(caller, place, { category, anonymous, forOthers, personId })
  const items = (await earlierMatters(runtime, centerId, told)).map(ticket => ({
    ticketId: ticket.id,
    number: ticket.number,
    categoryName: known.name,
    // Their own place, which they have just named.
    place: place.fullName,
    filedAt: ticket.filedAt,
    doneAt: ticket.completion?.at ?? null,
  }))
  return { items }
}
