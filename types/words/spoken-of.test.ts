import { spokenOf, type Findable } from './spoken-of'

test('the words of a list of categories are gathered once, however many filings ask (D-CL-4)', () => {
  let gathered = 0
  const category = {
    id: 'pond',
    parentId: null,
    get words() {
      gathered += 1
      return ['池塘']
    },
  }
  const categories: readonly Findable[] = [category]
  for (const text of ['池塘里有垃圾', '池塘的水臭了', '没有什么'])
    expect(spokenOf(text, categories).map(({ words }) => words)).toEqual(text.includes('池塘') ? [['池塘']] : [])
  expect(gathered).toBe(1)
  // Another list, as after a change of the policy, is another matter.
  spokenOf('池塘', [category])
  expect(gathered).toBe(2)
})
