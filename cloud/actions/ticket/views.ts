import type { DeadlineView, MediaView, TicketItem, TicketView } from '../../../types/contract/ticket-views'
import { type Timer, isDeadline, timersOf } from '../../domain/deadline/timers'
import {
  emergencyOf,
  isAcknowledged,
  promiseOf,
  promiseOfMerged,
  promisedDeadline,
  promisedReplyBy,
} from '../../domain/deadline/promise'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import { allowedCommands } from '../../domain/access/permit'
import { allowedAfterAccept } from '../../domain/ticket/after-accept'
import { filerOf } from '../../domain/ticket/complainants'
import { ratesAs } from '../../domain/access/household'
import { type Viewer, placeShownTo, readsFilersWords, textShownTo, viewerOf } from '../../domain/access/viewer'
import { usualCompletionOf } from '../../domain/classification/usual-completion'
import { newsOf } from '../../domain/ticket/news'
import { type Ticket, endingOf, needsRecourse, openAssists, openSupervisions } from '../../domain/ticket/state'
import type { Directory } from '../../domain/routing/directory'
import type { ListedTicket } from '../../store/ticket/lists'
import { outsideOf } from './outside-views'
import { visible } from '../granted'
import type { Caller } from '../runtime'
import { type People, complainantOf, complainantsOf, forFamilyOf } from './complainant-views'
import type { TimelinePage } from './timeline-page'
import { usualRecourse } from '../../../types/words/recourse'
import { cutText } from '../../../types/words/text'

interface Viewing {
  readonly caller: Caller
  readonly policy: CompiledPolicy
  readonly directory: Directory
  /** Of a merged ticket: what it was merged into, in the end, and the policy that runs under (D-HD-8). */
  readonly incident?: { readonly ticket: Ticket; readonly policy: CompiledPolicy } | undefined
  /** Epoch ms. */
  readonly now: number
}

const excerpt = (text: string): string => cutText(text, 80, '…')

/** What the caller may expect next; of a merged ticket, of the matter it has become part of. */
const promiseFor = (ticket: Ticket, timers: readonly Timer[], { incident, caller, now }: Viewing): string | null => {
  if (ticket.state !== 'merged') return promiseOf(ticket, timers, now)
  if (!incident) return promiseOfMerged(null, true, now)
  const own = incident.ticket.complainants.find(({ personId }) => personId === caller.actor.id)
  const of = { ticket: incident.ticket, timers: timersOf(incident.ticket, incident.policy) }
  return promiseOfMerged(of, !own || own.withdrawnAt === null, now)
}

/** What is new, for staff: neighbours who joined read nobody else's words (D-IN-6). `told`: how much of a text. */
const newsFor = (ticket: Ticket, viewer: Viewer, told: (text: string) => string): TicketItem['news'] => {
  const news = viewer.staff ? newsOf(ticket) : null
  if (!news) return null
  const words = <T extends { readonly text: string }>(said: T | null) => said && { ...said, text: told(said.text) }
  return {
    urges: news.urges,
    words: words(news.words),
    objection: words(news.objection),
    rejected: words(news.rejected),
    reopened: words(news.reopened && { ...news.reopened, round: ticket.cycle }),
  }
}

const holdOf = (ticket: Ticket): TicketItem['hold'] =>
  ticket.state === 'onHold' ? { reason: ticket.hold.reason, since: ticket.hold.from, until: ticket.hold.until } : null

/** A row of a list for this caller. */
export function itemOf(listed: ListedTicket, thumbnails: ReadonlyMap<string, MediaView>, viewing: Viewing): TicketItem {
  const { policy, directory, caller, now } = viewing
  const { ticket, nextDue, phoneKnown } = listed
  const viewer = visible(viewerOf(ticket, caller.actor))
  const timers = timersOf(ticket, policy)
  const asked = openAssists(ticket).find(({ assignment }) => assignment.personId === caller.actor.id)
  const next = asked
    ? timers.find(timer => timer.kind === 'assist' && timer.cycle === asked.assist)
    : timers.find(timer => timer.kind === nextDue?.kind && timer.startedAt === nextDue.startedAt)
  const first = readsFilersWords(viewer) ? ticket.media[0] : undefined
  return {
    ticketId: ticket.id,
    number: ticket.number,
    version: ticket.version,
    state: ticket.state,
    ending: endingOf(ticket),
    kind: ticket.kind,
    // How the filer told it says nothing of a neighbour who joined.
    channel: readsFilersWords(viewer) ? ticket.channel : 'miniProgram',
    category: ticket.category,
    categoryName: policy.category(ticket.category)?.name ?? ticket.category,
    urgency: ticket.urgency,
    severity: ticket.severity,
    place: placeShownTo(ticket, viewer).name,
    text: excerpt(textShownTo(ticket, viewer)),
    filedAt: ticket.filedAt,
    updatedAt: ticket.updatedAt,
    assigneeName: ticket.assignment?.personName ?? null,
    departmentName: ticket.assignment?.departmentId ? policy.departmentName(ticket.assignment.departmentId) : null,
    assisting: asked !== undefined,
    nextDue: next && isDeadline(next) ? { kind: next.kind, startedAt: next.startedAt, dueAt: next.dueAt } : null,
    promise: promiseFor(ticket, timers, viewing),
    promiseSaidAt: now,
    emergency: emergencyOf(ticket, timers),
    news: newsFor(ticket, viewer, excerpt),
    hold: holdOf(ticket),
    ofFamily: viewer.family && !viewer.staff,
    forFamily: readsFilersWords(viewer) ? (ticket.forFamily?.relation ?? null) : null,
    thumbnail: (first === undefined ? undefined : thumbnails.get(first)) ?? null,
    allowedActions: [...allowedCommands({ ticket, actor: caller.actor, policy, directory, phoneKnown, now })],
  }
}

type NextStep = DeadlineView['next'][number]

/** Steps to come, as far as they concern the deadline itself. */
const nextOf = (timer: Timer): NextStep[] =>
  timer.pending.flatMap(({ at, does }): NextStep[] => {
    const step = { at, share: null, to: null }
    switch (does.what) {
      case 'warn':
        return [{ ...step, what: 'warn', share: does.share }]
      case 'escalate':
        return [{ ...step, what: 'escalate', to: does.to }]
      case 'endQuietPeriod':
        return [{ ...step, what: 'end' }]
      case 'breach':
      case 'reassign':
        return [{ ...step, what: does.what }]
      default:
        return []
    }
  })

const deadlineOf = (timer: Timer, ticket: Ticket, viewer: Viewer): DeadlineView[] => {
  if (!isDeadline(timer)) return []
  const fired = ticket.deadlineRuns.find(clock => clock.kind === timer.kind && clock.cycle === timer.cycle)?.fired ?? []
  return [
    {
      kind: timer.kind,
      cycle: timer.cycle,
      startedAt: timer.startedAt,
      dueAt: timer.dueAt,
      metAt: timer.metAt,
      endedAt: timer.endedAt,
      heldSeconds: timer.heldSeconds,
      unannouncedYears: [...timer.unannouncedYears],
      warnings: fired.flatMap(step => (step.what === 'warn' ? [{ share: step.share, at: step.dueAt }] : [])),
      breachedAt: timer.breachedAt,
      escalations: fired.flatMap(step =>
        step.what === 'escalate' ? [{ level: step.level, to: step.to, at: step.dueAt }] : [],
      ),
      running: timer.metAt === null && timer.endedAt === null,
      next: viewer.staff ? nextOf(timer) : [],
    },
  ]
}

/** Clocks a complainant is promised by; the rest is how staff keep those promises. */
const residentClocks = ['firstReply', 'completion', 'verification', 'callback'] as const

export interface Detail extends People {
  readonly timeline: TimelinePage
  readonly media: ReadonlyMap<string, MediaView>
  /** Whether the caller has asked to be told of it. */
  readonly following: boolean
}

/** Of these, how many one answer holds. */
const mostShown = 50

/** All where there are few; else those that still matter, and the latest of the others. Order is kept. */
function bounded<T>(all: readonly T[], matters: (one: T) => boolean): readonly T[] {
  if (all.length <= mostShown) return all
  const first = all.filter(matters).slice(-mostShown)
  const room = mostShown - first.length
  const rest = room > 0 ? all.filter(one => !matters(one)).slice(-room) : []
  const kept = new Set([...first, ...rest])
  return all.filter(one => kept.has(one))
}

/** D-HD-7: a sum that nobody has approved is no promise yet. */
const remediesOf = ({ remedies = [] }: Ticket, viewer: Viewer): TicketView['remedies'] =>
  remedies
    .filter(({ status }) => viewer.staff || status === 'given' || status === 'approved')
    .map(({ remedy, kind, text, sum, status, approver }) => ({
      remedy,
      kind,
      text,
      sum,
      status,
      approverName: viewer.staff ? (approver?.personName ?? null) : null,
    }))

/** The orders that wait for an answer, as one, since when the first of them waits; else the last one (D-SLA-14). */
const supervisionOf = (ticket: Ticket): TicketView['supervision'] => {
  const open = openSupervisions(ticket)
  const shown = open[0] ?? ticket.supervisions.at(-1)
  if (!shown) return null
  const texts = open.length > 0 ? open.map(({ text }) => text) : [shown.text]
  return { text: texts.join('；'), at: shown.at, answered: open.length === 0 }
}

const usualFor = (ticket: Ticket, policy: CompiledPolicy): TicketView['usual'] => {
  const usual = usualCompletionOf(ticket.category, policy)
  return { ...usual, phrases: [...usual.phrases] }
}

/** One ticket as far as the caller may see it. */
export function ticketViewOf(ticket: Ticket, detail: Detail, viewing: Viewing): TicketView {
  const { caller, policy, directory, incident, now } = viewing
  const viewer = visible(viewerOf(ticket, caller.actor))
  const timers = timersOf(ticket, policy)
  const promised = promisedDeadline(ticket, timers)
  const proposal = ticket.proposals.at(-1)
  const completion = ticket.completion
  const departmentId = ticket.assignment?.departmentId ?? null
  const views = (ids: readonly string[]): MediaView[] => ids.flatMap(id => detail.media.get(id) ?? [])
  const ownMatter = readsFilersWords(viewer)
  const ratedAs = ratesAs(caller.actor, ticket)
  const phoneKnown = typeof detail.contacts.get(ticket.id)?.phone === 'string'
  const asker = { ticket, actor: caller.actor, policy, directory, phoneKnown, now }
  return {
    ticketId: ticket.id,
    number: ticket.number,
    version: ticket.version,
    state: ticket.state,
    ending: endingOf(ticket),
    cycle: ticket.cycle,
    kind: ticket.kind,
    category: ticket.category,
    categoryName: policy.category(ticket.category)?.name ?? ticket.category,
    urgency: ticket.urgency,
    severity: ticket.severity,
    channel: ticket.channel,
    mood: viewer.staff ? filerOf(ticket).mood : null,
    text: textShownTo(ticket, viewer),
    expectation: ownMatter ? ticket.expectation : null,
    place: placeShownTo(ticket, viewer),
    occurredAt: ticket.occurredAt,
    filedAt: ticket.filedAt,
    updatedAt: ticket.updatedAt,
    anonymous: filerOf(ticket).anonymous,
    complainant: complainantOf(ticket, viewer, detail),
    complainants: complainantsOf(ticket, viewer, detail),
    ofFamily: viewer.family && !viewer.staff,
    forFamily: forFamilyOf(ticket, viewer, detail),
    following: viewer.family && !viewer.staff ? detail.following : null,
    assignee: ticket.assignment
      ? {
          id: viewer.staff ? ticket.assignment.personId : null,
          name: ticket.assignment.personName,
          role: directory.staff.find(member => member.id === ticket.assignment?.personId)?.role ?? null,
        }
      : null,
    department: departmentId === null ? null : { id: departmentId, name: policy.departmentName(departmentId) },
    requirement: viewer.staff ? ticket.requirement : null,
    route: viewer.staff ? ticket.route : null,
    promisedReplyBy: promisedReplyBy(timers),
    promise: promiseFor(ticket, timers, viewing),
    promiseSaidAt: now,
    recourse: needsRecourse(ticket) ? (policy.policy.recourse ?? usualRecourse) : null,
    promised: promised && { startedAt: promised.startedAt, dueAt: promised.dueAt },
    acknowledged: isAcknowledged(ticket),
    emergency: emergencyOf(ticket, timers),
    hold: holdOf(ticket),
    news: newsFor(ticket, viewer, text => text),
    mergedInto: incident
      ? {
          ticketId: incident.ticket.id,
          number: incident.ticket.number,
          state: incident.ticket.state,
          ending: endingOf(incident.ticket),
        }
      : null,
    proposal: proposal ? { ...proposal } : null,
    completion: completion
      ? {
          summary: completion.summary,
          factor: completion.factor,
          detail: completion.detail,
          verdict: completion.verdict,
          responsibleParty: completion.responsibleParty,
          cost: viewer.staff ? completion.cost : null,
          noPhotoReason: viewer.staff ? completion.noPhotoReason : null,
          at: completion.at,
        }
      : null,
    usual: viewer.staff ? usualFor(ticket, policy) : null,
    assists: viewer.staff
      ? bounded(ticket.assists ?? [], ({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null).map(
          ({ assignment, ...assist }) => ({
            ...assist,
            person: assignment.personName,
            mine: assignment.personId === viewer.personId,
          }),
        )
      : [],
    severityProposal:
      viewer.staff && ticket.severityProposal
        ? {
            ...ticket.severityProposal,
            tickets: ticket.severityProposal.tickets.map(({ id, number }) => ({ ticketId: id, number })),
          }
        : null,
    reports: viewer.staff ? (ticket.reports ?? []).map(({ byId: _by, ...told }) => told) : [],
    alarms: viewer.staff ? (ticket.alarms ?? []).map(({ why, at }) => ({ why, at })) : [],
    suggested:
      viewer.staff && ticket.suggested
        ? {
            ...ticket.suggested,
            categoryName: policy.category(ticket.suggested.category)?.name ?? ticket.suggested.category,
          }
        : null,
    remedies: remediesOf(ticket, viewer),
    ...outsideOf(ticket, viewer, { actor: caller.actor, policy, directory, timers }),
    supervision: viewer.staff ? supervisionOf(ticket) : null,
    surveyOpen:
      ticket.state === 'callback' &&
      (viewer.complainant || viewer.family) &&
      ratedAs !== null &&
      ticket.round.asked.includes(ratedAs) &&
      !ticket.round.answers.some(answer => answer.complainant === ratedAs),
    photos: { before: ownMatter ? views(ticket.media) : [], after: views(completion?.media ?? []) },
    timeline: detail.timeline.entries,
    timelineCursor: detail.timeline.cursor,
    deadlines: [
      ...bounded(
        timers
          .flatMap(timer => deadlineOf(timer, ticket, viewer))
          .filter(deadline => viewer.staff || residentClocks.some(kind => kind === deadline.kind)),
        deadline => deadline.running,
      ),
    ],
    allowedActions: [...allowedCommands(asker)],
    afterAccept: [...allowedAfterAccept(asker)],
  }
}
