import { callerOn } from '../../domain/access/known-caller'
import { officeOf } from '../../domain/access/centers'
import { recordsIn } from '../../domain/access/filing'
import { permit } from '../../domain/access/permit'
import { placeShownTo, viewerOf } from '../../domain/access/viewer'
import { recordLookup } from '../../store/people/caller-lookups'
import { mattersByPhone, residentsByPhone } from '../../store/people/known-callers'
import { policyFor } from '../../store/place/center'
import { CallError } from '../call-error'
import { centerContextOf } from '../center-context'
import type { Handler } from '../handlers'

/** As many as somebody can take calls, by far, and too few to go through a list of numbers. */
const limit = { most: 60, within: 3_600_000 }

/**
 * Who rings up, for whoever may record it for them: in the center that the caller of this action works in, and of its
 * matters those that they may see. Recorded first, and limited (D-PO-4).
 * @throws CallError forbidden, rateLimited
 */
export const findCaller: Handler<'ticket', 'findCaller'> = async ({ phone, centerId: asked }, { runtime, caller }) => {
  const centerId = asked ?? officeOf(caller.actor)
  if (centerId === null || !recordsIn(caller.actor, centerId)) throw new CallError('forbidden')
  const { db, clock } = runtime
  const lookup = { centerId, personId: caller.actor.id, phone, at: runtime.wallClock.now() }
  if (!(await recordLookup(db, lookup, limit)))
    throw new CallError('rateLimited', '查得太频繁了，请过一会儿再试。不影响登记')
  const residents = await residentsByPhone(db, centerId, phone)
  const personIds = residents.map(({ id }) => id)
  const { tickets, toldOn, name } = await mattersByPhone(db, centerId, phone, personIds)
  const { directory } = await centerContextOf(runtime, centerId)
  const matters = []
  for (const ticket of tickets) {
    const viewer = viewerOf(ticket, caller.actor)
    const whose = viewer && callerOn(ticket, viewer, { personIds, toldOn })
    if (!viewer || !whose) continue
    const policy = await policyFor(runtime, ticket)
    const asker = { ticket, actor: caller.actor, policy, directory, whose, phoneKnown: true, now: clock.now() }
    matters.push({
      ticketId: ticket.id,
      number: ticket.number,
      complainant: whose.ticketId,
      categoryName: policy.category(ticket.category)?.name ?? ticket.category,
      place: placeShownTo(ticket, viewer).name,
      state: ticket.state,
      since: whose.since,
      mayUrge: permit('urge', asker) === null,
    })
  }
  return {
    people: residents.map(({ name: called, rooms }) => ({ name: called, rooms: rooms.map(room => ({ ...room })) })),
    // Of somebody without an account what they were called last; no more than the matters shown give away.
    name: residents.length === 0 && matters.length > 0 ? name : null,
    matters,
  }
}
