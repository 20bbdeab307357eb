import { byUse, iconOf, leavesOf, searchLeaves } from './categories'

const category = (id: string, name: string, parentId: string | null, hint?: string) => ({
  id,
  name,
  parentId,
  icon: null,
  hint,
})
const tree = [
  category('engineering', '工程维修', null),
  category('leak', '漏水渗水', 'engineering', '请先关总阀'),
  category('lift', '电梯', 'engineering'),
  category('other', '其他', null),
]

test('only leaves can be chosen, with the branch they hang on', () => {
  expect(leavesOf(tree).map(({ id, branch }) => [id, branch])).toEqual([
    ['leak', '工程维修'],
    ['lift', '工程维修'],
    ['other', null],
  ])
})

test('most used first, the rest as the company ordered them', () => {
  expect(byUse(leavesOf(tree), new Map([['other', 2]])).map(({ id }) => id)).toEqual(['other', 'leak', 'lift'])
})

/** With one of the company's own, which only its own words find. */
const all = [...tree, { ...category('screen', '设备设施', null), words: ['广告屏'] }]

test.each([
  ['漏', ['leak']],
  ['工程', ['leak', 'lift']],
  ['总阀', ['leak']],
  [' ', ['leak', 'lift', 'other', 'screen']],
  ['厕所顶上滴水', ['leak']],
  ['货梯', ['lift']],
  ['停水', ['leak', 'lift']],
  ['广告屏', ['screen']],
  ['没有的', []],
])('search for “%s”', (typed, expected) => {
  expect(searchLeaves(leavesOf(all), typed, all).map(({ id }) => id)).toEqual(expected)
})

test('an unknown drawing gets the general sign', () => {
  expect(iconOf('drop')).toBe('water')
  expect(iconOf('spaceship')).toBe('chat')
  expect(iconOf(null)).toBe('chat')
})
