import { mayReplace, residentsWords } from './residents'

const owner = { personId: 'p-1', name: '王一', relation: 'owner' } as const

test('who lives in a room is told with what they are there', () => {
  expect(residentsWords([owner, { personId: 'p-2', name: '王二', relation: 'family' }])).toBe(
    '王一（业主）、王二（家属）',
  )
  expect(residentsWords([])).toBe('没有')
})

test('a room changes hands only from an owner to an owner (D-OR-2)', () => {
  expect(mayReplace('owner', [owner])).toBe(true)
  expect(mayReplace('tenant', [owner])).toBe(false)
  expect(mayReplace('owner', [])).toBe(false)
})
