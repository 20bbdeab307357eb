import { roleLabels } from '../../../types/vocabulary'
import { capacities } from '../access/capacities'
import { fieldRefusal, refusal } from '../refusal'
import { chooseFrom } from '../routing/choose'
import { approvalOf } from '../special/approval'
import type { CommandOf } from './commands'
import { routingInput } from './decide-routing'
import type { DecideContext, Outcome } from './decision'
import type { DraftAbout, TicketEvent } from './events'
import { type Ticket, openDraft } from './state'

/** What was written, as it goes out to the complainant. */
const sent = (about: DraftAbout, ticket: Ticket, { actor }: DecideContext): TicketEvent => {
  if (about.kind === 'reply') return { type: 'replied', text: about.text, media: about.media }
  const { text: measures, responsible, completeBy } = about
  const mine = capacities(actor, ticket)
  // D-SLA-5: what the manager has approved is the manager's plan.
  const byManager = mine.has('serviceManager') || mine.has('quality')
  return { type: 'proposed', measures, responsible, completeBy, byManager }
}

/** It goes out at once, or waits for whoever has to approve it. */
const submitted = (about: DraftAbout, ticket: Ticket, context: DecideContext): Outcome => {
  const approval = approvalOf(about.kind, ticket, capacities(context.actor, ticket), context)
  if (approval === null) return [sent(about, ticket, context)]
  const approver = chooseFrom(approval.approvers, routingInput(ticket, context))
  // The table has asked for somebody (`replyPossible`, `proposalPossible`).
  if (approval.post === null || !approver) return refusal('wrongState')
  return [
    {
      type: 'draftSubmitted',
      draft: (ticket.drafts?.length ?? 0) + 1,
      about,
      post: approval.post,
      approver: { personId: approver.id, personName: approver.name },
    },
  ]
}

/** Words and plans for the complainant, and the word of whoever has to approve them first (D-HD-2, D-HD-6, D-SP-5). */
export function decideDraft(
  ticket: Ticket,
  command: CommandOf<'reply' | 'propose' | 'decideDraft'>,
  context: DecideContext,
): Outcome {
  if (command.command === 'reply')
    return submitted({ kind: 'reply', text: command.text, media: command.photos ?? [] }, ticket, context)
  if (command.command === 'propose') {
    const { measures, responsible, completeBy } = command
    return completeBy <= context.now
      ? fieldRefusal('invalidRequest', 'completeBy', '完成时间要晚于现在')
      : submitted({ kind: 'proposal', text: measures, responsible, completeBy }, ticket, context)
  }
  const open = openDraft(ticket)
  // The table has asked for it (`draftToDecide`).
  if (!open) return refusal('wrongState')
  const { decision } = command
  const text = command.text?.trim() ? command.text : null
  const { draft, about } = open
  if (decision === 'refuse')
    return text === null
      ? fieldRefusal('invalidRequest', 'text', '请写明不同意的原因')
      : [{ type: 'draftDecided', draft, decision, text, about }]
  if (about.kind === 'proposal' && about.completeBy <= context.now)
    return fieldRefusal('wrongState', 'decision', '方案写的完成时间已经过了，请退回，重新定时间')
  // It has gone further, or become graver, since it was written: then it takes a higher word.
  const higher = approvalOf(about.kind, ticket, capacities(context.actor, ticket), context)?.post
  if (higher) return fieldRefusal('wrongState', 'decision', `这件事现在要由${roleLabels[higher]}审批，请退回，重新送审`)
  return [{ type: 'draftDecided', draft, decision, text, about }, sent(about, ticket, context)]
}
