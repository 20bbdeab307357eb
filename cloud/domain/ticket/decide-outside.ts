import { holdsRight } from '../../../types/rights'
import { finalStates } from '../../../types/vocabulary'
import { fieldRefusal, refusal } from '../refusal'
import type { CommandOf } from './commands'
import type { DecideContext, Outcome } from './decision'
import type { CallOwner, NamedParty, OnlinePost } from './events'
import type { Ticket } from './state'

/** Who follows it: whoever has the matter, or else whoever says so and can be given one. */
function followerOf({ assignment }: Ticket, { actor, directory }: DecideContext): CallOwner | null {
  const member = directory.staff.find(({ id, role }) => id === actor.id && holdsRight(role, 'takeTickets'))
  if (assignment) return { personId: assignment.personId, personName: assignment.personName }
  return member ? { personId: member.id, personName: member.name } : null
}

type Said = CommandOf<'decline' | 'hold'>['thirdParty']

/** The third party as it is recorded (D-IN-10); nothing where none is named. */
const named = (said: Said, ticket: Ticket, context: DecideContext): { readonly thirdParty?: NamedParty } =>
  said === undefined
    ? {}
    : {
        thirdParty: {
          kind: said.kind,
          name: said.name,
          contact: said.contact?.trim() ? said.contact : null,
          owner: followerOf(ticket, context),
        },
      }

/** D-IN-10: what a third party has caused is declined with its name, and followed on. */
function decline(ticket: Ticket, command: CommandOf<'decline'>, context: DecideContext): Outcome {
  const { reason, text, thirdParty } = command
  if (reason === 'thirdParty' && thirdParty === undefined)
    return fieldRefusal('invalidRequest', 'thirdParty.name', '请写明由谁负责，我们才能继续跟进')
  return [{ type: 'declined', reason, text, ...named(thirdParty, ticket, context) }]
}

const dayMs = 86_400_000

function hold(ticket: Ticket, command: CommandOf<'hold'>, context: DecideContext): Outcome {
  const { holdMaxDays } = context.policy.policy
  const latest = context.now + holdMaxDays * dayMs
  const until = command.until ?? latest // D-SLA-16
  if (until <= context.now) return fieldRefusal('invalidRequest', 'until', '预计恢复时间要晚于现在')
  if (until > latest) return fieldRefusal('invalidRequest', 'until', `挂起最长 ${holdMaxDays} 天，请选择更早的恢复时间`)
  if (command.thirdParty && command.reason !== 'awaitingThirdParty')
    return fieldRefusal('invalidRequest', 'thirdParty.name', '只有等第三方时才填写是哪一方')
  return [{ type: 'held', reason: command.reason, until, ...named(command.thirdParty, ticket, context) }]
}

/** D-SP-6: what waited for the third party goes on. */
const endFollowing = (
  ticket: Ticket,
  { outcome, text }: CommandOf<'endFollowing'>,
  { now }: DecideContext,
): Outcome => [
  { type: 'followingEnded', outcome, text },
  ...(ticket.state === 'onHold' && ticket.hold.reason === 'awaitingThirdParty'
    ? [{ type: 'resumed' as const, endedAt: now, due: false }]
    : []),
]

/** What was found online, as it is recorded: numbered after those that are known. */
export function postOf(said: Omit<CommandOf<'notePost'>, 'command'>, known: Ticket['posts'], now: number): OnlinePost {
  const link = said.link.trim()
  const before = known?.find(one => one.link === link)
  const { views = null, followers = null, comments = null, readAt = now } = said
  return {
    post: before?.post ?? (known?.length ?? 0) + 1,
    link,
    platform: before?.platform ?? (said.platform?.trim() ? said.platform : null),
    views,
    followers,
    comments,
    readAt,
  }
}

/** Of one ticket: what is read more often than that says nothing new. */
const mostPosts = 100
const mostReadings = 500

/** D-SP-5: several posts about one event are one matter, read again as often as somebody looks. */
function notePost({ posts = [] }: Ticket, command: CommandOf<'notePost'>, { now }: DecideContext): Outcome {
  const noted = postOf(command, posts, now)
  if (noted.readAt > now) return fieldRefusal('invalidRequest', 'readAt', '读数的时间不能晚于现在')
  const known = posts.find(({ post }) => post === noted.post)
  const unread = noted.views === null && noted.followers === null && noted.comments === null
  if (known && unread) return fieldRefusal('invalidRequest', 'views', '这个链接已经登记过，请填写现在的热度')
  const readings = posts.reduce((sum, one) => sum + one.readings.length, 0)
  if (posts.length >= mostPosts + (known ? 1 : 0) || readings >= mostReadings)
    return fieldRefusal('tooLarge', 'link', '这张工单登记的网帖已经很多，请另外登记一张工单并关联')
  return [{ type: 'postNoted', ...noted }]
}

/** D-SP-5: what is said apart is a matter of its own, which each of the two names. */
function relate(ticket: Ticket, command: CommandOf<'relate'>, { target }: DecideContext): Outcome {
  if (command.relatedTo === ticket.id)
    return fieldRefusal('invalidRequest', 'relatedTo', '不能关联自己，请选择另一张工单')
  if (!target) return fieldRefusal('notFound', 'relatedTo', '没有找到要关联的工单')
  return ticket.related?.some(({ id }) => id === target.id)
    ? []
    : [{ type: 'related', id: target.id, number: target.number }]
}

/** What goes on outside: third parties, what is said online, and what head office is told (D-IN-10, D-SP-5, D-SP-6, D-HD-4). */
export function decideOutside(
  ticket: Ticket,
  command: CommandOf<'decline' | 'hold' | 'endFollowing' | 'notePost' | 'relate' | 'noteRelated' | 'reportBack'>,
  context: DecideContext,
): Outcome {
  switch (command.command) {
    case 'decline':
      return decline(ticket, command, context)
    case 'hold':
      return hold(ticket, command, context)
    case 'endFollowing':
      return endFollowing(ticket, command, context)
    case 'notePost':
      return notePost(ticket, command, context)
    case 'relate':
      return relate(ticket, command, context)
    case 'noteRelated':
      // What has ended for good is not written to any more; the other ticket names it all the same.
      return ticket.related?.some(({ id }) => id === command.id) || finalStates.some(state => state === ticket.state)
        ? []
        : [{ type: 'related', id: command.id, number: command.number }]
    case 'reportBack':
      return [{ type: 'reportedBack', text: command.text }]
    default:
      return refusal('wrongState', command satisfies never)
  }
}
