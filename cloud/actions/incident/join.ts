import { clockActor } from '../../domain/access/actor'
import { placeForStaff } from '../../domain/access/places'
import { sameAsNeighbours } from '../../domain/incident/likeness'
import { type Joiner, type Spot, householdsOf, mayJoin } from '../../domain/incident/nearby'
import { followUpOf, targetOf } from '../../domain/ticket/decide-merge'
import type { Ticket } from '../../domain/ticket/state'
import { isId } from '../../store/engine/ids'
import { loadTicket } from '../../store/ticket/read'
import { CallError } from '../call-error'
import { centerContextOf, currentPolicy } from '../center-context'
import { execute } from '../execute'
import type { Handler } from '../handlers'
import type { SignedInCall } from '../runtime'
import { claimOnce } from '../ticket/claim'
import { drawingNumbers, filing, leftBy, prepared } from '../ticket/file'
import { noteHotspot } from '../ticket/note-hotspot'
import { placeOf } from '../ticket/place-of'
import { spotOf } from './nearby'

/** Where the joiner notices it: as they say, else where the matter is told of, else at home in that building. */
async function spotIn({ runtime, caller }: SignedInCall, said: string | undefined, ticket: Ticket): Promise<Spot> {
  const home = caller.person.rooms.find(({ buildingId }) => buildingId !== null && buildingId === ticket.buildingId)
  for (const placeId of said === undefined ? [placeForStaff(ticket).placeId, home?.placeId] : [said]) {
    const place = placeId ? await placeOf(runtime, caller, placeId) : null
    if (place?.centerId === ticket.centerId) return spotOf(runtime, place)
  }
  throw CallError.field('unknownPlace', 'placeId')
}

/**
 * Files what somebody says and lets it go on with a neighbour's matter, in one transaction (D-IN-6). Only what `nearby` would
 * offer can be joined: for anybody else it does not exist.
 * @throws CallError notFound, wrongState, unknownPlace, unknownMedia, idempotencyConflict
 */
export const join: Handler<'incident', 'join'> = async (input, call) => {
  const { runtime, caller } = call
  const { incidentId, idempotencyKey, text, placeId, ...told } = input
  const stored = isId(incidentId) ? await loadTicket(runtime.db, caller.person.centerIds, incidentId) : null
  if (!stored) throw new CallError('notFound')
  const seen = stored.ticket
  const { centerId, kind, category } = seen
  const { center } = await centerContextOf(runtime, centerId)
  const policy = await currentPolicy(runtime, center)
  const spot = await spotIn(call, placeId, seen)
  const words = text?.trim() ? text : sameAsNeighbours
  const { input: request, ...rest } = await prepared(call, {
    ...told,
    idempotencyKey,
    kind,
    category,
    placeId: spot.placeId,
    text: words,
  })
  const joiner: Joiner = request.onBehalf ? { id: rest.resident?.id ?? null, rooms: [] } : caller.actor
  const joined = await drawingNumbers(() =>
    execute(call, { action: 'incident.join', centerId, request: input, ticketIds: [incidentId] }, async execution => {
      const incident = execution.ticket(incidentId)
      // It may have been joined, or have ended, since it was offered.
      if (!mayJoin(incident.ticket, spot, joiner, policy))
        throw mayJoin(seen, spot, joiner, policy)
          ? new CallError('wrongState', '这件事刚刚有了变化，请您单独反映')
          : new CallError('notFound')
      const command = {
        command: 'file' as const,
        filing: filing(request, caller, rest.where, rest, execution.now),
        into: targetOf(incident.ticket),
      }
      const own = await execution.decide({
        stored: null,
        command,
        actor: caller.actor,
        contact: leftBy(request, caller),
      })
      const followUp = followUpOf(command, null, own.after)
      if (!followUp) throw new CallError('wrongState')
      const { after } = await execution.decide({ stored: incident, command: followUp.command, actor: clockActor })
      await claimOnce(execution.trx, caller, own.after, { photos: request.photos, recording: request.recording })
      return {
        ticketId: own.after.id,
        number: own.after.number,
        incidentNumber: after.number,
        households: householdsOf(after),
      }
    }),
  )
  await noteHotspot(runtime, centerId, joined.ticketId, policy)
  return joined
}
