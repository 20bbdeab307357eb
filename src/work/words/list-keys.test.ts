import { listKeyOf, neighbour } from './list-keys'

describe('keys', () => {
  const pressed = (key: string, part = {}) =>
    listKeyOf({ key, altKey: false, ctrlKey: false, metaKey: false, tagName: 'BODY', ...part })

  it('move, open and search', () => {
    expect(['ArrowUp', 'ArrowDown', 'Enter', '/', 'a'].map(key => pressed(key))).toEqual([
      'up',
      'down',
      'open',
      'search',
      null,
    ])
  })

  it('are letters while one types', () => {
    expect(pressed('/', { tagName: 'TEXTAREA' })).toBeNull()
    expect(pressed('ArrowDown', { tagName: 'SELECT' })).toBeNull()
  })

  it('belong to the browser together with another key, and to a button that has the focus', () => {
    expect(pressed('ArrowUp', { altKey: true })).toBeNull()
    expect(pressed('Enter', { tagName: 'BUTTON' })).toBeNull()
  })

  it('go to the neighbour and stop at the ends', () => {
    const ids = ['a', 'b', 'c']
    expect(neighbour(ids, null, 'down')).toBe('a')
    expect(neighbour(ids, 'b', 'down')).toBe('c')
    expect(neighbour(ids, 'c', 'down')).toBe('c')
    expect(neighbour(ids, 'a', 'up')).toBe('a')
    expect(neighbour(ids, 'gone', 'up')).toBe('a')
    expect(neighbour([], 'a', 'down')).toBeNull()
  })
})
