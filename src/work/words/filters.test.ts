import { stateLabels } from '../../../types/vocabulary'
import { categoryOptions, countFilters, filterQuery, noFilters, stages } from './filters'

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
