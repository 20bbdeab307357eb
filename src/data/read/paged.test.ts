import { extended, largestPage, pageSize, refreshed, refreshLimit, type ShownList } from './paged'

const idOf = (item: string) => item
const list = (items: string[], nextCursor: string | null = 'next', kept = false): ShownList<string> => ({
  items,
  nextCursor,
  kept,
})
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `item-${index}`)

test('a refreshed list asks for as many as are shown, within one page and one request', () => {
  expect(refreshLimit(undefined)).toBe(pageSize)
  expect(refreshLimit(list(numbered(3)))).toBe(pageSize)
  expect(refreshLimit(list(numbered(35)))).toBe(35)
  expect(refreshLimit(list(numbered(80)))).toBe(largestPage)
})

test('what the device kept is no reason to ask for more', () => {
  expect(refreshLimit(list(numbered(35), null, true))).toBe(pageSize)
})

test('what lies beyond the part that was read again stays, with its own cursor', () => {
  expect(
    refreshed(list(['a', 'b', 'c', 'd'], 'after-d'), { items: ['new', 'a'], nextCursor: 'after-a' }, 2, idOf),
  ).toEqual(list(['new', 'a', 'c', 'd'], 'after-d'))
})

test('what moved up from beyond is shown once', () => {
  expect(refreshed(list(['a', 'b', 'c'], 'after-c'), { items: ['c', 'a'], nextCursor: 'after-a' }, 2, idOf)).toEqual(
    list(['c', 'a'], 'after-a'),
  )
})

test('the server’s first answer takes the place of what the device kept', () => {
  const kept = list(numbered(pageSize), null, true)
  expect(refreshed(kept, { items: ['a'], nextCursor: null }, pageSize, idOf)).toEqual(list(['a'], null))
  expect(refreshed(undefined, { items: ['a'], nextCursor: null }, pageSize, idOf)).toEqual(list(['a'], null))
})

test('the next page goes to the end, without what had moved down into it', () => {
  expect(extended(list(['a', 'b'], 'after-b'), { items: ['b', 'c'], nextCursor: null }, idOf)).toEqual(
    list(['a', 'b', 'c'], null),
  )
})
