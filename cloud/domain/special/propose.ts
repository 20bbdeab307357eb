import { type Severity, type SpecialSign, specialSignLabels } from '../../../types/vocabulary'
import { isLessSevere } from '../../../types/order'
import type { CompiledPolicy } from '../policy/compile/compile'
import { specialOf } from '../policy/model/special'
import { activeComplainants } from '../ticket/complainants'
import type { EventOf, TicketEvent } from '../ticket/events'
import type { Ticket } from '../ticket/state'
import { type Noticed, signsIn, sumIn } from './signs'

type Proposal = Omit<EventOf<'severityProposed'>, 'type'>

const quoted = ({ sign, words }: Noticed): string =>
  words.length === 0
    ? specialSignLabels[sign]
    : `${specialSignLabels[sign]}（${words.map(word => `“${word}”`).join('、')}）`

interface Words {
  readonly text: string
  readonly ticked: readonly SpecialSign[]
  readonly demanded: number | null
  /** Of an anonymous rating (D-CB-5). */
  readonly unquoted?: boolean
}

/** What a complainant has just said, with what staff noticed of it; null: nobody said anything. */
function saidBy(event: TicketEvent): Words | null {
  switch (event.type) {
    case 'filed':
      return {
        text: [event.text, event.expectation ?? ''].join('。'),
        ticked: event.signs ?? [],
        demanded: event.demanded ?? null,
      }
    case 'supplemented':
    case 'proposalCountered':
    case 'disputed':
      return { text: event.text, ticked: [], demanded: null }
    case 'urged':
      return { text: event.text ?? '', ticked: [], demanded: null }
    case 'reopened':
      return { text: event.reason, ticked: [], demanded: null }
    case 'surveyAnswered':
      return { text: event.answers.text ?? '', ticked: [], demanded: null, unquoted: event.answers.anonymous }
    case 'surveyDetailed':
      return { text: event.details.text ?? '', ticked: [], demanded: null, unquoted: true }
    default:
      return null
  }
}

/** D-SP-1: whether the fault is ours is for the person to say who confirms it. */
function majorBy(noticed: readonly Noticed[], sum: number | null, policy: CompiledPolicy): Proposal | null {
  const { majorSum } = specialOf(policy.policy)
  const why = [
    ...noticed.filter(({ sign }) => sign !== 'drastic').map(quoted),
    ...(sum !== null && sum >= majorSum ? [`要求赔偿 ${sum} 元，达到 ${majorSum} 元`] : []),
  ]
  return why.length === 0
    ? null
    : { severity: 'major', why: `${why.join('；')}，责任在我方时属于重大投诉`, tickets: [] }
}

/** D-SP-2: several come together, as whoever recorded it counted them, or as they have joined. */
function hotBy(ticket: Ticket, event: TicketEvent, policy: CompiledPolicy): Proposal | null {
  const { hotPeople } = specialOf(policy.policy)
  if (event.type === 'filed' && (event.people ?? 1) >= hotPeople)
    return { severity: 'hot', why: `${event.people} 人一起反映`, tickets: [] }
  const people = activeComplainants(ticket)
  if (event.type !== 'joined' || people.length < hotPeople) return null
  const tickets = people.map(({ ticketId, number }) => ({ id: ticketId, number }))
  return { severity: 'hot', why: `${people.length} 位业主反映同一件事`, tickets }
}

/** Whether it can still be proposed: not as severe already, and nobody has proposed or judged as much before. */
export const mayPropose = (ticket: Ticket, severity: Severity): boolean =>
  isLessSevere(ticket.severity, severity) &&
  (ticket.severityProposal === undefined || isLessSevere(ticket.severityProposal.severity, severity))

const complained: readonly Ticket['kind'][] = ['complaint', 'request']

/**
 * What follows by rule from what has just been said: an alarm where somebody may do something drastic or goes to the media
 * (D-SP-4), and a severity that a person has to confirm (D-SP-1, D-SP-2, D-CL-3). `ticket` is the state after the event.
 */
export function specialAfter(ticket: Ticket, event: TicketEvent, policy: CompiledPolicy): readonly TicketEvent[] {
  if (ticket.kind === 'praise') return []
  const said = saidBy(event)
  const found = said ? signsIn(said.text, said.ticked) : []
  const noticed = said?.unquoted ? found.map(({ sign }) => ({ sign, words: [] })) : found
  const alarming = noticed.filter(({ sign }) => sign === 'drastic' || sign === 'media')
  const known = new Set((ticket.alarms ?? []).flatMap(({ signs }) => signs))
  const news = alarming.filter(({ sign }) => !known.has(sign))
  const alarm: readonly TicketEvent[] =
    news.length > 0
      ? [{ type: 'alarmRaised', signs: news.map(({ sign }) => sign), why: news.map(quoted).join('；') }]
      : []
  if (!complained.includes(ticket.kind)) return alarm
  const major = said && majorBy(noticed, said.demanded ?? sumIn(said.text), policy)
  const proposal = major ?? hotBy(ticket, event, policy)
  return proposal && mayPropose(ticket, proposal.severity)
    ? [...alarm, { type: 'severityProposed', ...proposal }]
    : alarm
}
