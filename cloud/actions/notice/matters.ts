import { matterShownTo, viewerOf } from '../../domain/access/viewer'
import type { InboxEntry } from '../../store/notice/inbox'
import { policyFor } from '../../store/place/center'
import { findTickets } from '../../store/ticket/read'
import type { Caller, Runtime } from '../runtime'

/**
 * What the tickets of some notices are about, by ticket, as their receiver may know it now. Left out: tickets that are no
 * longer the receiver's, as after they have gone on to somebody else.
 */
export async function mattersOf(
  runtime: Runtime,
  caller: Caller,
  entries: readonly Pick<InboxEntry, 'centerId' | 'ticketId'>[],
): Promise<ReadonlyMap<string, string>> {
  const matters = new Map<string, string>()
  for (const ticket of await findTickets(runtime.db, entries)) {
    const viewer = viewerOf(ticket, caller.actor)
    if (!viewer) continue
    const policy = await policyFor(runtime, ticket)
    matters.set(ticket.id, matterShownTo(ticket, viewer, policy.category(ticket.category)?.name ?? null))
  }
  return matters
}
