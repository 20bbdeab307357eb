import { aCommand } from '../../../test/builders/commands'
import { aDirectory, aStaffMember, people, staff } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { DeadlineKind } from '../../../types/vocabulary'
import { debtorsOf } from './debtor'

const { steward, clerk, quality } = people
const otherClerk = aStaffMember('clerk-2', { role: 'clerk' })
const everybody = aDirectory([...Object.values(staff), otherClerk])

describe('who can act on a deadline hears of it (D-SLA-22)', () => {
  const debtors = (story: Story, kind: DeadlineKind, directory = everybody) =>
    debtorsOf({ kind, cycle: 1 }, story.ticket, story.ticket.assignment?.personId, directory)

  it('whoever has the ticket; the front desk for what nobody has (D-SLA-15)', () => {
    expect(debtors(aTicket('dispatched'), 'completion')).toEqual(['steward-1'])
    expect(debtors(aTicket('submitted'), 'completion')).toEqual(['clerk-1', 'clerk-2'])
    expect(debtors(aTicket('submitted'), 'completion', aDirectory([staff.manager]))).toEqual(['manager-1'])
  })
  it('verification and callback: those who may verify and call, never who did the work', () => {
    for (const kind of ['verification', 'callback'] as const) {
      expect(debtors(aTicket('completed'), kind)).toEqual(['clerk-1', 'clerk-2'])
      const byClerk = aTicket('dispatched')
        .do(clerk, aCommand('dispatch', { assigneeId: 'clerk-1' }))
        .do(clerk, aCommand('accept'))
        .do(clerk, aCommand('complete'))
      expect(debtors(byClerk, kind)).toEqual(['clerk-2'])
      expect(debtors(byClerk, kind, aDirectory([staff.clerk, staff.manager]))).toEqual(['manager-1'])
      // Handed on since: neither who did it nor who has it now.
      const handed = byClerk.do(people.manager, aCommand('handOver', { toPersonId: 'manager-1' }))
      expect(debtors(handed, kind, aDirectory([staff.clerk, staff.manager, staff.quality]))).toEqual(['quality-1'])
      expect(debtors(handed, kind, aDirectory([staff.clerk, staff.manager]))).toEqual([])
    }
  })
  it('what only a manager can organise: the manager (D-SLA-5)', () => {
    const story = aTicket('inProgress')
    expect(debtors(story, 'organise')).toEqual(['steward-1'])
    const major = story.do(clerk, aCommand('reclassify', { severity: 'major' }))
    expect(debtors(major, 'organise')).toEqual(['manager-1'])
    expect(debtors(major, 'organise', aDirectory([staff.steward]))).toEqual(['steward-1'])
    const escalated = story.do(steward, aCommand('escalate')).do(quality, aCommand('accept'))
    expect(debtors(escalated, 'organise')).toEqual(['quality-1'])
  })
  it('an assist: whoever assists (D-RT-5)', () => {
    const asked = aTicket('inProgress').do(steward, aCommand('assist', { assigneeId: 'guard-1' }))
    expect(debtors(asked, 'assist')).toEqual(['guard-1'])
  })
})
