import fc from 'fast-check'
import { aCommand } from '../../../test/builders/commands'
import { aFittingCommand, buttonNames } from '../../../test/builders/least'
import { people } from '../../../test/builders/people'
import { aContext, aTicket, anAsker, type Surroundings } from '../../../test/builders/ticket'
import { live, walks } from '../../../test/builders/walk'
import { decide } from '../ticket/decide'
import type { Ticket } from '../ticket/state'
import { type Actor, clockActor } from './actor'
import { allowedCommands } from './permit'

const target = { id: 'ticket-2', number: 'T-0002', open: true }
const everybody: readonly Actor[] = Object.values(people)

/** Buttons that would be refused, and refusals of what no button shows, for everybody; empty when they agree. */
function disagreements(ticket: Ticket, now: number, around: Surroundings): readonly string[] {
  // What is due by the clock happens before any command, so buttons are judged on what is left when it has.
  const due = decide(ticket, { command: 'fireDue' }, aContext(clockActor, now, around))
  const settled = due.ok ? due.ticket : ticket
  return everybody.flatMap(actor => {
    const shown = allowedCommands(anAsker(settled, actor, now, around))
    return buttonNames.flatMap(name => {
      const decision = decide(settled, aFittingCommand(name, settled, actor, now), aContext(actor, now, around))
      if (decision.ok === shown.includes(name)) return []
      return [
        `${actor.id} ${name} in ${settled.state}: ${decision.ok ? 'taken, not shown' : `shown, ${decision.refusal.message}`}`,
      ]
    })
  })
}

describe('buttons show exactly what would be accepted (D-HD-1)', () => {
  it('in every state of every life, for everybody', () => {
    fc.assert(
      fc.property(walks(15), fc.boolean(), (walk, phoneKnown) => {
        const { happened } = live(walk)
        for (const { before, now } of happened) expect(disagreements(before, now, { target, phoneKnown })).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  const alone = { target, directory: { staff: [] } }
  it('where there is nobody to give it to, none of the ways to give it away is shown', () => {
    const shown = aTicket('inProgress').with(alone).allowed(people.steward)
    for (const name of ['return', 'transfer', 'escalate', 'assist'] as const) expect(shown).not.toContain(name)
    expect(shown).toContain('complete')
  })

  it('a number is offered where one was left by somebody who is not hidden (D-IN-3, D-PO-4)', () => {
    const offered = (filing: object, actor: Actor, phoneKnown = true) =>
      aTicket('inProgress', filing).with({ phoneKnown }).allowed(actor).includes('revealContact')
    expect(offered({}, people.steward)).toBe(true)
    expect(offered({}, people.steward, false)).toBe(false)
    expect([offered({ hideIdentity: true }, people.steward), offered({ hideIdentity: true }, people.clerk)]).toEqual([
      false,
      true,
    ])
    expect(offered({ anonymous: true, hideIdentity: true }, people.manager)).toBe(false)
  })

  it('an assist can be finished by whoever was asked, and cancelled while it is open (D-RT-5)', () => {
    const before = aTicket('inProgress')
    const asked = before.do(people.clerk, aCommand('assist'))
    const done = asked.do(people.guard, aCommand('finishAssist'))
    const shown = ['finishAssist', 'cancelAssist'] as const
    const of = (story: typeof asked, actor: Actor) => shown.map(name => story.allowed(actor).includes(name))
    expect([of(before, people.clerk), of(asked, people.clerk), of(done, people.clerk)]).toEqual([
      [false, false],
      [false, true],
      [false, false],
    ])
    expect([of(asked, people.guard), of(asked, people.manager), of(done, people.manager)]).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ])
  })

  it('a survey is for whoever complained, and the desk records what somebody without an account says on the phone', () => {
    const byPhone = { filerId: null, recordedBy: 'clerk-1', channel: 'phone' } as const
    const shown = aTicket('callback', byPhone).allowed(people.clerk)
    expect(shown).not.toContain('answerSurvey')
    expect(aTicket('callback').allowed(people.resident)).toContain('answerSurvey')
    expect(aTicket('callback').allowed(people.clerk)).toContain('recordCallback')
  })
})
