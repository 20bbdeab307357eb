import { people } from '../../../test/builders/people'
import type { Role } from '../../../types/vocabulary'
import type { Person } from './actor'
import { centersWith, homeCenterOf, officeOf, ownCentersWith } from './centers'

const holding = (...posts: readonly (readonly [Role, string, string[]?])[]): Person => ({
  id: 'somebody',
  name: 'somebody',
  rooms: [],
  posts: posts.map(([role, centerId, reach]) => ({
    role,
    centerId,
    departmentId: null,
    buildingIds: [],
    ...(reach ? { reach } : {}),
  })),
})

describe('in which centers somebody holds a right (D-PO-1)', () => {
  it('every post counts in its own center, quality in all of the company', () => {
    expect(centersWith(people.quality, 'readHealth')).toEqual(['center-1', 'center-2'])
    expect(centersWith(people.supervisor, 'readHealth')).toEqual([])
    expect(centersWith(holding(['admin', 'a'], ['serviceManager', 'b'], ['clerk', 'c']), 'readHealth')).toEqual([
      'a',
      'b',
    ])
    expect(centersWith(holding(['quality', 'a', ['a', 'b']], ['admin', 'b']), 'readHealth')).toEqual(['a', 'b'])
  })

  it('what changes something is done where one holds the post', () => {
    expect(ownCentersWith(holding(['serviceManager', 'a'], ['quality', 'b', ['a', 'b', 'c']]), 'editPolicy')).toEqual([
      'a',
      'b',
    ])
    expect(ownCentersWith(people.quality, 'retryFailed')).toEqual([])
  })

  it('one’s office is where one has to do with tickets; an administrator has none', () => {
    expect(officeOf(holding(['admin', 'a'], ['clerk', 'b']))).toBe('b')
    expect([officeOf(people.admin), officeOf(people.resident), officeOf(people.supervisor)]).toEqual([
      null,
      null,
      'center-1',
    ])
  })

  it('one belongs where one lives, else where one works, else where any post is', () => {
    expect(
      homeCenterOf({ ...holding(['clerk', 'b']), rooms: [{ centerId: 'a', placeId: 'x', householdId: 'h' }] }),
    ).toBe('a')
    expect(homeCenterOf(holding(['admin', 'a'], ['clerk', 'b']))).toBe('b')
    expect([homeCenterOf(people.admin), homeCenterOf(holding())]).toEqual(['center-1', null])
  })
})
