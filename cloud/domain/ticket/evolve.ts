import { advanceRuns } from '../deadline/runs'
import type { Assignment } from '../routing/route'
import {
  type Complainant,
  changeComplainants,
  complainantKey,
  complainantOfFiling,
  participantIdsOf,
  withComplainants,
} from './complainants'
import {
  type Classification,
  type EventOf,
  type Filed,
  type NamedParty,
  type OnlinePost,
  type Recorded,
  type TicketEvent,
  byFamily,
} from './events'
import { newsAfter } from './news'
import { isFollowed, isOpen } from './state'
import type {
  Assist,
  CallTask,
  CallbackRound,
  Hold,
  Holdable,
  Post,
  Proposal,
  Report,
  Ticket,
  TicketFacts,
} from './state'

/** A history that can't have been written by `decide`: the store is damaged or was edited. */
export class ImpossibleHistory extends Error {
  constructor(recorded: Recorded, state: string | null) {
    super(`event ${recorded.seq} "${recorded.event.type}" cannot follow state ${state ?? 'none'}`)
  }
}

const filed = (event: Filed, at: number): Ticket => ({
  state: 'submitted',
  id: event.ticketId,
  centerId: event.centerId,
  number: event.number,
  version: 0,
  kind: event.kind,
  category: event.category,
  urgency: event.urgency,
  severity: 'ordinary',
  channel: event.channel,
  placeId: event.placeId,
  placeName: event.placeName,
  buildingId: event.buildingId,
  text: event.text,
  expectation: event.expectation,
  media: event.media,
  photosBefore: event.media.filter(id => id !== event.recording).length,
  occurredAt: event.occurredAt,
  complainants: [complainantOfFiling(event, at)],
  recordedBy: event.recordedBy,
  filedAt: at,
  updatedAt: at,
  policyVersion: event.policyVersion,
  ...(event.placeInstead === undefined ? {} : { placeInstead: event.placeInstead }),
  ...(event.placePath === undefined ? {} : { placePath: event.placePath }),
  ...(event.keyCustomer === undefined ? {} : { keyCustomer: event.keyCustomer }),
  ...(event.suggested === undefined ? {} : { suggested: event.suggested }),
  ...(event.household === undefined ? {} : { household: event.household }),
  ...(event.forFamily === undefined ? {} : { forFamily: event.forFamily }),
  ...(event.post === undefined ? {} : { posts: withPost([], event.post) }),
  ...(event.fromHeadOffice === undefined ? {} : { fromHeadOffice: event.fromHeadOffice }),
  cycle: 1,
  dissatisfied: 0,
  route: null,
  assignment: null,
  requirement: null,
  transfers: 0,
  returnedBy: [],
  proposals: [],
  completion: null,
  supervisions: [],
  exemption: null,
  holds: [],
  rounds: [],
  deadlineRuns: [],
})

/** Drops what belongs to the old state only, so that nothing of it lingers in the next. */
const factsOf = (ticket: Ticket): TicketFacts => {
  switch (ticket.state) {
    case 'onHold': {
      const { state: _state, hold: _hold, resumeTo: _resumeTo, ...facts } = ticket
      return facts
    }
    case 'proposed': {
      const { state: _state, proposal: _proposal, ...facts } = ticket
      return facts
    }
    case 'callback': {
      const { state: _state, round: _round, ...facts } = ticket
      return facts
    }
    case 'disputed': {
      const { state: _state, dispute: _dispute, ...facts } = ticket
      return facts
    }
    case 'closed':
    case 'archived': {
      const { state: _state, ending: _ending, closedAt: _closedAt, ...facts } = ticket
      return facts
    }
    case 'withdrawn':
    case 'declined': {
      const { state: _state, closedAt: _closedAt, ...facts } = ticket
      return facts
    }
    case 'merged': {
      const { state: _state, closedAt: _closedAt, into: _into, unmerged: _unmerged, ...facts } = ticket
      return facts
    }
    default:
      // Nothing of its own, and every next state names itself: the ticket as it is saves a slow copy per event.
      return ticket
  }
}

/** Read once more, or found for the first time (D-SP-5). */
const withPost = (posts: readonly Post[], { post, link, platform, ...reach }: OnlinePost): readonly Post[] => {
  const { views, followers, comments, readAt } = reach
  const reading = { views, followers, comments, readAt }
  return posts.some(one => one.post === post)
    ? posts.map(one => (one.post === post ? { ...one, readings: [...one.readings, reading] } : one))
    : [...posts, { post, link, platform, readings: [reading] }]
}

/** D-SP-6: whoever is named last is the one that is followed. */
const naming = <Of extends TicketFacts>(of: Of, party: NamedParty | undefined, at: number): Of =>
  party === undefined ? of : { ...of, thirdParty: { ...party, since: at, ended: null } }

/** Whoever comes to have the matter follows the third party too, where the one before them did. */
const withFollower = <Of extends TicketFacts>(of: Of, { personId, personName }: Assignment): Of =>
  of.thirdParty?.ended === null && of.thirdParty.owner?.personId === of.assignment?.personId
    ? { ...of, thirdParty: { ...of.thirdParty, owner: { personId, personName } } }
    : of

/** The matter is over: what waited to be approved goes out no more. */
const withoutDrafts = <Of extends TicketFacts>(of: Of): Of =>
  of.drafts?.some(({ status }) => status === 'waiting')
    ? {
        ...of,
        drafts: of.drafts.map(one => (one.status === 'waiting' ? { ...one, status: 'dropped' as const } : one)),
      }
    : of

/** A proposal nobody has answered is superseded by the next one, or by a change of hands. */
const dropOpen = (facts: TicketFacts): readonly Proposal[] =>
  facts.proposals.map(proposal => (proposal.status === 'open' ? { ...proposal, status: 'dropped' } : proposal))

/** Whoever handed it back or let it lie is not asked again, until somebody dispatches it afresh (D-RT-3). */
const passedBy = (facts: TicketFacts, { cause }: EventOf<'assigned'>, actorId: string | null): readonly string[] => {
  if (cause !== 'returned' && cause !== 'unaccepted') return []
  const by = cause === 'returned' ? actorId : (facts.assignment?.personId ?? null)
  return by === null ? facts.returnedBy : [...facts.returnedBy, by]
}

const changeAssist = (ticket: Ticket, assist: number, change: (assist: Assist) => Assist): Ticket => ({
  ...ticket,
  assists: (ticket.assists ?? []).map(one => (one.assist === assist ? change(one) : one)),
})

const assigned = (facts: TicketFacts, event: EventOf<'assigned'>, { at, actorId }: Recorded): Ticket => ({
  ...withFollower(facts, event.assignment),
  state: 'dispatched',
  assignment: event.assignment,
  // Given once more to whoever has it: it has lain there since the first time (D-SLA-20).
  assignedAt: facts.assignment?.personId === event.assignment.personId ? (facts.assignedAt ?? at) : at,
  ...(event.cause === 'escalated' ? { escalated: true } : {}),
  route: event.route,
  requirement: event.requirement ?? facts.requirement,
  transfers: facts.transfers + (event.cause === 'transferred' ? 1 : 0),
  returnedBy: passedBy(facts, event, actorId),
  proposals: dropOpen(facts),
})

const lastProposal = (facts: TicketFacts, status: Proposal['status']): readonly Proposal[] =>
  facts.proposals.map((proposal, index) => (index === facts.proposals.length - 1 ? { ...proposal, status } : proposal))

const lastRound = (facts: TicketFacts, change: (round: CallbackRound) => CallbackRound): readonly CallbackRound[] =>
  facts.rounds.map((round, index) => (index === facts.rounds.length - 1 ? change(round) : round))

const endHold = (facts: TicketFacts, endedAt: number): readonly Hold[] =>
  facts.holds.map(hold => (hold.to === null ? { ...hold, to: endedAt } : hold))

/** Says of the type what is known of the value, without a copy: every second event asks. */
const hasHolder = (facts: TicketFacts): facts is TicketFacts & { assignment: Assignment } => facts.assignment !== null

/** The state a hold returns to, rebuilt from the facts. */
const resume = (facts: TicketFacts, to: Holdable): Ticket | null => {
  if (to === 'submitted' || to === 'accepted') return { ...facts, state: to }
  if (!hasHolder(facts)) return null
  if (to !== 'proposed') return { ...facts, state: to }
  const proposal = facts.proposals.at(-1)
  return proposal ? { ...facts, state: 'proposed', proposal } : null
}

const isHoldable = (state: Ticket['state']): state is Holdable =>
  ['submitted', 'accepted', 'dispatched', 'inProgress', 'proposed', 'agreed'].includes(state)

/** What only the clocks remember: most of what a sweep writes, so nothing else is looked at. */
const isClockNote = (event: TicketEvent): event is EventOf<'warned' | 'breached' | 'deadlineEscalated'> =>
  event.type === 'warned' || event.type === 'breached' || event.type === 'deadlineEscalated'

/** What a complainant shows of a trouble is to be compared with what comes of it (D-HD-3). */
const withPhotosBefore = <Of extends { readonly photosBefore: number }>(
  of: Of,
  { media = [] }: { readonly media?: readonly string[] },
): Of => ({ ...of, photosBefore: of.photosBefore + media.length })

const moved = (ticket: Ticket, recorded: Recorded): Ticket | null => {
  const { event, at, actorId } = recorded
  if (isClockNote(event)) return ticket
  const facts = factsOf(ticket)
  switch (event.type) {
    case 'filed':
      return null
    case 'triaged':
      return { ...unshared(facts, event), ...classification(event), state: 'accepted' }
    case 'reclassified':
      return { ...unshared(ticket, event), ...classification(event) }
    case 'declined':
      return { ...naming(withoutDrafts(facts), event.thirdParty, at), state: 'declined', closedAt: at }
    case 'followingEnded': {
      const { outcome, text } = event
      return ticket.thirdParty
        ? { ...ticket, thirdParty: { ...ticket.thirdParty, ended: { outcome, text, at } } }
        : null
    }
    case 'draftSubmitted': {
      const { draft, about, post, approver } = event
      const submitted = { draft, about, post, approver, status: 'waiting' as const, at, byId: actorId, remark: null }
      return { ...ticket, drafts: [...(ticket.drafts ?? []), submitted] }
    }
    case 'draftDecided': {
      const { decision, text: remark } = event
      const status = decision === 'approve' ? ('approved' as const) : ('refused' as const)
      return {
        ...ticket,
        drafts: (ticket.drafts ?? []).map(one => (one.draft === event.draft ? { ...one, status, remark } : one)),
      }
    }
    case 'postNoted':
      return { ...ticket, posts: withPost(ticket.posts ?? [], event) }
    case 'related':
      return { ...ticket, related: [...(ticket.related ?? []), { id: event.id, number: event.number }] }
    case 'assigned':
      return assigned(facts, event, recorded)
    case 'handedOver':
      // Only a ticket that somebody has can be handed over, in a state whose type says so or in one that leaves it open.
      return (
        ticket.assignment && {
          ...withFollower(ticket, event.assignment),
          assignment: event.assignment,
          assignedAt: at,
          route: event.route,
        }
      )
    case 'assistAsked': {
      const { assist, assignment, task } = event
      const asked: Assist = { assist, assignment, task, askedAt: at, doneAt: null, cancelledAt: null, text: null }
      return { ...ticket, assists: [...(ticket.assists ?? []), asked] }
    }
    case 'assistFinished':
      return changeAssist(ticket, event.assist, assist => ({ ...assist, doneAt: at, text: event.text }))
    case 'assistHandedOver':
      return changeAssist(ticket, event.assist, assist => ({ ...assist, assignment: event.assignment }))
    case 'assistCancelled':
      return changeAssist(ticket, event.assist, assist => ({ ...assist, cancelledAt: at, text: event.reason }))
    case 'policyApplied':
      return {
        ...ticket,
        ...(event.scope === 'all' ? { policyVersion: event.version } : {}),
        calendarVersion: event.version,
      }
    case 'accepted':
    case 'verificationRejected':
      return hasHolder(facts) ? { ...facts, state: 'inProgress' } : null
    case 'proposed': {
      if (!hasHolder(facts)) return null
      const proposal: Proposal = {
        round: facts.proposals.length + 1,
        measures: event.measures,
        responsible: event.responsible,
        completeBy: event.completeBy,
        status: 'open',
      }
      return { ...facts, state: 'proposed', proposal, proposals: [...dropOpen(facts), proposal] }
    }
    case 'proposalAgreed':
      return hasHolder(facts) ? { ...facts, state: 'agreed', proposals: lastProposal(facts, 'agreed') } : null
    case 'proposalCountered':
      return hasHolder(facts) ? { ...facts, state: 'inProgress', proposals: lastProposal(facts, 'countered') } : null
    case 'held': {
      if (!isHoldable(ticket.state)) return null
      const hold: Hold = { reason: event.reason, from: at, until: event.until, to: null }
      return {
        ...naming(facts, event.thirdParty, at),
        state: 'onHold',
        hold,
        resumeTo: ticket.state,
        holds: [...facts.holds, hold],
      }
    }
    case 'resumed':
      return ticket.state === 'onHold'
        ? resume({ ...facts, holds: endHold(facts, event.endedAt) }, ticket.resumeTo)
        : null
    case 'completed': {
      const { type: _type, ...rest } = event
      return hasHolder(facts) ? { ...facts, state: 'completed', completion: { ...rest, at, byId: actorId } } : null
    }
    case 'completionCorrected':
      return hasHolder(facts) && facts.completion
        ? { ...facts, state: 'completed', completion: { ...facts.completion, ...event.to } }
        : null
    case 'verified':
      return hasHolder(facts) && facts.completion ? { ...facts, state: 'verified', completion: facts.completion } : null
    case 'callbackStarted': {
      const round: CallbackRound = {
        round: event.round,
        startedAt: at,
        reminded: false,
        endedAt: null,
        asked: event.asked,
        answers: [],
        unreached: [],
        ...(event.sent === undefined ? {} : { sent: event.sent }),
      }
      return (
        facts.completion && {
          ...facts,
          state: 'callback',
          completion: facts.completion,
          round,
          rounds: [...facts.rounds, round],
        }
      )
    }
    case 'callbackReminded':
      return sameRound(ticket, facts, round => ({ ...round, reminded: true }))
    case 'callbackAttempted':
      return sameRound(ticket, facts, round => ({
        ...round,
        ...(event.result === 'unreached' && !round.unreached.some(one => isAttempt(one, event))
          ? { unreached: [...round.unreached, { complainant: event.complainant, day: event.day }] }
          : {}),
        ...(round.calls ? { calls: called(round.calls, event) } : {}),
      }))
    case 'callTaskOpened': {
      const { task, complainant, owner, callAt } = event
      const opened: CallTask = { task, complainant, owner, openedAt: at, callAt, attempts: 0 }
      return sameRound(ticket, facts, round => ({ ...round, calls: [...(round.calls ?? []), opened] }))
    }
    case 'callHandedOver': {
      const { task, owner } = event
      return sameRound(ticket, facts, round => ({
        ...round,
        calls: (round.calls ?? []).map(one => (one.task === task ? { ...one, owner } : one)),
      }))
    }
    case 'surveyAnswered':
      return sameRound(withPhotosBefore(ticket, event), facts, round => ({
        ...round,
        answers: [
          ...round.answers,
          {
            complainant: event.complainant,
            answers: event.answers,
            ...(isOneTap(event) ? { tapped: { at, cycle: ticket.cycle } } : {}),
          },
        ],
      }))
    case 'surveyDetailed': {
      const rounds = ticket.rounds.map(round => (round.round === event.round ? withDetails(round, event) : round))
      const round = rounds.at(-1)
      const known = withPhotosBefore(ticket, event)
      return known.state === 'callback' && round ? { ...known, rounds, round } : { ...known, rounds }
    }
    case 'quietPeriodStarted':
      return { ...facts, state: 'quietPeriod', exemption: event.reason, rounds: endRound(facts, at) }
    case 'closed':
      return {
        ...withoutDrafts(facts),
        state: 'closed',
        ending: event.ending,
        closedAt: at,
        rounds: endRound(facts, at),
      }
    case 'archived':
      return ticket.state === 'closed' ? { ...ticket, state: 'archived' } : null
    case 'reopened':
      return {
        ...withPhotosBefore(facts, event),
        state: 'accepted',
        cycle: facts.cycle + 1,
        dissatisfied: facts.dissatisfied + (event.dissatisfied ? 1 : 0),
        exemption: null,
        complainants: changeComplainants(joinedBy(facts, event), ({ exemption }) => exemption !== null, {
          exemption: null,
        }),
        rounds: endRound(facts, at),
      }
    case 'disputed': {
      const { text, complainant, assignment } = event
      return {
        ...withPhotosBefore(assignment ? withFollower(facts, assignment) : facts, event),
        state: 'disputed',
        dispute: { text, complainant, since: at },
        assignment,
        assignedAt: at,
        rounds: endRound(facts, at),
      }
    }
    case 'withdrawn':
      return { ...withoutDrafts(facts), state: 'withdrawn', closedAt: at, holds: endHold(facts, at) }
    case 'complainantWithdrew':
      return {
        ...ticket,
        complainants: changeComplainants(ticket.complainants, is(event.complainant), { withdrawnAt: at }),
      }
    case 'merged': {
      const into = { id: event.into, number: event.intoNumber }
      return { ...facts, state: 'merged', closedAt: at, holds: endHold(facts, at), into, unmerged: ticket }
    }
    case 'mergeUndone':
      // What somebody tried meanwhile is about them, and stays.
      return ticket.state === 'merged'
        ? { ...ticket.unmerged, ...(ticket.findings ? { findings: ticket.findings } : {}) }
        : null
    case 'joined': {
      const joined = { ...ticket, complainants: withComplainants(ticket.complainants, event.complainants) }
      return event.asked.length === 0
        ? joined
        : sameRound(joined, factsOf(joined), round => ({ ...round, asked: [...round.asked, ...event.asked] }))
    }
    case 'separated':
      return {
        ...ticket,
        complainants: ticket.complainants.filter(one => !event.complainants.includes(complainantKey(one))),
      }
    case 'supervised':
      return {
        ...ticket,
        supervisions: [...ticket.supervisions, { order: event.order, text: event.text, at, answeredAt: null }],
      }
    case 'supervisionAnswered':
      return {
        ...ticket,
        supervisions: ticket.supervisions.map(one =>
          one.answeredAt === null && (event.order === null || event.order === one.order)
            ? { ...one, answeredAt: at }
            : one,
        ),
      }
    case 'exempted':
      // D-CB-2d: what somebody declared once is obeyed in every later cycle too.
      return {
        ...ticket,
        ...(event.complainant === null ? { exemption: event.reason } : {}),
        complainants: changeComplainants(ticket.complainants, is(event.complainant), {
          exemption: event.reason,
          ...(event.reason === 'declinedCallbacks' ? { callbackDeclined: true } : {}),
        }),
      }
    case 'settledOnSpot':
      // Of whoever said so: a neighbour who joins later is asked.
      return {
        ...ticket,
        complainants: changeComplainants(ticket.complainants, () => true, { exemption: 'settledOnSpot' }),
      }
    case 'remedyChosen': {
      const { type: _type, ...chosen } = event
      const status = event.approver === null ? 'given' : 'waiting'
      return { ...ticket, remedies: [...(ticket.remedies ?? []), { ...chosen, status, at, byId: actorId }] }
    }
    case 'remedyDecided': {
      const status = event.decision === 'approve' ? 'approved' : 'refused'
      return {
        ...ticket,
        remedies: (ticket.remedies ?? []).map(one => (one.remedy === event.remedy ? { ...one, status } : one)),
      }
    }
    case 'findingNoted': {
      const { finding, personId } = event
      return { ...ticket, findings: [...(ticket.findings ?? []), { finding, personId, at }] }
    }
    case 'supplemented':
      return withPhotosBefore(ticket, event)
    case 'reported': {
      const { stage, text, parts = {} } = event
      const report = (ticket.reports ?? []).length + 1
      const given: Report = { report, stage, text, parts, at, byId: actorId, judged: null, remark: null }
      return { ...ticket, reports: [...(ticket.reports ?? []), given] }
    }
    case 'reportJudged':
      return {
        ...ticket,
        reports: (ticket.reports ?? []).map(one =>
          one.report === event.report
            ? { ...one, judged: event.approved ? 'approved' : 'returned', remark: event.text }
            : one,
        ),
      }
    case 'severityProposed': {
      const { severity, why, tickets } = event
      return { ...ticket, severityProposal: { severity, why, tickets, at, judged: null } }
    }
    case 'severityJudged':
      return ticket.severityProposal === undefined
        ? null
        : {
            ...ticket,
            severityProposal: {
              ...ticket.severityProposal,
              judged: event.reason === null ? 'confirmed' : 'dismissed',
            },
          }
    case 'alarmRaised':
      return { ...ticket, alarms: [...(ticket.alarms ?? []), { signs: event.signs, why: event.why, at }] }
    case 'replied':
    case 'siteChecked':
    case 'noted':
    case 'urged':
    case 'contactRevealed':
    case 'unaccepted':
    case 'disputeDecided':
    case 'complainedAgain':
    case 'reportedBack':
      return ticket
    default:
      return event satisfies never
  }
}

const joinedBy = ({ complainants }: TicketFacts, { joins }: EventOf<'reopened'>) =>
  joins ? withComplainants(complainants, [joins]) : complainants

const is =
  (key: string | null) =>
  (one: Complainant): boolean =>
    complainantKey(one) === key

const isAttempt = (one: CallbackRound['unreached'][number], { complainant, day }: EventOf<'callbackAttempted'>) =>
  one.complainant === complainant && one.day === day

/** D-CB-5: said with one tap; a call that was broken off is whole as far as it goes. */
const isOneTap = ({ by, answers: { reception, measures } }: EventOf<'surveyAnswered'>): boolean =>
  by === 'complainant' && reception === null && measures === null

const withDetails = (round: CallbackRound, { complainant, details }: EventOf<'surveyDetailed'>): CallbackRound => ({
  ...round,
  answers: round.answers.map(one =>
    one.complainant === complainant ? { complainant, answers: { ...one.answers, ...details } } : one,
  ),
})

/** A call was made; when the next is due is said anew each time. */
const called = (calls: readonly CallTask[], { complainant, callAt }: EventOf<'callbackAttempted'>) =>
  calls.map(one => (one.complainant === complainant ? { ...one, callAt, attempts: one.attempts + 1 } : one))

const classification = ({ category, urgency, severity }: Classification): Classification => ({
  category,
  urgency,
  severity,
})

/** Without its household, where it has come to be between neighbours (D-AC-2). */
const unshared = <Facts extends TicketFacts>(facts: Facts, event: Classification): Facts => {
  if (event.unshared === undefined || facts.household === undefined) return facts
  const { household: _household, ...others } = facts
  return others as Facts
}

const endRound = (facts: TicketFacts, at: number): readonly CallbackRound[] =>
  lastRound(facts, round => (round.endedAt === null ? { ...round, endedAt: at } : round))

const sameRound = (
  ticket: Ticket,
  facts: TicketFacts,
  change: (round: CallbackRound) => CallbackRound,
): Ticket | null => {
  if (ticket.state !== 'callback') return null
  const rounds = lastRound(facts, change)
  const round = rounds.at(-1)
  return round ? { ...ticket, round, rounds } : null
}

/** Marks whoever of several has said something, by themselves or when called: undoing a merge leaves them here. */
const withActed = (ticket: Ticket, { event, actorId }: Recorded): readonly Complainant[] => {
  const { complainants } = ticket
  if (complainants.length < 2) return complainants
  const key = event.type === 'surveyAnswered' ? event.complainant : actorId
  return complainants.some(one => !one.acted && is(key)(one))
    ? changeComplainants(complainants, is(key), { acted: true })
    : complainants
}

/** Whether the event was a member of staff's doing: not the complainant's, not their family's and not the clock's. */
const byStaff = (recorded: Recorded, ticket: Ticket): boolean =>
  recorded.event.type === 'filed'
    ? recorded.event.recordedBy !== null
    : recorded.actorId !== null && !participantIdsOf(ticket).includes(recorded.actorId) && !byFamily(recorded.event)

/**
 * The state after one more event. Pure and total over histories that `decide` writes.
 * @throws ImpossibleHistory for an event that can't follow
 */
export function evolve(ticket: Ticket | null, recorded: Recorded): Ticket {
  const { event, at } = recorded
  const next = ticket === null ? (event.type === 'filed' ? filed(event, at) : null) : moved(ticket, recorded)
  if (!next) throw new ImpossibleHistory(recorded, ticket?.state ?? null)
  // A routing at filing is the rule's doing, not the filer's or the recording clerk's, and acknowledges nothing.
  const staff = byStaff(recorded, next) && !(event.type === 'assigned' && event.cause === 'routed')
  const deadlineRuns = advanceRuns(next.deadlineRuns, {
    event,
    at,
    kind: next.kind,
    byStaff: staff,
    classification: classification(ticket ?? next),
    holderId: ticket?.assignment?.personId ?? null,
    escalated: next.escalated === true,
    fromHeadOffice: next.fromHeadOffice === true,
    wasOver: ticket !== null && !isOpen(ticket),
    followed: isFollowed(next),
  })
  const news = newsAfter(next.news, recorded)
  // What `moved` has made is nobody else's yet: no need to copy it once more, for every event there ever was.
  return Object.assign(next === ticket ? { ...next } : next, {
    version: recorded.seq,
    updatedAt: at,
    deadlineRuns,
    complainants: withActed(next, recorded),
    ...(news === undefined ? {} : { news }),
  })
}

/** The state that a whole history, or its continuation, leads to. */
export const replay = (history: readonly Recorded[], from: Ticket | null = null): Ticket | null =>
  history.reduce<Ticket | null>(evolve, from)
