import { type CallbackOutcome, type CallbackResult, surveyReasonLabels } from '../../../types/vocabulary'
import { dateString } from '../calendar/zone'
import { capacities } from '../access/capacities'
import { ratesAs } from '../access/household'
import { type Refusal, fieldRefusal, refusal } from '../refusal'
import { dissatisfactionOf, isSatisfied, reopenedTo } from '../survey/closure'
import { stillToHear, tasksFor } from '../survey/calls'
import { tappedAnswer } from '../survey/details'
import { questionsOf, sentSurvey, strayAnswer } from '../survey/questionnaire'
import { askedAmong, declines, exemptionOf, exemptsMatter, outcomeOf, standingsOf } from '../survey/round'
import { routingInput } from './decide-routing'
import type { CommandOf } from './commands'
import { type Complainant, activeComplainants, complainantKey, filerIdOf, toldOn } from './complainants'
import { type DecideContext, type Outcome, after } from './decision'
import type { CorrectedJudgement, EventOf, PartlyAnswered, SurveyAnswers, SurveyDetails, TicketEvent } from './events'
import type { Ticket, TicketIn } from './state'

type CallbackCommand = CommandOf<
  'verify' | 'reject' | 'answerSurvey' | 'detailSurvey' | 'recordCallback' | 'exempt' | 'reopen'
>

/** Nothing where there is none, so that events without photos stay what they were. */
const asMedia = (photos: readonly string[] = []): { readonly media?: readonly string[] } =>
  photos.length > 0 ? { media: photos } : {}

/** The matter begins again (D-CB-3, D-CB-11). */
export const reopened = (
  ticket: Ticket,
  reason: string,
  dissatisfied: boolean,
  context: DecideContext,
  photos: readonly string[] = [],
  joins: Complainant | null = null,
): readonly TicketEvent[] => {
  const times = ticket.dissatisfied + (dissatisfied ? 1 : 0)
  const assignment = reopenedTo(ticket, times, routingInput(ticket, context))
  const event: TicketEvent = { type: 'reopened', reason, dissatisfied, ...asMedia(photos), ...(joins ? { joins } : {}) }
  if (!assignment) return [event]
  const why = dissatisfied
    ? `第 ${times} 次评价不满意，由${assignment.personName}重新处理`
    : `重新打开，由${assignment.personName}处理`
  return [
    event,
    { type: 'assigned', cause: 'reopened', assignment, route: { rule: '重新处理', why }, requirement: null, reason },
  ]
}

/** The round's end, where nobody has still to be heard (D-CB-3, D-CB-4). */
const endOf = (ticket: Ticket, context: DecideContext): readonly TicketEvent[] => {
  if (ticket.state !== 'callback') return []
  const outcome = outcomeOf(standingsOf(ticket, context.policy, context.callbackWishes))
  if (outcome.goesOn) return []
  return outcome.ending === 'exempt'
    ? [{ type: 'quietPeriodStarted', reason: exemptionOf(ticket, context.callbackWishes) ?? 'unreachable' }]
    : [{ type: 'closed', ending: outcome.ending }]
}

/** The events, and the end of the round where it follows from them. */
export const withRoundSettled = (
  ticket: Ticket,
  events: readonly TicketEvent[],
  context: DecideContext,
): readonly TicketEvent[] => [...events, ...endOf(after(ticket, events, context), context)]

/** D-CB-9: of those who are being asked, whoever has come to wish not to be called is asked no longer. */
export const obeyedWishes = (ticket: Ticket, context: DecideContext): readonly TicketEvent[] => {
  const { callbackWishes: wishes } = context
  if (ticket.state !== 'callback' || !wishes) return []
  const { asked, answers } = ticket.round
  const exempted = activeComplainants(ticket)
    .filter(one => {
      const key = complainantKey(one)
      const heard = answers.some(({ complainant }) => complainant === key)
      return asked.includes(key) && wishes.has(key) && one.exemption === null && !heard
    })
    .map((one): TicketEvent => ({
      type: 'exempted',
      reason: 'declinedCallbacks',
      text: null,
      complainant: complainantKey(one),
    }))
  return exempted.length === 0 ? [] : withRoundSettled(ticket, exempted, context)
}

/** D-CB-3: the first dissatisfied answer of anybody who is asked reopens; what else follows depends on all of them. */
const answered = (
  ticket: Ticket,
  said: Omit<EventOf<'surveyAnswered'>, 'type' | 'round'>,
  context: DecideContext,
): readonly TicketEvent[] => {
  const event: TicketEvent = { type: 'surveyAnswered', round: ticket.rounds.length, ...said }
  return isSatisfied(said.answers, context.policy)
    ? withRoundSettled(ticket, [event], context)
    : [event, ...reopened(ticket, dissatisfactionOf(said.answers, surveyReasonLabels), true, context)]
}

/**
 * D-CB-2c is said of the matter and ends the asking at once; the rest is said of one person. null: of nobody who
 * complains here.
 */
const exempted = (ticket: Ticket, command: CommandOf<'exempt'>, context: DecideContext): Outcome | null => {
  const { reason, text } = command
  // D-IN-8: their satisfaction is recorded together with the matter, and the exemption follows from that by itself.
  if (reason === 'settledOnSpot') return unfounded('没有当场满意的记录；当场解决的事请在登记时选“当场解决”')
  if (exemptsMatter(reason)) {
    const event: TicketEvent = { type: 'exempted', reason, text, complainant: null }
    return ticket.state === 'callback' ? [event, { type: 'quietPeriodStarted', reason }] : [event]
  }
  const people = activeComplainants(ticket)
  const [firstAsked] = askedAmong(ticket, people, context.callbackWishes)
  const first = people.find(one => complainantKey(one) === firstAsked) ?? people[0]
  const who = command.complainant === undefined ? first : toldOn(ticket, command.complainant)
  if (!who) return null
  const complainant = complainantKey(who)
  if (reason === 'unreachable' && !who.anonymous && (who.personId !== null || who.reachable))
    return { ...unfounded('这一位有账号或留过电话，请先联系'), finding: 'skippedAttempts' }
  if (reason === 'declinedCallbacks' && !declines(who, context.callbackWishes))
    return unfounded('本人没有表示过不接受回访；电话里拒绝的，请在回访结果里记下')
  return withRoundSettled(ticket, [{ type: 'exempted', reason, text, complainant }], context)
}

/** D-CB-2: each exemption rests on something that is recorded; a try without is a finding, as skipping the attempts of D-CB-4 is. */
const unfounded = (message: string): Refusal => ({ ...refusal('unfounded', message), finding: 'unfoundedExemption' })

/** A first call is due at once where nothing else asks: whoever has no account (D-CB-1). */
const firstCalls = (ticket: Ticket, context: DecideContext): readonly TicketEvent[] =>
  ticket.state === 'callback'
    ? tasksFor(
        ticket,
        stillToHear(ticket, context.policy, context.callbackWishes, true),
        null,
        routingInput(ticket, context),
      )
    : []

/** The events, and the calls that follow from a round having begun or somebody having come to it. */
export const withFirstCalls = (
  ticket: Ticket,
  context: DecideContext,
  events: readonly TicketEvent[],
): readonly TicketEvent[] => [...events, ...firstCalls(after(ticket, events, context), context)]

/** Whom a call reached or did not: the one named, or the first who has still to be heard. null: somebody not asked. */
const calledOf = (
  ticket: TicketIn<'callback'>,
  command: CommandOf<'recordCallback'>,
  context: DecideContext,
): string | null => {
  const open = stillToHear(ticket, context.policy, context.callbackWishes)
  // D-CB-6: nobody calls whose words they have written down.
  const people = activeComplainants(ticket).filter(
    one => open.includes(complainantKey(one)) && one.recordedBy !== context.actor.id,
  )
  const called =
    command.complainant === undefined
      ? people.find(one => complainantKey(one) === open.find(key => people.some(who => complainantKey(who) === key)))
      : people.find(one => one === toldOn(ticket, command.complainant ?? ''))
  return called ? complainantKey(called) : null
}

/** What was not asked, or not that way, can't be answered; null: everything belongs to the round. */
const misplaced = (ticket: Ticket, answers: PartlyAnswered): Outcome | null => {
  const { more = {}, solved, result, measures, reception } = answers
  const stray = strayAnswer(questionsOf(ticket), { solved, result, measures, reception }, more)
  return stray === null
    ? null
    : fieldRefusal('invalidRequest', `more.${stray}`, '问卷里没有这一项回答，请重新打开再评价')
}

/** The longest wait that can be agreed for another call. */
const latestCall = 14 * 86_400_000

const usualOutcome = { answered: 'complete', unreached: 'noAnswer', refused: 'refused' } as const

const recordCallback = (ticket: Ticket, command: CommandOf<'recordCallback'>, context: DecideContext): Outcome => {
  if (ticket.state !== 'callback') return refusal('wrongState')
  const complainant = calledOf(ticket, command, context)
  if (complainant === null) {
    const refused = fieldRefusal('unknownPerson', 'complainant', '这一位不需要回访，或者已经评价过了')
    const named = command.complainant === undefined ? undefined : toldOn(ticket, command.complainant)
    return named?.recordedBy === context.actor.id ? { ...refused, finding: 'ownCallback' } : refused
  }
  const day = dateString(context.now)
  const { text = null, part = {}, callAt = null, method = 'phone' } = command
  const outcome = command.outcome ?? usualOutcome[command.result]
  const result = resultOf(outcome)
  if (outcome === 'later' && (callAt === null || callAt <= context.now || callAt > context.now + latestCall))
    return fieldRefusal('invalidRequest', 'callAt', '请选择两周之内再打电话的时间')
  /** The attempt in front of what it led to, saying whether the round goes on after it. */
  const attempted = (
    follows: (attempt: TicketEvent) => readonly TicketEvent[],
    said: PartlyAnswered = {},
  ): readonly TicketEvent[] => {
    const agreed = outcome === 'later' ? callAt : null
    const attempt = {
      type: 'callbackAttempted',
      result,
      outcome,
      method,
      callAt: agreed,
      text,
      day,
      complainant,
      goesOn: false,
      ...(Object.keys(said).length > 0 ? { said } : {}),
    } as const
    const events = follows(attempt)
    return events.map(event =>
      event === attempt ? { ...attempt, goesOn: after(ticket, events, context).state === 'callback' } : event,
    )
  }
  switch (outcome) {
    case 'later':
      return attempted(attempt => [attempt])
    case 'partial': {
      const { solved, result: rated, measures = null, reception = null, reasons = [], suggestion = null } = part
      const said = partlyAnswered(part)
      if (Object.keys(said).length === 0 && text === null)
        return fieldRefusal('invalidRequest', 'part', '请记下业主答了什么')
      const fault = misplaced(ticket, said)
      if (fault) return fault
      // Whether it is solved and how it came out is what closes and reopens (D-CB-3); the rest may be missing.
      if (solved !== undefined && rated !== undefined) {
        const given = { solved, result: rated, measures, reception, reasons, suggestion, text, anonymous: false }
        const answers: SurveyAnswers = said.more ? { ...given, more: said.more } : given
        return attempted(attempt => [attempt, ...answered(ticket, { answers, by: 'phone', complainant }, context)])
      }
      const why = dissatisfactionOf({ solved: false, reasons, text }, surveyReasonLabels)
      return attempted(attempt => [attempt, ...(solved === false ? reopened(ticket, why, true, context) : [])], said)
    }
    case 'complete': {
      if (!command.answers) return fieldRefusal('invalidRequest', 'answers', '请补充业主的评价')
      const said = { answers: completeAnswers(command.answers), by: 'phone' as const, complainant }
      const fault = misplaced(ticket, said.answers)
      if (fault) return fault
      return attempted(attempt => [attempt, ...answered(ticket, said, context)])
    }
    case 'refused':
      // D-CB-2d: kept for the person, and for the phone number, too.
      return attempted(attempt =>
        withRoundSettled(
          ticket,
          [attempt, { type: 'exempted', reason: 'declinedCallbacks', text, complainant }],
          context,
        ),
      )
    case 'noAnswer':
    case 'wrongNumber':
      return attempted(attempt => withRoundSettled(ticket, [attempt], context))
  }
}

/** What was answered of a call that was broken off, without what was not. */
const partlyAnswered = (part: NonNullable<CommandOf<'recordCallback'>['part']>): PartlyAnswered => {
  const { reasons = [], more = {}, suggestion, ...others } = part
  return {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(reasons.length > 0 ? { reasons } : {}),
    ...(suggestion ? { suggestion } : {}),
    ...(Object.keys(more).length > 0 ? { more } : {}),
  }
}

const resultOf = (outcome: CallbackOutcome): CallbackResult => {
  switch (outcome) {
    case 'noAnswer':
    case 'wrongNumber':
      return 'unreached'
    case 'refused':
      return 'refused'
    default:
      return 'answered'
  }
}

type RawAnswers = NonNullable<CommandOf<'recordCallback'>['answers']>
type RawDetails = Partial<Omit<RawAnswers, 'solved' | 'result' | 'anonymous'>>

/** Details as the contract lets them come in, with what was left out filled by its meaning. */
export const completeDetails = (details: RawDetails): SurveyDetails => ({
  reception: details.reception ?? null,
  measures: details.measures ?? null,
  reasons: details.reasons ?? [],
  text: details.text ?? null,
  suggestion: details.suggestion ?? null,
  ...(Object.keys(details.more ?? {}).length > 0 ? { more: details.more } : {}),
})

/** As `completeDetails`, of a whole answer or one of a single tap. */
export const completeAnswers = (answers: RawDetails & Omit<RawAnswers, keyof RawDetails>): SurveyAnswers => ({
  ...completeDetails(answers),
  result: answers.result,
  solved: answers.solved,
  anonymous: answers.anonymous ?? false,
})

/**
 * D-CB-10: a reopening is a complainant's dissatisfaction whoever writes it down, and counts towards the levels of D-CB-3;
 * but for a manager's or quality's own decision, said to be one.
 */
const reopen = (ticket: Ticket, command: CommandOf<'reopen'>, context: DecideContext): Outcome => {
  const own = command.ownInitiative === true
  const mine = capacities(context.actor, ticket)
  if (own && !mine.has('serviceManager') && !mine.has('quality'))
    return fieldRefusal('forbidden', 'ownInitiative', '只有客服部经理和品质管理部可以主动重新处理')
  return reopened(ticket, command.reason, !own, context, command.photos)
}

/** D-CB-5, D-AC-2: one's own answer, or that of whom it was filed for, with the vote of whoever filed it. */
const rated = (ticket: Ticket, command: CommandOf<'answerSurvey'>, context: DecideContext): Outcome => {
  const { actor } = context
  const complainant = ratesAs(actor, ticket)
  if (complainant === null) return refusal('forbidden')
  const { answers, photos } = command
  const fault = misplaced(ticket, answers)
  if (fault) return fault
  const mark = ratedFor(ticket, complainant, actor)
  return answered(ticket, { answers, by: 'complainant', complainant, ...asMedia(photos), ...mark }, context)
}

/** D-AC-2: who of a family has the one vote, where that has to be said. */
const ratedFor = (ticket: Ticket, complainant: string, actor: DecideContext['actor']) =>
  complainant !== actor.id
    ? { family: true as const }
    : ticket.forFamily !== undefined && actor.id === filerIdOf(ticket)
      ? { forFamily: true as const }
      : {}

/** D-CB-5: the answer stands, and so does what followed from it; this is added once. */
const detailed = (ticket: Ticket, command: CommandOf<'detailSurvey'>, { actor }: DecideContext): Outcome => {
  const complainant = ratesAs(actor, ticket)
  const answer = tappedAnswer(ticket, complainant)
  // The table has asked for it (`detailsToAdd`).
  if (complainant === null || !answer) return []
  const { details, photos } = command
  const fault = misplaced(ticket, { ...answer.answers, ...details })
  if (fault) return fault
  return [
    {
      type: 'surveyDetailed',
      round: ticket.rounds.length,
      cycle: answer.tapped.cycle,
      complainant,
      details,
      ...asMedia(photos),
      ...ratedFor(ticket, complainant, actor),
    },
  ]
}

/** D-CB-2, D-SLA-10: complained of again, the quiet is over; where nobody has asked, it begins anew. */
export const complainedAgain = (
  ticket: Ticket,
  command: CommandOf<'complainAgain'>,
  context: DecideContext,
): Outcome => {
  const { same, number, text, photos, joins } = command
  if (ticket.state !== 'quietPeriod')
    return same ? refusal('wrongState', '这件事已经在重新处理，有新情况请补充说明') : []
  return same
    ? reopened(ticket, text, true, context, photos, joins)
    : number === null
      ? []
      : [{ type: 'complainedAgain', number }]
}

/**
 * D-CB-12: whose household has been asked often enough this month is not asked; but about a matter that came back everybody
 * is, since it was not good enough before.
 */
const sparedOf = (ticket: Ticket, { askedEnough, callbackWishes }: DecideContext): readonly TicketEvent[] =>
  askedEnough === undefined || ticket.cycle > 1
    ? []
    : askedAmong(ticket, activeComplainants(ticket), callbackWishes)
        .filter(key => askedEnough.has(key))
        .map((complainant): TicketEvent => ({ type: 'exempted', reason: 'askedEnough', text: null, complainant }))

/** People are asked, with the questionnaire that the rules have for the matter now. */
export const startedRound = (ticket: Ticket, asked: readonly string[], context: DecideContext): TicketEvent => ({
  type: 'callbackStarted',
  round: ticket.rounds.length + 1,
  asked,
  sent: sentSurvey(ticket, context.policy, context.directory, context.now),
})

/** D-CL-5: what whoever verifies says otherwise than the completion, if anything. */
const corrected = ({ completion }: Ticket, command: CommandOf<'verify'>): readonly TicketEvent[] => {
  if (!completion) return []
  const { factor, detail, verdict, responsibleParty } = completion
  const from: CorrectedJudgement = { factor, detail, verdict, responsibleParty }
  const to: CorrectedJudgement = {
    factor: command.cause?.factor ?? factor,
    detail: command.cause ? (command.cause.detail ?? null) : detail,
    verdict: command.verdict ?? verdict,
    responsibleParty: command.responsibleParty ?? responsibleParty,
  }
  const same = (Object.keys(from) as (keyof CorrectedJudgement)[]).every(part => from[part] === to[part])
  return same ? [] : [{ type: 'completionCorrected', from, to }]
}

/** Verification, callback, closure and reopening (docs/rules.md, Callback and closure). */
export function decideCallback(ticket: Ticket, command: CallbackCommand, context: DecideContext): Outcome {
  switch (command.command) {
    case 'verify': {
      const spared = sparedOf(ticket, context)
      const left = after(ticket, spared, context)
      const exemption = exemptionOf(left, context.callbackWishes)
      return withFirstCalls(ticket, context, [
        ...corrected(ticket, command),
        { type: 'verified', text: command.text ?? null },
        ...spared,
        exemption === null
          ? startedRound(ticket, askedAmong(left, activeComplainants(left), context.callbackWishes), context)
          : { type: 'quietPeriodStarted', reason: exemption },
      ])
    }
    case 'reject':
      return [{ type: 'verificationRejected', text: command.text }]
    case 'answerSurvey':
      return rated(ticket, command, context)
    case 'detailSurvey':
      return detailed(ticket, command, context)
    case 'recordCallback':
      return recordCallback(ticket, command, context)
    case 'exempt':
      return (
        exempted(ticket, command, context) ??
        fieldRefusal('unknownPerson', 'complainant', '请重新选择反映人，这一位已经撤回或不在这件事里')
      )
    case 'reopen':
      return reopen(ticket, command, context)
  }
}
