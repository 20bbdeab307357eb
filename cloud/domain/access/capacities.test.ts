import { actorOf, aStaffMember, people, staff } from '../../../test/builders/people'
import { clockActor } from './actor'
import { type TicketPeople, capacities } from './capacities'

const ticket: TicketPeople = {
  centerId: 'center-1',
  complainants: [
    { personId: 'resident-1', withdrawnAt: null },
    { personId: 'resident-2', withdrawnAt: null },
  ],
  buildingId: 'b1',
  assignment: { personId: 'engineer-1', departmentId: 'engineering' },
}
const of = (name: keyof typeof people, some: Partial<TicketPeople> = {}) => [
  ...capacities(people[name], { ...ticket, ...some }),
]

describe('what somebody is to a ticket (docs/rules.md, Posts)', () => {
  it('residents: filer, one who joined, stranger', () => {
    expect([of('resident'), of('neighbour'), of('stranger')]).toEqual([['filer', 'complainant'], ['complainant'], []])
  })
  it('stewards by building, handlers and heads by department', () => {
    expect([of('steward'), of('otherSteward'), of('steward', { buildingId: null })]).toEqual([['steward'], [], []])
    expect([of('engineer'), of('otherEngineer'), of('guard')]).toEqual([['assignee', 'handler'], ['handler'], []])
    expect([of('engineeringHead'), of('serviceHead')]).toEqual([['departmentHead'], []])
    expect(of('engineeringHead', { assignment: null })).toEqual([])
  })
  it('the desk by center, quality and supervisors all over their company, an admin nowhere', () => {
    expect([of('clerk'), of('assistant'), of('manager')]).toEqual([['clerk'], ['assistant'], ['serviceManager']])
    const elsewhere = { centerId: 'center-2' }
    expect([of('clerk', elsewhere), of('manager', elsewhere), of('steward', elsewhere)]).toEqual([[], [], []])
    expect([of('quality', elsewhere), of('supervisor', elsewhere)]).toEqual([['quality'], ['supervisor']])
    const ofAnother = { centerId: 'center-x' }
    expect([of('quality', ofAnother), of('supervisor', ofAnother)]).toEqual([[], []])
    expect(of('admin')).toEqual([])
  })
  it('several posts add up', () => {
    const both = {
      ...actorOf(staff.steward),
      posts: [...people.steward.posts, ...people.clerk.posts, ...people.admin.posts],
    }
    expect([...capacities(both, ticket)]).toEqual(['steward', 'clerk'])
  })
  it('the desk speaks for a complainant without an account (D-IN-1), others do not', () => {
    const byPhone = { complainants: [{ personId: null, withdrawnAt: null }] }
    expect(of('clerk', byPhone)).toEqual(['clerk', 'filer', 'complainant'])
    expect(of('manager', byPhone)).toEqual(['serviceManager', 'filer', 'complainant'])
    expect(of('engineer', byPhone)).toEqual(['assignee', 'handler'])
  })
  it('the desk goes on speaking for somebody with an account who reported by telephone (D-IN-2)', () => {
    const phoned = { complainants: [{ personId: 'resident-1', withdrawnAt: null, byStaff: true as const }] }
    expect(of('clerk', phoned)).toEqual(['clerk', 'filer', 'complainant'])
    expect(of('resident', phoned)).toEqual(['filer', 'complainant'])
    expect(of('assistant', phoned)).toEqual(['assistant'])
  })
  it('the clock is the clock, and a resident’s post gives nothing', () => {
    expect([...capacities(clockActor, ticket)]).toEqual(['system'])
    expect([...capacities(actorOf(aStaffMember('x', { role: 'resident' })), ticket)]).toEqual([])
  })
})
