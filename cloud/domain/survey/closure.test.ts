import { someAnswers } from '../../../test/builders/commands'
import { aDirectory, aStaffMember, staff } from '../../../test/builders/people'
import { aTicket } from '../../../test/builders/ticket'
import { surveyReasonLabels } from '../../../types/vocabulary'
import { dissatisfactionOf, reopenedTo } from './closure'

describe('who takes a reopened ticket (D-CB-3)', () => {
  const { ticket } = aTicket('callback')
  const led = (personId: string, departmentId: string | null = 'service') => ({
    ...ticket,
    assignment: { personId, personName: personId, departmentId },
  })
  const second = (personId: string, members = Object.values<(typeof staff)[keyof typeof staff]>(staff)) =>
    reopenedTo(led(personId), 2, aDirectory(members))?.personId

  it('the second time one level above whoever had it', () => {
    expect(second('steward-1')).toBe('service-head')
    expect(second('service-head')).toBe('manager-1')
    expect(second('manager-1')).toBe('quality-1')
    expect(second('quality-1')).toBe('quality-1')
  })
  it('another head of the same department is no level up', () => {
    const members = [
      ...Object.values(staff),
      aStaffMember('service-head-2', { role: 'departmentHead', departmentId: 'service' }),
    ]
    expect(reopenedTo(led('service-head'), 2, aDirectory(members))?.personId).toBe('manager-1')
  })
  it('a missing level is passed over, and the third goes to the highest there is', () => {
    const small = aDirectory([staff.steward, staff.manager])
    expect(reopenedTo(led('steward-1'), 2, small)?.personId).toBe('manager-1')
    expect(reopenedTo(led('steward-1'), 3, small)?.personId).toBe('manager-1')
    expect(reopenedTo(led('steward-1'), 3, aDirectory([staff.steward]))?.personId).toBe('steward-1')
  })
  it('nobody for a ticket nobody had and nobody answers for', () => {
    expect(reopenedTo({ ...aTicket('submitted').ticket, dissatisfied: 0 }, 1, aDirectory([staff.clerk]))).toBeNull()
  })
})

describe('why it was reopened', () => {
  it('in the complainant’s choices and words', () => {
    const said = (some: Parameters<typeof someAnswers>[0]) => dissatisfactionOf(someAnswers(some), surveyReasonLabels)
    expect(said({ result: 1 })).toBe('对结果不满意')
    expect(said({ solved: false, reasons: ['slow', 'mess'], text: '地板湿了' })).toBe(
      '问题没有解决；太慢了；现场没有收拾；地板湿了',
    )
  })
})
