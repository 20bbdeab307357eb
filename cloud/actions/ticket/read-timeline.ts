import { viewerOf } from '../../domain/access/viewer'
import { policyFor } from '../../store/place/center'
import { CallError } from '../call-error'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { centerContextOf } from '../center-context'
import { findTicket } from './find'
import { timelinePage } from './timeline-page'

/** What came before what `ticket.get` or an earlier page has shown. @throws CallError notFound, invalidRequest */
export const timeline: Handler<'ticket', 'timeline'> = async ({ ticketId, cursor }, call) => {
  const { runtime, caller } = call
  if (!/^\d{1,9}$/.test(cursor)) throw CallError.field('invalidRequest', 'cursor', '内容已经更新，请下拉刷新')
  const { ticket } = await findTicket(call, ticketId)
  const viewer = visible(viewerOf(ticket, caller.actor))
  const { directory } = await centerContextOf(runtime, ticket.centerId)
  const policy = await policyFor(runtime, ticket)
  const page = await timelinePage(runtime, { ticket, viewer, policy, directory }, Number(cursor))
  return { entries: page.entries, nextCursor: page.cursor }
}
