import { hour } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { aTicket } from '../../../test/builders/ticket'
import { timersOf } from '../deadline/timers'
import { openAssists } from './state'

const { steward, clerk, guard, engineer, serviceHead } = people
const asked = () => aTicket('inProgress').do(steward, aCommand('assist', { assigneeId: 'guard-1' }))
const clockOf = (story: ReturnType<typeof asked>, cycle = 1) =>
  timersOf(story.ticket, standardPolicy).find(timer => timer.kind === 'assist' && timer.cycle === cycle)

describe('one department leads, others assist (D-RT-5)', () => {
  it('the lead keeps the ticket, whoever is asked sees it', () => {
    const story = asked()
    expect(story.ticket.assignment?.personId).toBe('steward-1')
    expect(openAssists(story.ticket)).toMatchObject([{ assist: 1, assignment: { personId: 'guard-1' } }])
    expect(story.refusal(guard, aCommand('finishAssist'))).toBeNull()
    expect(aTicket('inProgress').refusal(guard, aCommand('note'))).toBe('notFound')
  })

  it('a department named picks its own person by the rules', () => {
    const story = aTicket('inProgress').do(clerk, aCommand('assist', { departmentId: 'engineering' }))
    expect(story.ticket.assists?.[0]?.assignment).toMatchObject({ departmentId: 'engineering', personId: 'engineer-1' })
  })

  it('the lead says it is done only when all who assist have said so', () => {
    const story = asked()
    expect(story.refusal(steward, aCommand('complete'))).toBe('wrongState')
    const finished = story.do(guard, aCommand('finishAssist'))
    expect(finished.refusal(steward, aCommand('complete'))).toBeNull()
    const cancelled = story.do(steward, aCommand('cancelAssist'))
    expect(cancelled.refusal(steward, aCommand('complete'))).toBeNull()
  })

  it('each has a clock of its own, the policy’s or the one set for it', () => {
    const story = asked().do(steward, aCommand('assist', { assigneeId: 'engineer-1', hours: 2 }))
    expect(clockOf(story, 1)?.dueAt).toBeGreaterThan(story.now + 2 * hour)
    expect(clockOf(story, 2)?.dueAt).toBe(story.now + 2 * hour)
    const done = story.do(engineer, aCommand('finishAssist', { assist: 2 }))
    expect([clockOf(done, 1)?.metAt, clockOf(done, 2)?.metAt]).toEqual([null, done.now])
  })

  it('what runs out is told to whoever assists and their head, not to the lead’s', () => {
    const story = asked()
      .later(60 * 24 * hour)
      .settled()
    const told = story.events('deadlineEscalated').filter(event => event.deadline === 'assist')
    expect(told.length).toBeGreaterThan(0)
    // The security department has no head here: the next one up is told.
    expect(told[0]).toMatchObject({ to: 'serviceManager', recipientIds: ['manager-1'] })
  })

  it('is refused for the lead, for somebody who assists already, for strangers and nobody', () => {
    const assist = (some: object) => asked().refusal(steward, aCommand('assist', { departmentId: undefined, ...some }))
    expect(assist({ assigneeId: 'steward-1' })).toBe('unknownPerson')
    expect(assist({ assigneeId: 'guard-1' })).toBe('unknownPerson')
    expect(assist({ assigneeId: 'nobody' })).toBe('unknownPerson')
    expect(assist({ departmentId: 'nowhere' })).toBe('unknownPerson')
    expect(assist({})).toBe('unknownPerson')
  })

  it('is finished once, by whoever assists or by those above', () => {
    const done = asked().do(guard, aCommand('finishAssist'))
    expect(done.refusal(guard, aCommand('finishAssist'))).toBe('notFound')
    expect(done.refusal(people.manager, aCommand('finishAssist'))).toBe('wrongState')
    expect(asked().refusal(serviceHead, aCommand('finishAssist'))).toBeNull()
    expect(asked().refusal(steward, aCommand('finishAssist'))).toBe('forbidden')
  })

  it('ends with the matter', () => {
    const story = asked().do(people.resident, aCommand('withdraw'))
    expect(clockOf(story)).toMatchObject({ metAt: null, endedAt: story.now, pending: [] })
  })
})
