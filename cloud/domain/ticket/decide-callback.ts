import { type Exemption, surveyReasonLabels } from '../../../types/vocabulary'
import { dateString } from '../calendar/zone'
import { fieldRefusal } from '../refusal'
import { dissatisfactionOf, exemptionOf, isSatisfied, reopenedTo } from '../survey/closure'
import type { CommandOf } from './commands'
import { complainantIdsOf, filerIdOf } from './complainants'
import type { DecideContext, Outcome } from './decision'
import type { SurveyAnswers, TicketEvent } from './events'
import type { Ticket } from './state'

type CallbackCommand = CommandOf<'verify' | 'reject' | 'answerSurvey' | 'recordCallback' | 'exempt' | 'reopen'>

const reopened = (
  ticket: Ticket,
  reason: string,
  dissatisfied: boolean,
  context: DecideContext,
): readonly TicketEvent[] => {
  const times = ticket.dissatisfied + (dissatisfied ? 1 : 0)
  const assignment = reopenedTo(ticket, times, context.directory)
  const event: TicketEvent = { type: 'reopened', reason, dissatisfied }
  if (!assignment) return [event]
  const why = dissatisfied
    ? `第 ${times} 次评价不满意，由${assignment.personName}重新处理`
    : `重新打开，由${assignment.personName}处理`
  return [
    event,
    { type: 'assigned', cause: 'reopened', assignment, route: { rule: '重新处理', why }, requirement: null, reason },
  ]
}

/**
 * D-CB-3. The first dissatisfied answer of anybody asked reopens; the filer's satisfaction closes (for a matter that
 * several people brought, a neighbour's satisfaction alone does not speak for the filer).
 */
const answered = (
  ticket: Ticket,
  answers: SurveyAnswers,
  by: 'complainant' | 'phone',
  context: DecideContext,
): readonly TicketEvent[] => {
  const event: TicketEvent = { type: 'surveyAnswered', round: ticket.rounds.length, by, answers }
  if (!isSatisfied(answers, context.policy))
    return [event, ...reopened(ticket, dissatisfactionOf(answers, surveyReasonLabels), true, context)]
  const speaks = by === 'phone' || filerIdOf(ticket) === null || context.actor.id === filerIdOf(ticket)
  return speaks ? [event, { type: 'closed', ending: 'satisfied' }] : [event]
}

const byComplainant = (ticket: Ticket, context: DecideContext): boolean =>
  context.actor.id !== null && complainantIdsOf(ticket).includes(context.actor.id)

const quiet = (reason: Exemption, text: string | null): readonly TicketEvent[] => [
  { type: 'exempted', reason, text },
  { type: 'quietPeriodStarted', reason },
]

const recordCallback = (ticket: Ticket, command: CommandOf<'recordCallback'>, context: DecideContext): Outcome => {
  const day = dateString(context.now)
  const attempt: TicketEvent = { type: 'callbackAttempted', result: command.result, text: command.text ?? null, day }
  switch (command.result) {
    case 'answered': {
      if (!command.answers) return fieldRefusal('invalidRequest', 'answers', '请补充业主的评价')
      return [attempt, ...answered(ticket, completeAnswers(command.answers), 'phone', context)]
    }
    case 'refused':
      // D-CB-2d: recorded on the person too, by whoever carries this out.
      return [attempt, ...quiet('declinedCallbacks', command.text ?? null)]
    case 'unreached': {
      const days = new Set([...(ticket.rounds.at(-1)?.unreachedDays ?? []), day])
      // D-CB-4: apart from satisfied, never as such.
      return days.size >= context.policy.policy.survey.unreachedAfterAttempts
        ? [attempt, { type: 'closed', ending: 'unreached' }]
        : [attempt]
    }
  }
}

type RawAnswers = NonNullable<CommandOf<'recordCallback'>['answers']>

/** Answers as the contract lets them come in, with what was left out filled by its meaning. */
export const completeAnswers = (answers: RawAnswers): SurveyAnswers => ({
  reception: answers.reception,
  measures: answers.measures,
  result: answers.result,
  solved: answers.solved,
  reasons: answers.reasons ?? [],
  text: answers.text ?? null,
  suggestion: answers.suggestion ?? null,
  anonymous: answers.anonymous ?? false,
})

/** Verification, callback, closure and reopening (docs/rules.md, Callback and closure). */
export function decideCallback(ticket: Ticket, command: CallbackCommand, context: DecideContext): Outcome {
  switch (command.command) {
    case 'verify': {
      const exemption = exemptionOf(ticket)
      return [
        { type: 'verified', text: command.text ?? null },
        exemption === null
          ? { type: 'callbackStarted', round: ticket.rounds.length + 1 }
          : { type: 'quietPeriodStarted', reason: exemption },
      ]
    }
    case 'reject':
      return [{ type: 'verificationRejected', text: command.text }]
    case 'answerSurvey':
      return answered(ticket, command.answers, 'complainant', context)
    case 'recordCallback':
      return recordCallback(ticket, command, context)
    case 'exempt':
      return ticket.state === 'callback'
        ? quiet(command.reason, command.text)
        : [{ type: 'exempted', reason: command.reason, text: command.text }]
    case 'reopen':
      return reopened(ticket, command.reason, byComplainant(ticket, context), context)
  }
}
