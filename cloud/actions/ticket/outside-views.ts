import type { TicketView } from '../../../types/contract/ticket-views'
import { partyForResidents } from '../../../types/words/third-party'
import type { Actor } from '../../domain/access/actor'
import { capacities } from '../../domain/access/capacities'
import type { Timer } from '../../domain/deadline/timers'
import type { Viewer } from '../../domain/access/viewer'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Directory } from '../../domain/routing/directory'
import { approvalOf } from '../../domain/special/approval'
import { type Draft, type Ticket, isFollowed } from '../../domain/ticket/state'

/** The newest of a long list: what came before stands in the history. */
const mostShown = 50

/** Who else has caused it, as the reader may know them (D-IN-10, D-SP-6). */
function thirdPartyOf(ticket: Ticket, viewer: Viewer, timers: readonly Timer[]): TicketView['thirdParty'] {
  const { thirdParty } = ticket
  if (!thirdParty) return null
  const { kind, name, contact, owner, ended } = thirdParty
  const followed = isFollowed(ticket)
  const news = timers.find(timer => timer.kind === 'progress' && timer.metAt === null && timer.endedAt === null)
  return {
    kind,
    name: viewer.staff ? name : partyForResidents({ kind, name }),
    contact: viewer.staff ? contact : null,
    ownerName: owner?.personName ?? null,
    followed,
    newsBy: followed && news ? news.dueAt : null,
    ended: ended && { ...ended },
  }
}

const draftView = ({ draft, about, at, status, approver, remark }: Draft): TicketView['drafts'][number] => ({
  draft,
  kind: about.kind,
  text: about.text,
  responsible: about.kind === 'proposal' ? about.responsible : null,
  completeBy: about.kind === 'proposal' ? about.completeBy : null,
  at,
  status,
  approverName: approver.personName,
  remark,
})

interface Around {
  readonly actor: Actor
  readonly policy: CompiledPolicy
  readonly directory: Directory
  readonly timers: readonly Timer[]
}

/** What goes on outside, and whose word it needs; all but the third party is told to staff only. */
export function outsideOf(
  ticket: Ticket,
  viewer: Viewer,
  { actor, policy, directory, timers }: Around,
): Pick<TicketView, 'thirdParty' | 'drafts' | 'approvedBy' | 'posts' | 'related' | 'fromHeadOffice'> {
  const thirdParty = thirdPartyOf(ticket, viewer, timers)
  if (!viewer.staff)
    return {
      thirdParty,
      drafts: [],
      approvedBy: { reply: null, proposal: null },
      posts: [],
      related: [],
      fromHeadOffice: false,
    }
  const mine = capacities(actor, ticket)
  const approver = (kind: 'reply' | 'proposal') => approvalOf(kind, ticket, mine, { policy, directory })?.post ?? null
  return {
    thirdParty,
    drafts: (ticket.drafts ?? []).slice(-mostShown).map(draftView),
    approvedBy: { reply: approver('reply'), proposal: approver('proposal') },
    posts: (ticket.posts ?? []).map(({ post, link, platform, readings }) => ({
      post,
      link,
      platform,
      readings: readings.slice(-mostShown).map(({ views, followers, comments, readAt }) => ({
        views,
        followers,
        comments,
        at: readAt,
      })),
    })),
    related: (ticket.related ?? []).map(({ id, number }) => ({ ticketId: id, number })),
    fromHeadOffice: ticket.fromHeadOffice === true,
  }
}
