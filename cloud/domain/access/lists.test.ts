import { actorOf, aStaffMember, people, staff } from '../../../test/builders/people'
import type { Actor, Person } from './actor'
import { listScopeOf, listScopesOf, watchedBy } from './lists'

const person = (actor: Actor): Person => ({ ...actor, id: actor.id ?? 'nobody' })
const both = (one: Actor, other: Actor): Person => person({ ...one, posts: [...one.posts, ...other.posts] })
const elsewhere = actorOf(aStaffMember('x', { role: 'clerk' }), 'center-2')

describe('what somebody may list (D-PO-1)', () => {
  it('the desk and whoever is above it list the whole center', () => {
    for (const who of [people.clerk, people.assistant, people.manager, people.quality, people.supervisor])
      expect(listScopeOf(person(who), 'center-1')).toEqual({ centerId: 'center-1', all: true })
  })

  it('stewards list their buildings, handlers and heads their department', () => {
    const own = { centerId: 'center-1', all: false, headOf: [], departmentIds: [], buildingIds: [] }
    expect(listScopeOf(person(people.steward), 'center-1')).toEqual({
      ...own,
      personId: 'steward-1',
      buildingIds: ['b1'],
    })
    expect(listScopeOf(person(people.engineer), 'center-1')).toEqual({
      ...own,
      personId: 'engineer-1',
      departmentIds: ['engineering'],
    })
    expect(listScopeOf(person(people.engineeringHead), 'center-1')).toEqual({
      ...own,
      personId: 'engineering-head',
      departmentIds: ['engineering'],
      headOf: ['engineering'],
    })
  })

  it('administrators, residents and people of other centers list nothing', () => {
    for (const who of [people.admin, people.resident, people.clerkElsewhere])
      expect(listScopeOf(person(who), 'center-1')).toBeNull()
  })

  it('quality and supervisors list every center of their company, or the one they name', () => {
    for (const who of [people.quality, people.supervisor]) {
      expect(listScopesOf(person(who)).map(({ centerId }) => centerId)).toEqual(['center-1', 'center-2'])
      expect(listScopesOf(person(who), 'center-2')).toEqual([{ centerId: 'center-2', all: true }])
      expect(listScopesOf(person(who), 'center-x')).toEqual([])
    }
    expect(listScopesOf(both(people.steward, elsewhere)).map(({ centerId, all }) => [centerId, all])).toEqual([
      ['center-1', false],
      ['center-2', true],
    ])
  })
})

describe('what somebody watches (D-PO-1)', () => {
  it('whole centers, or a department of one', () => {
    expect(watchedBy(person(people.manager))).toEqual([{ centerId: 'center-1', departmentIds: null }])
    expect(watchedBy(person(people.serviceHead))).toEqual([{ centerId: 'center-1', departmentIds: ['service'] }])
    expect(watchedBy(person(people.quality)).map(({ centerId }) => centerId)).toEqual(['center-1', 'center-2'])
    expect([watchedBy(person(people.clerk)), watchedBy(person(people.admin))]).toEqual([[], []])
  })

  it('a head’s department is in the whole center of a manager', () => {
    expect(watchedBy(both(people.serviceHead, people.manager))).toEqual([{ centerId: 'center-1', departmentIds: null }])
    expect(watchedBy(both(people.serviceHead, actorOf(staff.engineeringHead)))).toEqual([
      { centerId: 'center-1', departmentIds: ['service', 'engineering'] },
    ])
  })

  it('of it, what is in the center named', () => {
    expect(watchedBy(person(people.quality), 'center-2')).toEqual([{ centerId: 'center-2', departmentIds: null }])
    expect(watchedBy(person(people.manager), 'center-2')).toEqual([])
  })
})
