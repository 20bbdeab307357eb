import fc from 'fast-check'
import { aContext } from '../../../test/builders/ticket'
import { commandNames } from '../../../test/builders/commands'
import { aDirectory, people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Happened, live, walks } from '../../../test/builders/walk'
import { type Command, type State, finalStates, keysOf, stateLabels } from '../../../types/vocabulary'
import { settle } from '../deadline/settle'
import { timersOf } from '../deadline/timers'
import type { TicketCommand } from './commands'
import type { TicketEvent } from './events'
import { evolve, replay } from './evolve'
import { transitionOf } from '../access/permit'
import { type Ticket, isFollowed, isOpen } from './state'

const runs = { numRuns: 40, seed: 20260302 }

/** The row an event belongs to: its own where the clock or a consequence brings it, else that of the command given. */
const rowOfEvent = (event: TicketEvent, command: TicketCommand['command']): Command | null => {
  switch (event.type) {
    case 'callbackStarted':
      return 'startCallback'
    case 'quietPeriodStarted':
      return 'startQuietPeriod'
    case 'resumed':
      return 'resume'
    case 'closed':
      return event.ending === 'quiet' ? 'endQuietPeriod' : narrowed(command)
    case 'warned':
    case 'breached':
    case 'deadlineEscalated':
    case 'callbackReminded':
    case 'unaccepted':
      return 'fireDeadline'
    default:
      return narrowed(command)
  }
}
const rowless = [
  'join',
  'separate',
  'fireDue',
  'handOver',
  'noteFinding',
  'applyPolicy',
  'noteHotspot',
  'noteRelated',
] as const
const isRowless = (command: TicketCommand['command']): command is (typeof rowless)[number] =>
  rowless.some(name => name === command)
const narrowed = (command: TicketCommand['command']): Command | null => {
  // Said by filing, by somebody who need not be on the matter yet; what follows is what reopening does.
  if (command === 'complainAgain') return 'reopen'
  return isRowless(command) ? null : command
}

/** Every state an event leads to stands in the table, in a row that starts where the ticket was. */
const offTable = ({ before, command, now, decision }: Happened): readonly string[] => {
  if (!decision.ok) return []
  const wrong: string[] = []
  let ticket = before
  // States between two events of one command: each still belongs to the command as a whole.
  let start: State = before.state
  for (const recorded of decision.events) {
    const next = evolve(ticket, recorded)
    const name = rowOfEvent(recorded.event, command.command)
    if (name !== narrowed(command.command)) start = ticket.state
    if (next.state !== ticket.state) {
      const row = name === null ? null : transitionOf(name)
      const allowed =
        row !== null &&
        row.from !== 'none' &&
        row.from.includes(start) &&
        (row.to === 'before'
          ? ticket.state === 'merged' && ticket.unmerged.state === next.state
          : row.to !== 'same' && row.to.includes(next.state))
      if (!allowed) wrong.push(`${command.command}/${recorded.event.type}: ${ticket.state} → ${next.state} at ${now}`)
    }
    ticket = next
    if (name !== narrowed(command.command)) start = ticket.state
  }
  return wrong
}

const isIdle = ({ command }: TicketCommand): boolean =>
  ['fireDue', 'handOver', 'applyPolicy', 'noteHotspot', 'noteRelated'].includes(command)

/** Both sides of undoing: people leave also what has ended since (D-HD-8). And what somebody tried is about them (D-CB-6). */
const mayFollowTheEnd = ({ command }: TicketCommand): boolean =>
  ['undoMerge', 'split', 'separate', 'noteFinding'].includes(command)

describe('over random lives of tickets', () => {
  it('decide leads only where the table says (D-HD-1), and the walks go everywhere', () => {
    const visited = new Set<State>()
    const carriedOut = new Set<string>()
    fc.assert(
      fc.property(walks(), walk => {
        for (const one of live(walk).happened) {
          expect(offTable(one)).toEqual([])
          visited.add(one.before.state)
          if (!one.decision.ok) continue
          visited.add(one.decision.ticket.state)
          if (one.decision.events.length > 0) carriedOut.add(one.command.command)
        }
      }),
      { ...runs, numRuns: 300 },
    )
    // `verified` lasts only between two events of one decision.
    expect(keysOf(stateLabels).filter(state => !visited.has(state))).toEqual(['verified'])
    expect(commandNames.filter(name => !carriedOut.has(name))).toEqual([])
  })

  it('folding the events gives the decided state, from the start and from anywhere', () => {
    fc.assert(
      fc.property(walks(), fc.nat(), (walk, cut) => {
        const { ticket, history } = live(walk)
        expect(replay(history)).toEqual(ticket)
        const at = cut % history.length
        expect(replay(history.slice(at), replay(history.slice(0, at)))).toEqual(ticket)
        expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1))
      }),
      runs,
    )
  })

  it('a refused command changes nothing, not even what was due', () => {
    let refused = 0
    fc.assert(
      fc.property(walks(), walk => {
        for (const { before, decision } of live(walk).happened) {
          if (decision.ok) continue
          refused++
          // `before` is frozen through and through: a write would have thrown.
          expect(Object.keys(decision)).toEqual(['ok', 'refusal'])
          expect(decision.refusal.message).not.toBe('')
          expect(Object.isFrozen(before.deadlineRuns)).toBe(true)
        }
      }),
      runs,
    )
    expect(refused).toBeGreaterThan(50)
  })

  it('an end is an end: nothing follows a final state but refusals, unless a merge is undone', () => {
    fc.assert(
      fc.property(walks(), walk => {
        for (const { before, decision, command } of live(walk).happened)
          if (finalStates.some(state => state === before.state) && !mayFollowTheEnd(command))
            expect(decision.ok ? decision : null).toEqual(
              // The clock and the planner come by without knowing its state, and find nothing to do.
              isIdle(command) ? { ok: true, ticket: before, events: [] } : null,
            )
      }),
      runs,
    )
  })

  it('nothing is overlooked: while anything is owed, somebody is asked or a queue holds it, by a due time (D-SLA-19)', () => {
    const overlooked = (ticket: Ticket): boolean =>
      // D-SP-6: of what was declined the complainant goes on hearing. Told after the end too: head office (D-HD-4), and what a hot or
      // major matter has taught (D-SP-3).
      (isOpen(ticket) || isFollowed(ticket)) !==
      timersOf(ticket, standardPolicy).some(
        ({ kind, metAt, endedAt }) =>
          kind !== 'reportBack' && !kind.endsWith('Report') && metAt === null && endedAt === null,
      )
    fc.assert(
      fc.property(walks(), walk => {
        for (const { decision } of live(walk).happened)
          if (decision.ok)
            expect([decision.ticket.state, overlooked(decision.ticket)]).toEqual([decision.ticket.state, false])
      }),
      runs,
    )
  })

  it('settling twice is settling once (D-SLA-18)', () => {
    fc.assert(
      fc.property(walks(12), fc.nat(90 * 86_400_000), (walk, ahead) => {
        const { ticket, now } = live(walk)
        const context = aContext(people.resident, now + ahead)
        const once = settle(ticket, context)
        expect(settle(once.ticket, context)).toEqual({ ticket: once.ticket, events: [] })
      }),
      runs,
    )
  })

  // Passing on is left out (nobody to pass on to): whoever is asked next has the full time from when they are asked.
  it('settling in many small steps is settling once at the end', () => {
    const alone = { directory: aDirectory([]) }
    const hour = 3_600_000
    fc.assert(
      fc.property(walks(12), fc.array(fc.nat(200 * hour), { minLength: 1, maxLength: 12 }), (walk, waits) => {
        const { ticket, now } = live(walk)
        const events: TicketEvent[] = []
        let at = now
        let current = ticket
        for (const wait of waits) {
          at += wait
          const settled = settle(current, aContext(people.resident, at, alone))
          events.push(...settled.events)
          current = settled.ticket
        }
        const once = settle(ticket, aContext(people.resident, at, alone))
        expect(events).toEqual(once.events)
        expect(
          timersOf(current, standardPolicy).map(({ metAt, endedAt, ...rest }) => [
            rest,
            metAt === null,
            endedAt === null,
          ]),
        ).toEqual(
          timersOf(once.ticket, standardPolicy).map(({ metAt, endedAt, ...rest }) => [
            rest,
            metAt === null,
            endedAt === null,
          ]),
        )
      }),
      runs,
    )
  })

  it('nothing fires twice, and never before it is due (D-SLA-18)', () => {
    fc.assert(
      fc.property(walks(), walk => {
        const { history } = live(walk)
        const keys: string[] = []
        for (const { at, event } of history) {
          if (event.type !== 'warned' && event.type !== 'breached' && event.type !== 'deadlineEscalated') continue
          expect(event.dueAt).toBeLessThanOrEqual(at)
          const step = event.type === 'warned' ? event.share : event.type === 'deadlineEscalated' ? event.level : ''
          keys.push([event.type, event.deadline, event.cycle, step].join(' '))
        }
        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
      }),
      runs,
    )
  })
})
