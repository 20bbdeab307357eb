import { mayFinishAssist } from '../../cloud/domain/access/assists'
import type { Actor } from '../../cloud/domain/access/actor'
import { capacities } from '../../cloud/domain/access/capacities'
import type { TicketCommand } from '../../cloud/domain/ticket/commands'
import { busyWith } from '../../cloud/domain/ticket/decide-assist'
import { takersIn } from '../../cloud/domain/ticket/decide-routing'
import { type Ticket, openAssists, openDraft } from '../../cloud/domain/ticket/state'
import type { Command, DraftKind } from '../../types/vocabulary'
import { day } from './clock'
import { aCommand, commandNames } from './commands'
import { aDirectory } from './people'

type Name = Exclude<TicketCommand['command'], 'file'>

const withoutRow: readonly Name[] = [
  'join',
  'separate',
  'complainAgain',
  'handOver',
  'noteFinding',
  'noteHotspot',
  'noteRelated',
  'applyPolicy',
  'fireDue',
]

/** Commands that people give and that have a row in the table. */
export const buttonNames = commandNames.filter(
  (
    name,
  ): name is Exclude<
    Name,
    | 'join'
    | 'separate'
    | 'complainAgain'
    | 'handOver'
    | 'noteFinding'
    | 'noteHotspot'
    | 'noteRelated'
    | 'applyPolicy'
    | 'fireDue'
  > &
    Command => !withoutRow.includes(name),
)

/** D-HD-6, written down once more: whose word it takes at least about what stands online. Nothing here has a wide reach. */
export const needsQuality = (kind: DraftKind, { channel, posts = [], severity }: Ticket): boolean =>
  (channel === 'online' || posts.length > 0) && (kind === 'proposal' || severity !== 'ordinary')

const holdsQuality = ({ posts }: Actor): boolean => posts.some(({ role }) => role === 'quality')

/** A command as somebody fills it in who knows the ticket: with nothing in it that could be refused for its own sake. */
export function aFittingCommand(
  name: (typeof buttonNames)[number],
  ticket: Ticket,
  actor: Actor,
  now: number,
): TicketCommand {
  const takers = takersIn(aDirectory())
  switch (name) {
    case 'dispatch':
      return aCommand(name, { assigneeId: takers[0]?.id })
    case 'transfer':
      return aCommand(name, { assigneeId: takers.find(({ id }) => id !== ticket.assignment?.personId)?.id ?? '' })
    case 'assist':
      return aCommand(name, { assigneeId: takers.find(({ id }) => !busyWith(ticket).includes(id))?.id })
    case 'decideDraft': {
      const about = openDraft(ticket)?.about
      const isTooLate = about?.kind === 'proposal' && about.completeBy <= now
      const isTooLow = about !== undefined && needsQuality(about.kind, ticket) && !holdsQuality(actor)
      return isTooLate || isTooLow ? aCommand(name, { decision: 'refuse', text: '请重新送审' }) : aCommand(name)
    }
    case 'propose':
      return aCommand(name, { completeBy: now + day })
    case 'finishAssist': {
      const mine = capacities(actor, ticket)
      const own = openAssists(ticket).find(assist => mayFinishAssist(assist, ticket, actor, mine))
      return aCommand(name, { assist: own?.assist ?? 1 })
    }
    case 'cancelAssist':
      return aCommand(name, { assist: openAssists(ticket)[0]?.assist ?? 1 })
    default:
      return aCommand(name)
  }
}
