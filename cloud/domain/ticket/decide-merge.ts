import { fieldRefusal, refusal } from '../refusal'
import { askedAmong } from '../survey/round'
import type { CommandOf, TicketCommand } from './commands'
import { activeComplainants, complainantKey } from './complainants'
import { startedRound, withFirstCalls, withRoundSettled } from './decide-callback'
import { reclassify } from './decide-routing'
import { type DecideContext, type Outcome, type Target, isRefusal } from './decision'
import type { TicketEvent } from './events'
import { type Ticket, isOpen } from './state'
import { higherOf } from './weights'

type MergeCommand = CommandOf<'merge' | 'undoMerge' | 'split' | 'join' | 'separate'>

/**
 * D-CL-3, D-CL-6, D-HD-8: the higher urgency and severity stand. As a re-classification, so that deadlines are recomputed,
 * reports fall due and what nobody has accepted yet is routed anew.
 */
const raise = (ticket: Ticket, command: CommandOf<'join'>, context: DecideContext): Outcome => {
  const { urgency, severity } = higherOf(ticket, command)
  if (urgency === ticket.urgency && severity === ticket.severity) return []
  const reason = `并入工单 ${command.fromNumber}，按其中较高的紧急程度和等级`
  return reclassify(ticket, { command: 'reclassify', category: ticket.category, urgency, severity, reason }, context)
}

/** People come to the matter (D-IN-6). Where others are being asked how it was done, they are asked too. */
const join = (ticket: Ticket, command: CommandOf<'join'>, context: DecideContext): Outcome => {
  // The ticket may have ended since the caller saw it open.
  if (!isOpen(ticket)) return refusal('wrongState')
  const active = new Set(activeComplainants(ticket).map(complainantKey))
  const complainants = command.complainants.filter(one => !active.has(complainantKey(one)))
  const couldBeAsked = askedAmong(ticket, complainants, context.callbackWishes)
  const asked = ticket.state === 'callback' ? couldBeAsked : []
  const raised = raise(ticket, command, context)
  if (isRefusal(raised)) return raised
  return withFirstCalls(ticket, context, [
    { type: 'joined', from: command.from, fromNumber: command.fromNumber, complainants, asked },
    ...raised,
    // Until now nobody could be asked (D-CB-2); now somebody can.
    ...(ticket.state === 'quietPeriod' && couldBeAsked.length > 0 ? [startedRound(ticket, couldBeAsked, context)] : []),
  ])
}

/** The merge is undone: its people leave again, but for those who have said something here (D-HD-8). */
const separate = (ticket: Ticket, command: CommandOf<'separate'>, context: DecideContext): Outcome => {
  const leaving = ticket.complainants
    .filter((one, index) => index > 0 && command.complainants.includes(complainantKey(one)) && !one.acted)
    .map(complainantKey)
  const event: TicketEvent = {
    type: 'separated',
    from: command.from,
    fromNumber: command.fromNumber,
    complainants: leaving,
  }
  return withRoundSettled(ticket, [event], context)
}

/** Merging, joining, and undoing it (D-IN-6, D-HD-8). */
export function decideMerge(ticket: Ticket, command: MergeCommand, context: DecideContext): Outcome {
  switch (command.command) {
    case 'merge': {
      const { target } = context
      if (!target || target.id === ticket.id || !target.open)
        return fieldRefusal('notFound', 'into', '请重新选择要并入的工单')
      return [{ type: 'merged', into: target.id, intoNumber: target.number }]
    }
    case 'undoMerge':
    case 'split':
      if (ticket.state !== 'merged') return refusal('wrongState')
      // What it went into has gone on into a third one, where its people now are.
      if (context.target?.merged)
        return refusal('wrongState', `工单 ${ticket.into.number} 也已经并入别的工单，请先撤销那一次并入`)
      return [
        {
          type: 'mergeUndone',
          from: ticket.into.id,
          fromNumber: ticket.into.number,
          reason: command.reason ?? null,
        },
      ]
    case 'join':
      return join(ticket, command, context)
    case 'separate':
      return separate(ticket, command, context)
  }
}

/** What a decision about one ticket does to another, in the same transaction. */
export interface FollowUp {
  readonly ticketId: string
  readonly command: CommandOf<'join' | 'separate' | 'noteRelated'>
}

const joinOf = (merged: Ticket): CommandOf<'join'> => ({
  command: 'join',
  from: merged.id,
  fromNumber: merged.number,
  urgency: merged.urgency,
  severity: merged.severity,
  complainants: activeComplainants(merged).map(one => ({
    ...one,
    ...(one.ticketId === merged.id ? { severity: merged.severity } : {}),
    exemption: null,
    acted: false,
  })),
})

/**
 * The other half of a merge or of its undoing: what the other ticket is to be told, given this one before and after the
 * command. null: the command concerned one ticket only.
 */
export function followUpOf(command: TicketCommand, before: Ticket | null, after: Ticket): FollowUp | null {
  if ((command.command === 'merge' || command.command === 'file') && after.state === 'merged')
    return { ticketId: after.into.id, command: joinOf(after.unmerged) }
  // D-SP-5: each of the two names the other.
  if (command.command === 'relate')
    return { ticketId: command.relatedTo, command: { command: 'noteRelated', id: after.id, number: after.number } }
  if (takesOff(command) && before?.state === 'merged')
    return {
      ticketId: before.into.id,
      command: {
        command: 'separate',
        from: before.id,
        fromNumber: before.number,
        complainants: before.unmerged.complainants.map(complainantKey),
      },
    }
  return null
}

/** The ticket comes off again what it was merged into: at once, or later and with a reason (D-HD-8). */
const takesOff = ({ command }: TicketCommand): boolean => command === 'undoMerge' || command === 'split'

/** The other ticket that a command needs to know of; null: none. */
export const partnerOf = (command: TicketCommand, ticket: Ticket): string | null =>
  command.command === 'merge'
    ? command.into
    : command.command === 'relate'
      ? command.relatedTo
      : takesOff(command) && ticket.state === 'merged'
        ? ticket.into.id
        : null

/** What a decision has to know of that other ticket. */
export const targetOf = (partner: Ticket): Target => ({
  id: partner.id,
  number: partner.number,
  open: isOpen(partner),
  merged: partner.state === 'merged',
})
