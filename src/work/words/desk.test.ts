import { stateLabels } from '../../../types/vocabulary'
import { categoryOptions, countFilters, filterQuery, noFilters, stages } from './filters'
import { keyStep, neighbour } from './key-step'

describe('filters', () => {
  it('leave out what is not set, so that the same list has the same name', () => {
    expect(filterQuery(noFilters)).toEqual({})
    expect(filterQuery({ text: ' ', urgency: undefined })).toEqual({})
    expect(filterQuery({ text: ' 漏水 ', urgency: 'urgent', stage: 'working' })).toEqual({
      text: '漏水',
      urgency: 'urgent',
      states: ['inProgress', 'proposed', 'agreed'],
    })
  })

  it('are counted without the search', () => {
    expect(countFilters({ text: '漏水', kind: 'complaint', urgency: undefined })).toBe(1)
  })

  it('have a stage for every state, and only one', () => {
    const covered = Object.values(stages).flatMap(({ states }) => [...states])
    expect([...covered].sort()).toEqual(Object.keys(stateLabels).sort())
  })

  it('show leaves set in under their root', () => {
    const tree = [
      { id: 'repair', name: '工程维修', parentId: null },
      { id: 'other', name: '其他', parentId: null },
      { id: 'lift', name: '电梯', parentId: 'repair' },
    ]
    expect(categoryOptions(tree)).toEqual([
      { id: 'repair', word: '工程维修' },
      { id: 'lift', word: '\u3000电梯' },
      { id: 'other', word: '其他' },
    ])
  })
})

describe('keys', () => {
  const pressed = (key: string, part = {}) =>
    keyStep({ key, altKey: false, ctrlKey: false, metaKey: false, tagName: 'BODY', ...part })

  it('move, open, search and leave', () => {
    expect(['ArrowUp', 'ArrowDown', 'Enter', '/', 'Escape', 'a'].map(key => pressed(key))).toEqual([
      'up',
      'down',
      'open',
      'search',
      'leave',
      null,
    ])
  })

  it('are letters while one types', () => {
    expect(pressed('/', { tagName: 'TEXTAREA' })).toBeNull()
    expect(pressed('ArrowDown', { tagName: 'SELECT' })).toBeNull()
    expect(pressed('Escape', { tagName: 'INPUT' })).toBe('leave')
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
