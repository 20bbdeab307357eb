import { actorOf, aStaffMember, people } from '../../../test/builders/people'
import { configuredBy, policyRights, staffRights } from './configuration'
import { planOf, planningPosts } from './staff'

const inEngineering = { centerId: 'center-1', departmentId: 'engineering' }
const inService = { centerId: 'center-1', departmentId: 'service' }
const elsewhere = { centerId: 'center-2', departmentId: 'engineering' }

describe('whose work somebody may plan (D-RT-7)', () => {
  it('managers and administrators plan for the whole center, heads for their department', () => {
    const whole = { centerId: 'center-1', departmentId: null }
    for (const who of [people.manager, people.admin]) expect(planOf(planningPosts(who), [inEngineering])).toEqual(whole)
    const head = planningPosts(people.engineeringHead)
    expect(planOf(head, [inEngineering])).toEqual(inEngineering)
    expect(planOf(head, [inService])).toBeNull()
    expect(planOf(head, [inService, inEngineering])).toEqual(inEngineering)
  })

  it('nobody plans for another center, or without such a post', () => {
    expect(planOf(planningPosts(people.manager), [elsewhere])).toBeNull()
    expect(planningPosts(people.manager, 'center-2')).toEqual([])
    for (const who of [people.clerk, people.quality, people.supervisor, people.resident])
      expect(planningPosts(who)).toEqual([])
  })
})

describe('where somebody configures (D-PO-1)', () => {
  it('managers change their center, supervisors and quality read all of the company', () => {
    expect(configuredBy(people.manager, policyRights)).toEqual({ centerId: 'center-1', editable: true })
    expect(configuredBy(people.manager, policyRights, 'center-2')).toBeNull()
    expect(configuredBy(people.quality, policyRights, 'center-2')).toEqual({ centerId: 'center-2', editable: false })
    expect(configuredBy(people.supervisor, policyRights)).toEqual({ centerId: 'center-1', editable: false })
    expect(configuredBy(people.clerk, policyRights)).toBeNull()
  })

  it('unasked, where something may be changed comes before where it may only be read', () => {
    const posts = [
      ...actorOf(aStaffMember('x', { role: 'clerk' }), 'center-1').posts,
      ...actorOf(aStaffMember('x', { role: 'admin' }), 'center-2').posts,
    ]
    expect(configuredBy({ posts }, staffRights)).toEqual({ centerId: 'center-2', editable: true })
    expect(configuredBy({ posts }, staffRights, 'center-1')).toEqual({ centerId: 'center-1', editable: false })
  })
})
