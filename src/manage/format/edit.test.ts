import { freeId, inserted, moved, omitted, replaced, toggled, without } from './edit'

describe('lists', () => {
  it('are changed by making new ones', () => {
    const list = ['a', 'b', 'c']
    expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(list, 0, 3)).toEqual(list)
    expect(replaced(list, 1, 'x')).toEqual(['a', 'x', 'c'])
    expect(without(list, 1)).toEqual(['a', 'c'])
    expect(inserted(list, 2, 'x')).toEqual(['a', 'b', 'x', 'c'])
    expect(toggled(toggled(list, 'b'), 'b')).toEqual(['a', 'c', 'b'])
    expect(omitted({ a: 1, b: 2 }, 'a')).toEqual({ b: 2 })
    expect(freeId('calendar', ['calendar-2', 'office'])).toBe('calendar-3')
    expect(list).toEqual(['a', 'b', 'c'])
  })
})
