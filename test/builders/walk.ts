import fc from 'fast-check'
import { type Actor, clockActor } from '../../cloud/domain/access/actor'
import { decide } from '../../cloud/domain/ticket/decide'
import type { CommandOf, TicketCommand } from '../../cloud/domain/ticket/commands'
import type { Recorded } from '../../cloud/domain/ticket/events'
import type { Ticket } from '../../cloud/domain/ticket/state'
import { allowedCommands } from '../../cloud/domain/access/permit'
import { day, hour, minute } from './clock'
import { aCommand, aThirdParty, commandNames, dissatisfied, oneTap, someAnswers } from './commands'
import { type Filing, aFiling } from './filing'
import { people, staff } from './people'
import { Story, aContext, anAsker, aTicket, deepFreeze } from './ticket'

const actors: readonly Actor[] = [...Object.values(people), clockActor]
type Name = Exclude<TicketCommand['command'], 'file'>

/** One try: after a while, somebody gives a command. `fitting` picks among what may be done, else anything is tried. */
export interface Step {
  readonly wait: number
  readonly actor: Actor
  readonly fitting: boolean
  readonly pick: number
  readonly command: (name: Name, now: number) => TicketCommand
}

const waits = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * hour }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 * day }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 70 * day }) },
)
const satisfaction = fc.constantFrom(someAnswers(), dissatisfied)
/** Also with one tap (D-CB-5). */
const said = fc.constantFrom(someAnswers(), dissatisfied, oneTap)
const assignee = fc.constantFrom(...Object.values(staff).map(({ id }) => id))
const urgency = fc.constantFrom('emergency' as const, 'urgent' as const, 'normal' as const, 'suggestion' as const)
const category = fc.constantFrom('leak', 'noise', 'neighbour', 'fees')
const holdReason = fc.constantFrom('awaitingComplainant' as const, 'awaitingPart' as const)
const result = fc.constantFrom('answered' as const, 'unreached' as const, 'refused' as const)

const party = fc.constantFrom({}, { reason: 'thirdParty' as const, thirdParty: aThirdParty })

type Details = {
  readonly [N in 'reclassify' | 'transfer' | 'answerSurvey' | 'recordCallback']: Partial<Omit<CommandOf<N>, 'command'>>
} & {
  readonly dispatch: Partial<Omit<CommandOf<'dispatch'>, 'command'>>
  readonly decline: Partial<Omit<CommandOf<'decline'>, 'command'>>
  readonly hold: { readonly reason: CommandOf<'hold'>['reason']; readonly for: number | undefined }
}
const details: fc.Arbitrary<Details> = fc.record({
  reclassify: fc.record({ category, urgency }),
  transfer: fc.record({ assigneeId: assignee }),
  decline: party,
  dispatch: fc.oneof(fc.record({ assigneeId: assignee }), fc.constant({})),
  answerSurvey: fc.record({ answers: said }),
  recordCallback: fc.record({
    result,
    answers: satisfaction.map(({ reception, measures, result: of, solved }) => ({
      reception,
      measures,
      result: of,
      solved,
    })),
  }),
  hold: fc.record({
    reason: holdReason,
    for: fc.option(fc.integer({ min: -hour, max: 61 * day }), { nil: undefined }),
  }),
})

const commandFrom = (name: Name, chosen: Details, now: number): TicketCommand => {
  switch (name) {
    case 'hold': {
      const until = chosen.hold.for === undefined ? undefined : Math.max(0, now + chosen.hold.for)
      return aCommand('hold', { reason: chosen.hold.reason, ...(until === undefined ? {} : { until }) })
    }
    case 'decline':
      return aCommand(name, chosen.decline)
    case 'reclassify':
      return aCommand(name, chosen.reclassify)
    case 'transfer':
      return aCommand(name, chosen.transfer)
    case 'dispatch':
      return aCommand(name, chosen.dispatch)
    case 'answerSurvey':
      return aCommand(name, chosen.answerSurvey)
    case 'recordCallback':
      return aCommand(name, chosen.recordCallback)
    case 'propose':
      return aCommand(name, { completeBy: now + day })
    default:
      return aCommand(name)
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  wait: waits,
  actor: fc.constantFrom(...actors),
  fitting: fc.integer({ min: 0, max: 5 }).map(value => value > 0),
  pick: fc.nat(10_000),
  command: details.map(chosen => (name: Name, now: number) => commandFrom(name, chosen, now)),
})

export interface Walk {
  /** Where it sets out; further along, the filing is the usual one. */
  readonly start:
    | 'filing'
    | 'again'
    | 'proposed'
    | 'tapped'
    | 'completed'
    | 'callback'
    | 'quietPeriod'
    | 'closed'
    | 'declined'
  readonly filing: Filing
  readonly steps: readonly Step[]
}

/** Random lives of a ticket: mostly what somebody may do, sometimes what nobody may. */
export const walks = (maxLength = 25): fc.Arbitrary<Walk> =>
  fc.record({
    start: fc.constantFrom(
      'filing',
      'filing',
      'again',
      'proposed',
      'tapped',
      'completed',
      'callback',
      'quietPeriod',
      'closed',
      'declined',
    ),
    filing: fc
      .record({
        kind: fc.constantFrom('complaint' as const, 'request' as const, 'consultation' as const),
        category,
        urgency,
        channel: fc.constantFrom('miniProgram' as const, 'phone' as const, 'online' as const),
        buildingId: fc.constantFrom('b1', 'b2', null),
        anonymous: fc.integer({ min: 0, max: 5 }).map(value => value === 0),
        filerId: fc.constantFrom('resident-1', 'resident-1', null),
        recordedBy: fc.constantFrom('clerk-1', null),
        fromHeadOffice: fc.constantFrom(true as const, undefined),
      })
      .map(aFiling),
    steps: fc.array(step, { minLength: 5, maxLength, size: 'max' }),
  })

/** What happened at one step of a walk. */
export interface Happened {
  readonly before: Ticket
  readonly command: TicketCommand
  readonly actor: Actor
  readonly now: number
  readonly decision: ReturnType<typeof decide>
}

/** Early ends and mere words are rare, or most walks would be short or go nowhere. */
const rarely = new Set<Name>([
  'withdraw',
  'decline',
  'merge',
  'hold',
  'return',
  'transfer',
  'dispatch',
  'escalate',
  'exempt',
  'supervise',
])
const words = new Set<Name>(['note', 'urge', 'supplement', 'revealContact', 'reclassify'])
const wanted = (name: Name, pick: number): boolean =>
  rarely.has(name) ? pick % 4 === 0 : words.has(name) ? pick % 9 === 0 : true

const byId = new Map(actors.map(actor => [actor.id, actor]))
/** Who would have something to do on a ticket. */
const castOf = (ticket: Ticket): readonly Actor[] => [
  ...[byId.get(ticket.assignment?.personId ?? '')].filter(actor => actor !== undefined),
  people.resident,
  people.otherClerk,
  people.manager,
]

const choose = (ticket: Ticket, { actor, fitting, pick, command }: Step, now: number) => {
  const anything = { actor, name: commandNames[pick % commandNames.length] ?? 'fireDue' }
  // The timer comes round whatever people do.
  if (pick % 13 === 0) return { actor: clockActor, command: command('fireDue', now) }
  // So does a new version of the rules.
  if (pick % 29 === 0) return { actor: clockActor, command: command('applyPolicy', now) }
  // And what is told on another ticket and stands on this one too.
  if (pick % 31 === 0) return { actor: people.manager, command: command('noteRelated', now) }
  // Said by filing, and so by no button.
  if (ticket.state === 'quietPeriod' && pick % 11 === 0)
    return { actor: people.neighbour, command: command('complainAgain', now) }
  if (!fitting) return { actor: anything.actor, command: command(anything.name, now) }
  const options = castOf(ticket).flatMap(who =>
    allowedCommands(anAsker(ticket, who, now)).flatMap(allowed => {
      const name = commandNames.find(one => one === allowed)
      return name !== undefined && wanted(name, pick) ? [{ actor: who, name }] : []
    }),
  )
  const chosen = options[Math.floor(pick / 63) % Math.max(options.length, 1)] ?? anything
  return { actor: chosen.actor, command: command(chosen.name, now) }
}

/** Somebody was not content, and the work begins once more. */
const takenUpAgain = (): Story =>
  aTicket('callback').do(people.resident, aCommand('reopen')).do(people.steward, aCommand('accept'))

/** One of two complainants has answered with one tap, which can be added to. */
const tapped = (): Story =>
  aTicket('callback', { fromHeadOffice: true }).do(people.resident, aCommand('answerSurvey', { answers: oneTap }))

/** Thousands of walks start from the same few stories, which nothing can change. */
const starts = new Map<string, Story>()

function startOf(state: Exclude<Walk['start'], 'filing'>): Story {
  const story =
    starts.get(state) ??
    (state === 'again' ? takenUpAgain() : state === 'tapped' ? tapped() : aTicket(state, { fromHeadOffice: true }))
  starts.set(state, story)
  return story
}

/** Lives the walk through with everything frozen, and tells each step. */
export function live({ start, filing, steps }: Walk): {
  readonly ticket: Ticket
  readonly history: readonly Recorded[]
  readonly happened: readonly Happened[]
  readonly now: number
} {
  const story = start === 'filing' ? Story.filed(filing) : startOf(start)
  let ticket = story.ticket
  let now = story.now + minute
  const history = [...story.history]
  const happened: Happened[] = []
  const target = { id: 'ticket-2', number: 'T-0002', open: true }
  for (const one of steps) {
    now += one.wait
    const { actor, command } = choose(ticket, one, now)
    const decision = decide(ticket, deepFreeze(command), aContext(actor, now, { target }))
    happened.push({ before: ticket, command, actor, now, decision })
    if (!decision.ok) continue
    ticket = deepFreeze(decision.ticket)
    history.push(...decision.events)
  }
  return { ticket, history, happened, now }
}
