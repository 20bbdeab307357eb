import { day } from '../../../test/builders/clock'
import { aCommand, dissatisfied, someAnswers } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { askingsOf, countChanges } from './changes'
import { type Figures, figuresOf } from './figures'
import { endingTallyOf, tallyOf } from './tally'

const { clerk, manager, resident, steward } = people

const countedOf = ({ history }: Story) => countChanges(null, history, () => standardPolicy)

/** What is told of a story; `asOf`: as it was known then. */
function told(story: Story, asOf = story.now, hideAnonymous = false): Figures {
  const period = { from: 0, to: Infinity, asOf }
  const options = { by: 'channel', period, hideAnonymous } as const
  const { ended } = countedOf(story)
  return figuresOf(
    askingsOf(countedOf(story)).flatMap(asking => tallyOf(asking, 'center-1', options) ?? []),
    ended.flatMap(one => endingTallyOf(one, 'center-1', options) ?? []),
  )
}

/** What is not zero. */
const some = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

const asked = aTicket('callback')
/** Told on the telephone by somebody without an account, and written down by a colleague of the clerk who calls. */
const byPhone = aTicket('callback', { filerId: null, recordedBy: 'assistant-1', channel: 'phone' })
const called = (
  outcome: 'noAnswer' | 'wrongNumber' | 'refused' | 'later' | 'partial' | 'complete',
  more: object = {},
) => aCommand('recordCallback', { result: 'answered', answers: undefined, outcome, ...more })
const notReached = [1, 2, 3].reduce(story => story.later(day).do(clerk, called('noAnswer')), byPhone)
const partly = { text: '先挂了', part: {} }

describe('what becomes of an asking (D-CB-12)', () => {
  it.each([
    ['is open at first', asked, 'open', {}],
    ['answered in full, satisfied', asked.do(resident, aCommand('answerSurvey')), 'complete', { satisfied: 1 }],
    [
      'answered in full, dissatisfied',
      asked.do(resident, aCommand('answerSurvey', { answers: dissatisfied })),
      'complete',
      {},
    ],
    [
      'solved but badly done is not satisfied (D-CB-3)',
      asked.do(resident, aCommand('answerSurvey', { answers: someAnswers({ result: 2 }) })),
      'complete',
      {},
    ],
    ['answered in part on the telephone', byPhone.do(clerk, called('partial', partly)), 'partial', {}],
    [
      'in part, but with what decides',
      byPhone.do(clerk, called('partial', { part: { solved: true, result: 4 } })),
      'partial',
      { satisfied: 1 },
    ],
    ['refused', byPhone.do(clerk, called('refused')), 'refused', {}],
    ['not reached on three days', notReached, 'notReached', { unreached: 1 }],
    ['reached, and to be called again', byPhone.do(clerk, called('later', { callAt: byPhone.now + day })), 'open', {}],
    ['exempted by staff while being asked', asked.do(clerk, aCommand('exempt')), 'unknown', {}],
  ] as const)('%s', (_name, story, disposition, expected) => {
    const { dispositions, satisfied, endings, sent } = told(story)
    expect([sent, some(dispositions)]).toEqual([1, { [disposition]: 1 }])
    expect(satisfied).toBe('satisfied' in expected ? 1 : 0)
    expect(some(endings)).toEqual('satisfied' in expected ? { satisfied: 1 } : expected)
  })

  it('having it reopened instead of answering is dissatisfied, whoever presses the button (D-CB-10)', () => {
    for (const story of [
      asked.do(resident, aCommand('reopen')),
      asked.do(clerk, aCommand('reopen')),
      byPhone.do(clerk, called('partial', { part: { solved: false } })),
    ])
      expect(told(story)).toMatchObject({ sent: 1, answered: 1, satisfied: 0, dispositions: { partial: 1 } })
    const own = asked.do(manager, aCommand('reopen', { ownInitiative: true }))
    expect(told(own)).toMatchObject({ sent: 1, answered: 0, dispositions: { unknown: 1 } })
  })

  it('each completion is asked about by itself, with whoever did it', () => {
    const again = asked
      .do(resident, aCommand('answerSurvey', { answers: dissatisfied }))
      .do(steward, aCommand('accept'))
      .do(steward, aCommand('complete'))
      .do(clerk, aCommand('verify'))
      .do(resident, aCommand('answerSurvey'))
    expect(askingsOf(countedOf(again)).map(({ cycle, handlerId, satisfied }) => [cycle, handlerId, satisfied])).toEqual(
      [
        [1, 'steward-1', false],
        [2, 'steward-1', true],
      ],
    )
    expect(told(again)).toMatchObject({ sent: 2, answered: 2, satisfied: 1, share: 0.5 })
  })
})

describe('exemptions and endings stand apart (D-CB-2, D-CB-3)', () => {
  it('whoever is exempt was not asked, and the quiet ending is none of satisfaction', () => {
    const quiet = aTicket('completed', { anonymous: true, filerId: null, reachable: false }).do(
      clerk,
      aCommand('verify'),
    )
    expect(told(quiet)).toMatchObject({ sent: 0, share: null, bounds: null, exempt: { unreachable: 1 } })
    const ended = told(quiet.later(8 * day).settled())
    expect([ended.satisfied, some(ended.endings)]).toEqual([0, { quiet: 1 }])
  })

  it('exempting somebody who is being asked takes nobody out of the figures', () => {
    expect(told(asked.do(clerk, aCommand('exempt')))).toMatchObject({ sent: 1, answered: 0, exempt: { sensitive: 1 } })
  })

  it('an ending that is undone stood until then', () => {
    const closed = asked.do(resident, aCommand('answerSurvey'))
    const reopened = closed.later(day).do(resident, aCommand('reopen'))
    expect(some(told(reopened).endings)).toEqual({})
    expect(some(told(reopened, closed.now).endings)).toEqual({ satisfied: 1 })
  })

  it.each(['withdrawn', 'declined', 'merged'] as const)('%s is an ending of its own', state => {
    expect(some(told(aTicket(state)).endings)).toEqual({ [state]: 1 })
  })
})

describe('as it was known at an instant (D-CT-2)', () => {
  it('an answer counts from when it was given', () => {
    const answered = asked.later(day).do(resident, aCommand('answerSurvey'))
    expect(told(answered, answered.now - 1)).toMatchObject({ sent: 1, answered: 0, dispositions: { open: 1 } })
    expect(told(answered)).toMatchObject({ sent: 1, answered: 1 })
    expect(told(answered, asked.now - 1).sent).toBe(0)
  })

  it('a later classification changes nothing that was counted', () => {
    const before = askingsOf(countedOf(asked))
    const after = asked.do(resident, aCommand('reopen')).do(clerk, aCommand('reclassify', { category: 'noise' }))
    expect(askingsOf(countedOf(after)).map(({ categoryId }) => categoryId)).toEqual([before[0]?.categoryId])
  })

  it('an anonymous answer is kept from whoever is rated until everybody has been heard (D-CB-5)', () => {
    const anonymous = someAnswers({ anonymous: true })
    const both = aTicket('callback', {})
      .do(clerk, { ...aCommand('join'), urgency: 'normal' })
      .do(people.neighbour, aCommand('answerSurvey', { answers: anonymous }))
    expect([told(both).answered, told(both, both.now, true).answered]).toEqual([1, 0])
    const heard = both.do(resident, aCommand('answerSurvey'))
    expect(told(heard, heard.now, true).answered).toBe(2)
  })
})
