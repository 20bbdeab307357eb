import { standardPolicy } from '../../../test/builders/policy'
import { categoryPath, findCategories, leavesOf, rootOf, rootsOf } from './find-categories'

const defaultTree = standardPolicy.policy.categories

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

  it.each([
    ['灯', 'lighting'],
    ['车位', 'parking'],
    ['狗', 'pets'],
    ['吵', 'noise'],
    ['厕所', 'pipe'],
    ['保安', 'attitude'],
    ['物业费', 'billing'],
    ['跳闸', 'power'],
    ['楼上半夜跑来跑去', 'noise'],
  ])('are found by everyday words: %s', (typed, first) => {
    const withoutWords = defaultTree.map(({ id, name, parentId }) => ({ id, name, parentId }))
    expect(findCategories(withoutWords, typed)[0]?.id).toBe(first)
  })

  it("are found by the company's own words, below a branch too", () => {
    const own = { id: 'screen', name: '设备设施', parentId: null, words: ['广告屏'] }
    expect(findCategories([...tree, own], '广告屏').map(({ id }) => id)).toEqual(['screen'])
    const branch = tree.map(node => (node.id === 'repair' ? { ...node, words: ['停水'] } : node))
    expect(findCategories(branch, '停水').map(({ id }) => id)).toEqual(['lift', 'leak'])
  })
})
