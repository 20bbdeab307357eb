import type { Actor } from '../access/actor'
import { capacities, readsAsStaff } from '../access/capacities'
import { reportPartsOf } from '../../../types/vocabulary'
import { fieldRefusal, refusal } from '../refusal'
import type { ActionCommand, CommandOf } from './commands'
import { complainantKey, participantIdsOf, toldOn } from './complainants'
import type { DecideContext, Outcome } from './decision'
import type { TicketEvent } from './events'
import { type Ticket, openSupervisions } from './state'

type HandlingCommand = Exclude<
  ActionCommand,
  CommandOf<
    | 'triage'
    | 'reclassify'
    | 'dispatch'
    | 'return'
    | 'transfer'
    | 'escalate'
    | 'merge'
    | 'undoMerge'
    | 'split'
    | 'judgeSeverity'
    | 'withdraw'
    | 'verify'
    | 'reject'
    | 'recordCallback'
    | 'exempt'
    | 'reopen'
    | 'dispute'
    | 'decideDispute'
    | 'remedy'
    | 'decideRemedy'
    | 'assist'
    | 'finishAssist'
    | 'cancelAssist'
    | 'reply'
    | 'propose'
    | 'decideDraft'
    | 'decline'
    | 'hold'
    | 'endFollowing'
    | 'notePost'
    | 'relate'
    | 'reportBack'
  >
>

/** The complainant's word is what an `awaitingComplainant` hold waited for: the clock goes on by itself (D-SLA-16). */
const resumedByAnswer = (ticket: Ticket, context: DecideContext): readonly TicketEvent[] =>
  ticket.state === 'onHold' && ticket.hold.reason === 'awaitingComplainant'
    ? [{ type: 'resumed', endedAt: context.now, due: false }]
    : []

/** Whoever complains urges for themselves; staff for whoever has rung up, who then finds their own words again. */
const urge = (ticket: Ticket, { text, complainant }: CommandOf<'urge'>, { actor }: DecideContext): Outcome => {
  const own = actor.id !== null && participantIdsOf(ticket).includes(actor.id)
  const named = own || complainant === undefined ? undefined : toldOn(ticket, complainant)
  return [
    {
      type: 'urged',
      text: text ?? null,
      ...(named ? { complainant: complainantKey(named) } : {}),
      ...familyMark(ticket, actor),
    },
  ]
}

/** Words of the family are told apart from the filer's and from what staff write down (D-AC-2). */
const familyMark = (ticket: Ticket, actor: Actor): { family?: true } => {
  const mine = capacities(actor, ticket)
  return mine.has('family') && !readsAsStaff(mine) ? { family: true } : {}
}

/** D-HD-3: where there are photos of before, one of after is taken, or it is said why there is none. */
const complete = (ticket: Ticket, command: CommandOf<'complete'>): Outcome => {
  const media = command.photos ?? []
  const noPhotoReason = media.length > 0 ? null : (command.noPhotoReason ?? null)
  if (ticket.photosBefore > 0 && media.length === 0 && noPhotoReason === null)
    return fieldRefusal('invalidRequest', 'photos', '业主发过照片，请拍一张处理后的照片，或说明没有照片的原因')
  return [
    {
      type: 'completed',
      summary: command.summary,
      media,
      factor: command.cause.factor,
      detail: command.cause.detail ?? null,
      verdict: command.verdict,
      responsibleParty: command.responsibleParty,
      cost: command.cost ?? null,
      noPhotoReason,
    },
  ]
}

/** The parts that were written and belong to its stage (D-SP-3). */
function report({ stage, text, parts = {} }: CommandOf<'report'>): TicketEvent {
  const said = reportPartsOf[stage].flatMap(part => (parts[part]?.trim() ? [[part, parts[part]] as const] : []))
  return { type: 'reported', stage, text, ...(said.length > 0 ? { parts: Object.fromEntries(said) } : {}) }
}

/** What is not approved takes a reason, and is owed anew. */
function judgeReport(
  ticket: Ticket,
  { report: number, approved, text }: CommandOf<'judgeReport'>,
  { actor }: DecideContext,
): Outcome {
  const waits = ticket.reports?.find(
    one => one.judged === null && one.byId !== actor.id && (number === undefined || one.report === number),
  )
  if (!waits) return refusal('wrongState', '这份报告不存在或已经审核')
  if (!approved && !text?.trim()) return fieldRefusal('invalidRequest', 'text', '请写明要补充什么')
  return [
    { type: 'reportJudged', report: waits.report, stage: waits.stage, approved, text: text?.trim() ? text : null },
  ]
}

/** Work on a ticket and the talk about it (docs/rules.md, Handling). */
export function decideHandling(ticket: Ticket, command: HandlingCommand, context: DecideContext): Outcome {
  switch (command.command) {
    case 'accept':
      return [{ type: 'accepted' }]
    case 'note':
      return [{ type: 'noted', text: command.text }]
    case 'inspect':
      return [{ type: 'siteChecked', findings: command.findings, media: command.photos ?? [] }]
    case 'agree':
      return [...resumedByAnswer(ticket, context), { type: 'proposalAgreed' }]
    case 'counter':
      return [...resumedByAnswer(ticket, context), { type: 'proposalCountered', text: command.text }]
    case 'resume':
      return [{ type: 'resumed', endedAt: context.now, due: false }]
    case 'complete':
      return complete(ticket, command)
    case 'urge':
      return urge(ticket, command, context)
    case 'supplement':
      return [
        {
          type: 'supplemented',
          text: command.text,
          media: command.photos ?? [],
          ...familyMark(ticket, context.actor),
        },
        ...resumedByAnswer(ticket, context),
      ]
    case 'supervise':
      return [{ type: 'supervised', order: ticket.supervisions.length + 1, text: command.text }]
    case 'answerSupervision':
      if (command.order !== undefined && !openSupervisions(ticket).some(({ order }) => order === command.order))
        return refusal('wrongState', '这项督办不存在或已经答复')
      return [{ type: 'supervisionAnswered', order: command.order ?? null, text: command.text }]
    case 'report':
      return [report(command)]
    case 'judgeReport':
      return judgeReport(ticket, command, context)
    case 'archive':
      return [{ type: 'archived' }]
  }
}
