import { placeForStaff, placeInstead } from './places'

const building = { id: 'b3', fullName: '3 栋' }
const hidden = { place: { kind: 'room' }, building, identityHidden: true, roomMayBeKnown: false } as const

describe('what staff may know of a place that leads to somebody hidden (D-IN-3)', () => {
  it('the building in place of the room', () => {
    expect(placeInstead(hidden)).toEqual({ placeId: 'b3', name: '3 栋' })
    expect(placeInstead({ ...hidden, place: { kind: 'unit' } })).toEqual({ placeId: 'b3', name: '3 栋' })
  })

  it('nothing, where no building is known: words may name a room too', () => {
    const unsaid = { placeId: null, name: '具体位置未公开' }
    expect(placeInstead({ ...hidden, building: null })).toEqual(unsaid)
    expect(placeInstead({ ...hidden, place: null, building: null })).toEqual(unsaid)
  })

  it('the place itself where it is everybody’s, where nobody is hidden, or where the filer says so', () => {
    for (const kind of ['estate', 'building', 'publicArea'] as const)
      expect(placeInstead({ ...hidden, place: { kind } })).toBeNull()
    expect(placeInstead({ ...hidden, identityHidden: false })).toBeNull()
    expect(placeInstead({ ...hidden, roomMayBeKnown: true })).toBeNull()
  })

  it('is what staff read', () => {
    const ticket = { placeId: 'r', placeName: '3 栋 502' }
    expect(placeForStaff(ticket)).toEqual({ placeId: 'r', name: '3 栋 502' })
    expect(placeForStaff({ ...ticket, placeInstead: { placeId: 'b3', name: '3 栋' } }).name).toBe('3 栋')
  })
})
