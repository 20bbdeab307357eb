import { eventsOf, lifeOf } from '../../../test/builders/lives'
import { choicesOf } from '../../../test/builders/lives-choices'
import {
  disagreements,
  falselyClosed,
  judgedByItself,
  lost,
  overlooked,
  timeGivenBack,
  unapproved,
} from '../../../test/builders/lives-oracle'

const lives = 10_000
const stepsPerLife = 6

/** Commands that change a promise, a holder or a complainant, and reopening: a test that never gives one shows nothing. */
const mustHappen = [
  'supervise',
  'answerSupervision',
  'dispatch',
  'transfer',
  'return',
  'escalate',
  'reopen',
  'reclassify',
  'hold',
  'assist',
  'merge',
  'join',
  'undoMerge',
  'separate',
  'withdraw',
  'handOver',
  'answerSurvey',
  'decideDraft',
  'endFollowing',
  'reportBack',
] as const

/** Ways in which somebody is chosen (D-HD-9). */
const causes = ['returned', 'unaccepted', 'escalated', 'reopened', 'dispatched', 'handedOver', 'assistAsked'] as const

describe(`in ${lives} random lives of two tickets`, () => {
  const against = {
    promises: new Array<string>(),
    choices: new Array<string>(),
    complainants: new Array<string>(),
    buttons: new Array<string>(),
    closings: new Array<string>(),
    judges: new Array<string>(),
    oversights: new Array<string>(),
    approvals: new Array<string>(),
  }
  const happened = new Map<string, number>()
  const chosen = new Map<string, number>()
  const closed = new Map<string, number>()
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)

  beforeAll(() => {
    for (let seed = 1; seed <= lives; seed += 1) {
      for (const moment of lifeOf(seed, stepsPerLife)) {
        // The seed leads to the same life again.
        const note = (into: string[], lines: readonly string[]) =>
          into.push(...lines.map(line => `life ${seed}, ${moment.command.command}: ${line}`))
        const choices = choicesOf(moment)
        note(against.promises, timeGivenBack(moment))
        note(
          against.choices,
          choices.flatMap(({ wrong }) => wrong ?? []),
        )
        note(against.complainants, lost(moment))
        note(against.buttons, disagreements(moment))
        note(against.closings, falselyClosed(moment))
        note(against.judges, judgedByItself(moment))
        note(against.oversights, overlooked(moment))
        note(against.approvals, unapproved(moment))
        for (const { event } of eventsOf(moment)) if (event.type === 'closed') count(closed, event.ending)
        for (const { cause } of choices) count(chosen, cause)
        if (eventsOf(moment).length > 0) count(happened, moment.command.command)
      }
    }
  }, 300_000)

  it('no promise moves later or begins anew by what people do (D-SLA-20)', () => {
    expect(against.promises.slice(0, 20)).toEqual([])
  })
  it('whoever is chosen is the first in order of the level (D-HD-9)', () => {
    expect(against.choices.slice(0, 20)).toEqual([])
  })
  it('no complainant is lost, and the higher class stands (D-HD-8)', () => {
    expect(against.complainants.slice(0, 20)).toEqual([])
  })
  it('buttons show exactly what would be accepted (D-HD-1)', () => {
    expect(against.buttons.slice(0, 20)).toEqual([])
  })
  it('what is not ended has somebody whose it is, and a next deadline (D-SLA-19)', () => {
    expect(against.oversights.slice(0, 20)).toEqual([])
  })
  it('none is closed but as its complainants have it, or after the quiet of an exempt one (D-CB-3, D-CB-4, D-CB-11)', () => {
    expect(against.closings.slice(0, 20)).toEqual([])
    expect(closed.get('satisfied')).toBeGreaterThan(20)
    expect(closed.get('quiet')).toBeGreaterThan(20)
  })
  it('nobody calls about or exempts what they did or wrote down (D-CB-6)', () => {
    expect(against.judges.slice(0, 20)).toEqual([])
  })
  it('nothing about what stands online goes out without the word it takes (D-HD-6)', () => {
    expect(against.approvals.slice(0, 20)).toEqual([])
  })
  it('whatever the rules are about has happened often', () => {
    const rare = (names: readonly string[], counts: ReadonlyMap<string, number>) =>
      names.filter(name => (counts.get(name) ?? 0) < 20).map(name => `${name}: ${counts.get(name) ?? 0}`)
    expect([...rare(mustHappen, happened), ...rare(causes, chosen)]).toEqual([])
  })
})
