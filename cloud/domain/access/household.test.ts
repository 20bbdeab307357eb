import { aResident } from '../../../test/builders/people'
import { householdOf, isFamily, ratesAs } from './household'

const filer = aResident('filer')
const [home] = filer.rooms
const livesWith = (id: string) => ({ ...filer, id })
const matter = { household: home?.householdId ?? '', complainants: [{ personId: 'filer' }] }

describe('who follows a matter as one of the family (D-AC-2)', () => {
  it('whoever belongs to the household it is shared with, and not the filer', () => {
    expect(isFamily(livesWith('spouse'), matter)).toBe(true)
    expect(isFamily(filer, matter)).toBe(false)
  })

  it('nobody else: a neighbour, another household of the same room, whoever has moved out, the clock', () => {
    const lodger = {
      ...filer,
      id: 'lodger',
      rooms: filer.rooms.map(room => ({ ...room, householdId: 'of-the-lodger' })),
    }
    for (const person of [aResident('neighbour'), lodger, { ...filer, id: 'gone', rooms: [] }, { ...filer, id: null }])
      expect([person.id, isFamily(person, matter)]).toEqual([person.id, false])
  })

  it('of what is shared with nobody, only the one it was filed for', () => {
    const kept = { complainants: matter.complainants, forFamily: { personId: 'mother', relation: 'parent' as const } }
    expect(isFamily(livesWith('spouse'), kept)).toBe(false)
    expect(isFamily({ ...filer, id: 'mother', rooms: [] }, kept)).toBe(true)
  })
})

it('shares a matter of one’s home, unless it is hidden, kept to oneself, or elsewhere', () => {
  const filing = { placeId: home?.placeId ?? '', hidden: false, keptToOneself: false }
  expect(householdOf(filer, filing)).toBe(home?.householdId)
  expect(householdOf(filer, { ...filing, hidden: true })).toBeNull()
  expect(householdOf(filer, { ...filing, keptToOneself: true })).toBeNull()
  expect(householdOf(filer, { ...filing, placeId: 'garden' })).toBeNull()
  expect(householdOf(filer, { ...filing, placeId: null })).toBeNull()
})

it('gives the one it was filed for the vote of whoever filed it, and everybody else their own', () => {
  const forMother = { ...matter, forFamily: { personId: 'mother', relation: 'parent' as const } }
  expect(ratesAs(livesWith('mother'), forMother)).toBe('filer')
  expect(ratesAs(filer, forMother)).toBe('filer')
  expect(ratesAs(livesWith('spouse'), forMother)).toBe('spouse')
  expect(ratesAs({ ...filer, id: null }, forMother)).toBeNull()
})
