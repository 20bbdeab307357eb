import { monday9 } from '../../../test/builders/clock'
import { someAnswers } from '../../../test/builders/commands'
import { aDirectory, aStaffMember, people, staff } from '../../../test/builders/people'
import { aContext, aTicket } from '../../../test/builders/ticket'
import { surveyReasonLabels } from '../../../types/vocabulary'
import type { Directory } from '../routing/directory'
import { routingInput } from '../ticket/decide-routing'
import type { Ticket } from '../ticket/state'
import type { Workload } from '../workload/workload'
import { dissatisfactionOf, reopenedTo } from './closure'

const takes = (
  ticket: Ticket,
  dissatisfied: number,
  directory: Directory,
  workloads: ReadonlyMap<string, Workload> = new Map(),
) =>
  reopenedTo(ticket, dissatisfied, routingInput(ticket, aContext(people.resident, monday9, { directory, workloads })))
    ?.personId

describe('who takes a reopened ticket (D-CB-3)', () => {
  const { ticket } = aTicket('callback')
  const led = (personId: string, departmentId: string | null = 'service') => ({
    ...ticket,
    assignment: { personId, personName: personId, departmentId },
  })
  const second = (personId: string, members = Object.values<(typeof staff)[keyof typeof staff]>(staff)) =>
    takes(led(personId), 2, aDirectory(members))

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
    expect(takes(led('service-head'), 2, aDirectory(members))).toBe('manager-1')
  })
  it('a missing level is passed over, and the third goes to the highest there is', () => {
    const small = aDirectory([staff.steward, staff.manager])
    expect(takes(led('steward-1'), 2, small)).toBe('manager-1')
    expect(takes(led('steward-1'), 3, small)).toBe('manager-1')
    expect(takes(led('steward-1'), 3, aDirectory([staff.steward]))).toBe('steward-1')
  })
  it('nobody for a ticket nobody had and nobody answers for', () => {
    expect(takes({ ...aTicket('submitted').ticket, dissatisfied: 0 }, 1, aDirectory([staff.clerk]))).toBeUndefined()
  })
  it('within the level whoever is there and carries least (D-HD-9)', () => {
    const away = { leave: [{ from: '2026-03-01', to: '2026-03-31' }] }
    const heads = aDirectory([
      staff.steward,
      aStaffMember('head-a', { role: 'departmentHead', departmentId: 'service', ...away }),
      aStaffMember('head-b', { role: 'departmentHead', departmentId: 'service' }),
      staff.manager,
    ])
    expect(takes(led('steward-1'), 2, heads)).toBe('head-b')
    const both = aDirectory([staff.steward, staff.quality, aStaffMember('quality-2', { role: 'quality' })])
    const busy = new Map([['quality-1', { weight: 8, lastAssignedAt: monday9 }]])
    expect(takes(led('steward-1'), 3, both, busy)).toBe('quality-2')
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
