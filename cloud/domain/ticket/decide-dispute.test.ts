import { day } from '../../../test/builders/clock'
import { aCommand, dissatisfied, someAnswers } from '../../../test/builders/commands'
import { actorOf, aDirectory, aStaffMember, people, staff } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { type Ending, type State, closingLabels, keysOf } from '../../../types/vocabulary'
import { runningTimersOf } from '../deadline/timers'
import { standardPolicy } from '../../../test/builders/policy'
import { endingOf, needsRecourse } from './state'

const { steward, clerk, manager, quality, resident, neighbour } = people
const dispute = aCommand('dispute')
const uphold = aCommand('decideDispute')
const rework = aCommand('decideDispute', { decision: 'rework', text: '公共管道，由我们修' })
const unreached = aCommand('recordCallback', { result: 'unreached', answers: undefined })

/** Closed without anybody having been reached, three days in a row. */
const closedUnreached = (): Story =>
  aTicket('callback').do(clerk, unreached).later(day).do(clerk, unreached).later(day).do(clerk, unreached)

describe('an outcome that is not accepted (D-CB-11)', () => {
  const disputed = aTicket('declined').do(resident, dispute)

  it('stays open, with quality, by a due time', () => {
    expect(disputed.in('disputed')).toMatchObject({
      assignment: { personId: 'quality-1' },
      dispute: { text: '是公共管道，应该由物业修', complainant: 'resident-1', since: disputed.now },
    })
    expect(endingOf(disputed.ticket)).toBeNull()
    expect(runningTimersOf(disputed.ticket, standardPolicy).map(({ kind }) => kind)).toEqual(['dispute'])
  })

  it('upheld, it ends as disputed and never as satisfied or declined', () => {
    expect(disputed.adds(quality, uphold)).toEqual(['disputeDecided', 'closed'])
    const closed = disputed.do(quality, uphold)
    expect(closed.in('closed')).toMatchObject({ ending: 'disputed', closedAt: closed.now })
    expect(runningTimersOf(closed.ticket, standardPolicy)).toEqual([])
  })

  it('taken up, it begins again and counts as dissatisfied', () => {
    const again = disputed.do(quality, rework)
    expect(again.ticket).toMatchObject({ state: 'dispatched', cycle: 2, dissatisfied: 1 })
    expect(again.events('reopened')).toEqual([{ type: 'reopened', reason: '公共管道，由我们修', dissatisfied: true }])
  })

  it('quality decides, and nobody who handled it where there is somebody else', () => {
    for (const who of [steward, clerk, manager, resident]) expect(disputed.refusal(who, uphold)).toBe('forbidden')
    const two = aDirectory([...Object.values(staff), aStaffMember('quality-2', { role: 'quality' })])
    const handled = aTicket('callback').do(resident, aCommand('answerSurvey', { answers: dissatisfied }))
    const byQuality = handled
      .do(clerk, aCommand('dispatch', { assigneeId: 'quality-1' }))
      .do(quality, aCommand('accept'))
      .do(quality, aCommand('complete'))
      .do(clerk, aCommand('verify'))
      .do(resident, aCommand('answerSurvey', { answers: someAnswers() }))
    expect(byQuality.with({ directory: two }).do(resident, dispute).ticket.assignment?.personId).toBe('quality-2')
    expect(byQuality.do(resident, dispute).in('disputed').assignment?.personId).toBe('quality-1')
  })

  it('a company without a quality department: the manager decides', () => {
    const small = { directory: aDirectory([staff.steward, staff.clerk, staff.manager]) }
    const story = aTicket('declined', {}, small).do(resident, dispute)
    expect(story.ticket.assignment?.personId).toBe('manager-1')
    expect(story.do(manager, uphold).in('closed').ending).toBe('disputed')
  })

  it('is decided once: then the complainant files anew, and only a manager or quality takes it up', () => {
    const closed = disputed.do(quality, uphold)
    for (const who of [resident, clerk]) expect(closed.refusal(who, aCommand('reopen'))).toBe('wrongState')
    expect(closed.refusal(resident, dispute)).toBe('wrongState')
    for (const who of [manager, quality]) expect(closed.refusal(who, aCommand('reopen'))).toBeNull()
  })

  it('only those who complain reject it, within the time for reopening', () => {
    const declined = aTicket('declined')
    expect(declined.refusal(neighbour, dispute)).toBe('notFound')
    for (const who of [steward, clerk, manager, quality]) expect(declined.refusal(who, dispute)).toBe('forbidden')
    const last = declined.at(declined.in('declined').closedAt + 30 * day)
    expect(last.refusal(resident, dispute)).toBeNull()
    expect(last.later(1).refusal(resident, dispute)).toBe('wrongState')
  })

  it('a clerk writes it down for somebody without an account', () => {
    const byPhone = aTicket('declined', { filerId: null, recordedBy: 'clerk-1', channel: 'phone' })
    expect(byPhone.do(clerk, dispute).in('disputed').dispute.complainant).toBe('ticket-1')
  })

  it('while one is asked it can be rejected once quality has had it', () => {
    expect(aTicket('callback').refusal(resident, dispute)).toBe('wrongState')
    const round = (story: Story, handler: typeof steward): Story =>
      story
        .do(resident, aCommand('answerSurvey', { answers: dissatisfied }))
        .do(handler, aCommand('accept'))
        .do(handler, aCommand('complete'))
        .do(clerk, aCommand('verify'))
    const third = round(round(round(aTicket('callback'), steward), actorOf(staff.serviceHead)), quality)
    expect(third.in('callback').dissatisfied).toBe(3)
    const rejected = third.do(resident, dispute)
    expect(rejected.ticket).toMatchObject({ state: 'disputed', rounds: [{}, {}, {}, { endedAt: rejected.now }] })
  })
})

describe('every ending is one of its own (D-CB-3, D-CB-4, D-CB-11)', () => {
  const endings: { readonly [E in Ending]: () => Story } = {
    satisfied: () => aTicket('closed'),
    quiet: () =>
      aTicket('quietPeriod')
        .later(8 * day)
        .settled(),
    unreached: closedUnreached,
    disputed: () => aTicket('disputed').do(quality, uphold),
    withdrawn: () => aTicket('withdrawn'),
    declined: () => aTicket('declined'),
    merged: () => aTicket('merged'),
  }
  it.each(keysOf(endings))('%s', ending => {
    const { ticket } = endings[ending]()
    expect(endingOf(ticket)).toBe(ending)
    // Only a closed ticket has one beside its state.
    expect('ending' in ticket).toBe(Object.keys(closingLabels).includes(ending))
  })

  it('who has not been satisfied reads where else to go, and nobody else (D-CB-11)', () => {
    const read = keysOf(endings).filter(ending => needsRecourse(endings[ending]().ticket))
    expect(read).toEqual(['unreached', 'disputed', 'declined'])
    for (const state of ['inProgress', 'callback', 'quietPeriod'] as const satisfies readonly State[])
      expect(needsRecourse(aTicket(state).ticket)).toBe(false)
    expect(needsRecourse({ ...aTicket('inProgress').ticket, dissatisfied: 3 })).toBe(true)
  })
})
