import { aCommand, aThirdParty, oneTap } from '../../../test/builders/commands'
import { aComplainant } from '../../../test/builders/filing'
import { people } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { type State, keysOf, stateLabels } from '../../../types/vocabulary'
import { clockActor } from './actor'
import type { TicketCommand } from '../ticket/commands'

type Person = keyof typeof people
/** Commands that answer to a row of the table. */
type Name = Exclude<
  TicketCommand['command'],
  | 'file'
  | 'join'
  | 'separate'
  | 'complainAgain'
  | 'noteHotspot'
  | 'noteRelated'
  | 'noteFinding'
  | 'fireDue'
  | 'handOver'
  | 'applyPolicy'
>
const persons = keysOf(people)

/** Whoever is something to a ticket of building b1 in the steward's hands. For everybody else it does not exist. */
const insiders: readonly Person[] = [
  'resident',
  'steward',
  'serviceHead',
  'clerk',
  'otherClerk',
  'assistant',
  'manager',
  'quality',
  'supervisor',
]
const desk: readonly Person[] = ['serviceHead', 'clerk', 'otherClerk', 'manager', 'quality']
const withTarget = { target: { id: 'ticket-2', number: 'T-0002', open: true } }

/** docs/rules.md, Posts, post by post: a state in which the command fits, and who may give it there. */
const mayGive: { readonly [N in Name]: readonly [State, readonly Person[]] } = {
  triage: ['submitted', ['clerk', 'otherClerk', 'manager', 'quality']],
  reclassify: ['inProgress', desk],
  decline: ['dispatched', desk],
  dispatch: ['inProgress', desk],
  accept: ['dispatched', ['steward']],
  return: ['dispatched', ['steward']],
  transfer: ['inProgress', ['steward', 'serviceHead', 'manager', 'quality']],
  reply: ['inProgress', ['steward', ...desk]],
  note: ['inProgress', ['steward', 'assistant', ...desk]],
  propose: ['inProgress', ['steward', 'manager', 'quality']],
  inspect: ['inProgress', ['steward', 'serviceHead', 'manager', 'quality']],
  agree: ['proposed', ['resident']],
  counter: ['proposed', ['resident']],
  hold: ['inProgress', ['steward', ...desk]],
  resume: ['onHold', ['steward', ...desk]],
  complete: ['inProgress', ['steward']],
  verify: ['completed', desk],
  reject: ['completed', desk],
  urge: ['inProgress', ['resident']],
  supplement: ['inProgress', ['resident']],
  withdraw: ['inProgress', ['resident']],
  reopen: ['closed', ['resident', 'clerk', 'otherClerk', 'manager', 'quality']],
  dispute: ['declined', ['resident']],
  decideDispute: ['disputed', ['quality']],
  remedy: ['inProgress', ['steward', 'manager', 'quality']],
  decideRemedy: ['inProgress', ['manager', 'quality']],
  decideDraft: ['inProgress', ['serviceHead', 'manager', 'quality']],
  endFollowing: ['declined', ['steward', ...desk]],
  notePost: ['inProgress', ['steward', 'assistant', ...desk]],
  relate: ['inProgress', ['clerk', 'otherClerk', 'assistant', 'manager', 'quality']],
  reportBack: ['callback', ['steward', ...desk]],
  supervise: ['inProgress', ['manager', 'quality']],
  answerSupervision: ['inProgress', ['steward', 'serviceHead']],
  merge: ['inProgress', ['clerk', 'otherClerk', 'manager', 'quality']],
  undoMerge: ['merged', ['resident', 'clerk', 'otherClerk', 'manager', 'quality']],
  split: ['merged', ['clerk', 'otherClerk', 'manager', 'quality']],
  escalate: ['inProgress', ['steward', ...desk]],
  assist: ['inProgress', ['steward', ...desk]],
  finishAssist: ['inProgress', ['guard', 'serviceHead', 'manager', 'quality']],
  cancelAssist: ['inProgress', ['steward', ...desk]],
  report: ['inProgress', ['steward', ...desk]],
  judgeReport: ['inProgress', ['quality']],
  judgeSeverity: ['inProgress', ['manager', 'quality']],
  exempt: ['callback', desk],
  recordCallback: ['callback', desk],
  answerSurvey: ['callback', ['resident']],
  detailSurvey: ['closed', ['resident']],
  archive: ['closed', ['clerk', 'otherClerk', 'assistant', 'manager', 'quality']],
  revealContact: ['inProgress', ['steward', ...desk]],
}
const names = keysOf(mayGive)

/** Taken up again for somebody who was not content (D-HD-7). */
const again = (): Story =>
  aTicket('callback').with(withTarget).do(people.resident, aCommand('reopen')).do(people.steward, aCommand('accept'))

const forThirdParty = { reason: 'thirdParty', thirdParty: aThirdParty } as const

const prepared = (name: Name): Story => {
  if (name === 'detailSurvey')
    return aTicket('callback')
      .with(withTarget)
      .do(people.resident, aCommand('answerSurvey', { answers: oneTap }))
  if (name === 'remedy') return again()
  if (name === 'decideDraft') return aTicket('inProgress', { channel: 'online' }).do(people.steward, aCommand('reply'))
  if (name === 'endFollowing') return aTicket('dispatched').do(people.clerk, aCommand('decline', forThirdParty))
  if (name === 'reportBack') return aTicket('callback', { fromHeadOffice: true })
  if (name === 'decideRemedy') return again().do(people.steward, aCommand('remedy'))
  const story = aTicket(mayGive[name][0]).with(withTarget)
  // Within the day a merge is simply undone.
  if (name === 'split') return story.later(2 * 86_400_000)
  if (name === 'judgeReport') return story.do(people.steward, aCommand('report'))
  if (name === 'judgeSeverity') return story.do(clockActor, aCommand('noteHotspot'))
  if (name === 'answerSupervision') return story.do(people.manager, aCommand('supervise'))
  return name === 'finishAssist' || name === 'cancelAssist' ? story.do(people.clerk, aCommand('assist')) : story
}

describe('who may give a command (docs/rules.md, Posts)', () => {
  it.each(names)('%s', name => {
    const story = prepared(name)
    const [state, allowed] = mayGive[name]
    // Before it is anybody's, a ticket belongs to no department whose head could see it.
    const knows = insiders
      .filter(person => person !== 'serviceHead' || state !== 'submitted')
      .concat(story.ticket.assists ? ['guard'] : [])
    const expected = persons.map(person => [
      person,
      allowed.includes(person) ? null : knows.includes(person) ? 'forbidden' : 'notFound',
    ])
    expect(persons.map(person => [person, story.refusal(people[person], aCommand(name))])).toEqual(expected)
  })

  it('is the same for the buttons on the screens', () => {
    for (const name of names) {
      const story = prepared(name)
      for (const person of persons) {
        expect({ name, person, drawn: story.allowed(people[person]).includes(name) }).toEqual({
          name,
          person,
          drawn: story.refusal(people[person], aCommand(name)) === null,
        })
      }
    }
  })

  it('the clock resumes and nothing else that people do', () => {
    for (const name of names)
      expect([name, prepared(name).refusal(clockActor, aCommand(name))]).toEqual([
        name,
        name === 'resume' ? null : 'forbidden',
      ])
  })

  it('quality sees every center of the company, a clerk of another center sees nothing', () => {
    const story = aTicket('inProgress')
    expect(story.refusal(people.clerkElsewhere, aCommand('reply'))).toBe('notFound')
    const from = (reach: readonly string[]) => ({
      ...people.quality,
      posts: [{ ...qualityPost, centerId: 'head-office', reach }],
    })
    expect(story.refusal(from(['head-office', story.ticket.centerId]), aCommand('reply'))).toBeNull()
    expect(story.refusal(from(['head-office']), aCommand('reply'))).toBe('notFound')
  })

  it('a clerk speaks for somebody without an account: agrees, urges, withdraws (D-IN-1)', () => {
    const byPhone = aTicket('proposed', { filerId: null, recordedBy: 'clerk-1', channel: 'phone' })
    for (const name of ['agree', 'urge', 'withdraw'] as const)
      expect([name, byPhone.refusal(people.clerk, aCommand(name))]).toEqual([name, null])
    expect(byPhone.refusal(people.steward, aCommand('agree'))).toBe('forbidden')
  })

  it('a neighbour who joined follows the matter and withdraws for themselves (D-IN-6, D-HD-8)', () => {
    const joined = aTicket('inProgress').do(
      people.clerk,
      aCommand('join', { complainants: [aComplainant('resident-2')] }),
    )
    expect(joined.refusal(people.neighbour, aCommand('urge'))).toBeNull()
    expect(joined.refusal(people.neighbour, aCommand('withdraw'))).toBeNull()
    expect(joined.do(people.neighbour, aCommand('withdraw')).refusal(people.neighbour, aCommand('urge'))).toBe(
      'forbidden',
    )
  })
})

const qualityPost = { role: 'quality', centerId: 'center-1', departmentId: null, buildingIds: [] } as const

/** Commands that somebody can carry out, state by state. */
const possible: Partial<Record<State, string>> = {
  submitted:
    'triage reclassify decline dispatch reply note hold urge supplement withdraw supervise merge revealContact escalate assist report notePost relate',
  accepted:
    'reclassify decline dispatch reply note hold urge supplement withdraw supervise merge revealContact escalate assist report notePost relate',
  dispatched:
    'reclassify decline dispatch accept return transfer inspect reply note hold urge supplement withdraw supervise merge revealContact escalate assist report notePost relate',
  inProgress:
    'reclassify decline dispatch return transfer inspect reply note propose hold complete urge supplement withdraw supervise merge revealContact escalate assist report notePost relate',
  proposed:
    'reclassify inspect reply note propose agree counter hold urge supplement withdraw supervise merge revealContact escalate assist report notePost relate',
  agreed:
    'reclassify dispatch transfer inspect reply note propose hold complete urge supplement withdraw supervise merge revealContact escalate assist report notePost relate',
  onHold:
    'reclassify inspect reply note resume urge supplement withdraw supervise merge revealContact assist report notePost relate',
  completed:
    'reclassify reply note verify reject exempt supplement withdraw supervise revealContact report notePost relate',
  callback:
    'reclassify reply note exempt recordCallback answerSurvey reopen supplement supervise revealContact report notePost relate',
  quietPeriod: 'reclassify reply note reopen supplement supervise revealContact report notePost relate',
  closed: 'note reopen dispute archive report notePost relate',
  disputed: 'reclassify reply note decideDispute supplement supervise revealContact report notePost relate',
  archived: '',
  withdrawn: '',
  declined: 'dispute notePost relate',
  merged: 'undoMerge',
}

describe('what can be done in a state (D-HD-1)', () => {
  it.each(keysOf(possible))('%s', state => {
    const story = aTicket(state).with(withTarget)
    const found = names.filter(name => persons.some(person => story.refusal(people[person], aCommand(name)) === null))
    expect(found.sort()).toEqual((possible[state] ?? '').split(' ').filter(Boolean).sort())
  })

  it('the rest is refused as the wrong state, in words that name it', () => {
    const done = aTicket('closed')
    const decision = done.try(people.steward, aCommand('complete'))
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'wrongState' } })
    expect(decision.ok ? '' : decision.refusal.message).toContain(stateLabels.closed)
  })
})
