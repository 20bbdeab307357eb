import type { CallOwner } from '../../domain/ticket/events'
import { type CallTask, type Ticket, openAssists } from '../../domain/ticket/state'
import { isId } from '../../store/engine/ids'
import { openTicketsOf } from '../../store/people/staff'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { execute } from '../execute'
import { plannedBy } from './planned'

/** What somebody has of a ticket: the lead, or the number of an assist or of a call. */
type Piece = 'lead' | { readonly assist: number } | { readonly call: number }

const callsOf = (ticket: Ticket): readonly CallTask[] => (ticket.state === 'callback' ? (ticket.round.calls ?? []) : [])

const piecesOf = (ticket: Ticket, personId: string): readonly Piece[] => [
  ...(ticket.assignment?.personId === personId ? ['lead' as const] : []),
  ...openAssists(ticket).flatMap(({ assist, assignment }) => (assignment.personId === personId ? [{ assist }] : [])),
  ...callsOf(ticket).flatMap(({ task, owner }) => (owner?.personId === personId ? [{ call: task }] : [])),
]

const pieceNow = (ticket: Ticket, piece: Piece): CallOwner | null | undefined => {
  if (piece === 'lead') return ticket.assignment
  return 'assist' in piece
    ? ticket.assists?.find(({ assist }) => assist === piece.assist)?.assignment
    : callsOf(ticket).find(({ task }) => task === piece.call)?.owner
}

/**
 * Hands every open ticket of one person over, all or none (D-RT-7). Tickets are locked in the order of their ids; one
 * that has meanwhile gone to somebody else is left alone.
 * @throws CallError unknownPerson naming the field, wrongState when nobody is named and the rules know nobody for one of them, forbidden
 */
export const handOver: Handler<'staff', 'handOver'> = async (input, call) => {
  const { runtime, caller } = call
  const planned = await plannedBy(runtime, caller, input)
  const { centerId, personId, departmentId } = planned
  const toPersonId = input.toPersonId ?? null
  if (toPersonId === personId) throw CallError.field('unknownPerson', 'toPersonId', '请选择另一位同事')
  if (toPersonId !== null && !isId(toPersonId))
    throw CallError.field('unknownPerson', 'toPersonId', '请重新选择接手的人，这位同事不在本中心或不能接单')
  const command = {
    command: 'handOver',
    fromPersonId: personId,
    departmentId,
    toPersonId,
    reason: input.reason,
  } as const
  const ticketIds = await openTicketsOf(runtime.db, planned)
  return execute(call, { action: 'staff.handOver', centerId, request: input, ticketIds }, async execution => {
    const moved: { ticketId: string; number: string; to: string }[] = []
    // One that has meanwhile gone to somebody else is left alone: nothing of it is this person's.
    for (const stored of execution.locked) {
      const before = piecesOf(stored.ticket, personId)
      const { after } = await execution.decide({ stored, command, actor: caller.actor })
      // What was due by now comes first, and may have taken it out of the person's hands or closed it.
      const to = before.map(piece => pieceNow(after, piece)).find(next => next && next.personId !== personId)
      if (to) moved.push({ ticketId: after.id, number: after.number, to: to.personName })
    }
    return { moved }
  })
}
