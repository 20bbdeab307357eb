import { hour } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { aDirectory, people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { noticesOf } from './notices'

/** Who is told what by the events that `after` has more than `before`. */
const told = (before: Story, after: Story): readonly string[] =>
  noticesOf(before.ticket, after.history.slice(before.history.length), after.ticket, aDirectory(), standardPolicy).map(
    ({ personId, title }) => `${personId}: ${title}`,
  )

describe('who is told what', () => {
  it('whoever let it lie is told of that, whoever has it now is asked to accept (D-RT-3)', () => {
    const before = aTicket('dispatched')
    const notices = told(before, before.later(2 * hour).settled())
    expect(notices).toContain('steward-1: 接单已超时')
    expect(notices).toContain('service-head: 接单超时，请您关注')
    expect(notices).toContain('steward-2: 新工单，请接单')
    expect(notices).not.toContain('steward-2: 接单已超时')
  })

  it('an assist is between the lead and whoever assists (D-RT-5)', () => {
    const before = aTicket('inProgress')
    const asked = before.do(people.steward, aCommand('assist', { assigneeId: 'guard-1' }))
    expect(told(before, asked)).toEqual(['guard-1: 请您协办'])
    expect(told(asked, asked.do(people.guard, aCommand('finishAssist')))).toEqual(['steward-1: 协办已完成'])
    const late = told(asked, asked.later(240 * hour).settled())
    expect(late).toContain('guard-1: 协办已超时')
    expect(late).not.toContain('steward-1: 协办已超时')
  })

  it('that verification runs late is told to those who may verify, not to the handler (D-SLA-22)', () => {
    const before = aTicket('completed')
    const late = told(before, before.later(240 * hour).settled())
    expect(late).toContain('clerk-1: 验证已超时')
    expect(late.filter(line => line.startsWith('steward-1: 验证'))).toEqual([])
  })

  it('a hand-over is told to the next one and to the resident', () => {
    const before = aTicket('inProgress')
    const after = before.do(people.manager, aCommand('handOver', { toPersonId: 'steward-2' }))
    expect(told(before, after)).toEqual(['steward-2: 移交给您的工单，请接着处理', 'resident-1: 改由steward-2负责'])
  })

  it('what isn’t urgent waits for the morning, an emergency does not', () => {
    const notBefore = (urgency: 'normal' | 'emergency') => {
      const before = aTicket('dispatched', { urgency })
      const after = before.later(14 * hour).do(people.clerk, aCommand('reply'))
      const notices = noticesOf(before.ticket, after.history.slice(-1), after.ticket, aDirectory(), standardPolicy)
      return (notices[0]?.notBefore ?? 0) - after.now
    }
    expect(notBefore('emergency')).toBe(0)
    expect(notBefore('normal')).toBeGreaterThan(7 * hour)
  })
})
