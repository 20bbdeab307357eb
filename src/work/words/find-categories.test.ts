import { categoryPath, findCategories, leavesOf, rootOf, rootsOf } from './find-categories'

describe('categories', () => {
  const tree = [
    { id: 'repair', name: '工程维修', parentId: null },
    { id: 'lift', name: '电梯', parentId: 'repair', hint: '困人请直接打电话' },
    { id: 'leak', name: '漏水', parentId: 'repair' },
    { id: 'other', name: '其他', parentId: null },
  ]

  it('are a tree', () => {
    expect(rootsOf(tree).map(({ id }) => id)).toEqual(['repair', 'other'])
    expect(leavesOf(tree, 'repair').map(({ id }) => id)).toEqual(['lift', 'leak'])
    expect(rootOf(tree, 'leak')).toBe('repair')
    expect(rootOf(tree, 'gone')).toBeUndefined()
    expect(categoryPath(tree, 'leak')).toBe('工程维修 · 漏水')
    expect(categoryPath(tree, 'gone')).toBe('原来的类别')
  })

  it('are found by name, by hint and by what they belong to', () => {
    expect(findCategories(tree, '漏').map(({ id }) => id)).toEqual(['leak'])
    expect(findCategories(tree, '困人').map(({ id }) => id)).toEqual(['lift'])
    expect(findCategories(tree, '维修').map(({ id }) => id)).toEqual(['lift', 'leak'])
    expect(findCategories(tree, ' ')).toEqual([])
  })
})
