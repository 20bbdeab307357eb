import { people } from '../../../test/builders/people'
import { isAmong } from './callers'
import { alwaysRecords, filingCenterOf, mayName, recordsIn } from './filing'

const room = { kind: 'room', centerId: 'center-1', id: 'room-of-resident-2' } as const

describe('who may file, and name which place', () => {
  it('whoever works for the residents records for them; supervisors and administrators do not (D-IN-1)', () => {
    for (const who of [people.steward, people.engineer, people.clerk, people.assistant, people.manager, people.quality])
      expect(recordsIn(who, 'center-1')).toBe(true)
    for (const who of [people.supervisor, people.admin, people.resident, people.clerkElsewhere])
      expect(recordsIn(who, 'center-1')).toBe(false)
    expect([recordsIn(people.quality, 'center-2'), recordsIn(people.clerk, 'center-2')]).toEqual([true, false])
  })

  it('a neighbour’s room is unknown, what is everybody’s is not', () => {
    expect(
      [people.neighbour, people.resident, people.steward, people.supervisor].map(who => mayName(who, room)),
    ).toEqual([true, false, true, false])
    for (const kind of ['estate', 'building', 'publicArea'] as const)
      expect(mayName(people.resident, { ...room, kind })).toBe(true)
    expect(mayName(people.neighbour, { ...room, kind: 'unit', id: 'unit-1' })).toBe(false)
  })

  it('goes to one’s home, what is recorded to one’s office', () => {
    const atHome = { ...people.clerkElsewhere, rooms: people.resident.rooms }
    expect([filingCenterOf(atHome, false), filingCenterOf(atHome, true)]).toEqual(['center-1', 'center-2'])
    expect([filingCenterOf(people.resident, true), filingCenterOf(people.admin, true)]).toEqual(['center-1', null])
    expect([alwaysRecords(people.clerk), alwaysRecords(atHome), alwaysRecords(people.admin)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('whom an action is for', () => {
  it('posts by name, residents by their rooms or by having no post', () => {
    expect(isAmong(people.clerk, ['serviceManager', 'clerk'])).toBe(true)
    expect(isAmong(people.clerk, ['resident', 'serviceManager'])).toBe(false)
    expect(isAmong({ ...people.admin, rooms: people.resident.rooms }, ['resident'])).toBe(true)
    expect(isAmong({ ...people.resident, rooms: [] }, ['resident'])).toBe(true)
    expect(isAmong(people.admin, ['signedIn'])).toBe(true)
    expect(isAmong(people.admin, [])).toBe(false)
  })
})
