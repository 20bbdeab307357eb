import { proposalWords } from './proposal-words'

const danger = { urgency: 'emergency', why: '说到“被困”，可能有危险' } as const

test('nothing chosen: as what it will be filed, and why', () => {
  expect(proposalWords(danger, null)).toBe('不选就按“紧急”登记：说到“被困”，可能有危险')
  expect(proposalWords({ urgency: 'normal', why: null }, null)).toBe('不选就按“一般”登记')
})

test('something else chosen: what the rules would say; the choice stands', () => {
  expect(proposalWords(danger, 'normal')).toBe('建议选“紧急”：说到“被困”，可能有危险')
  expect(proposalWords(danger, 'emergency')).toBeNull()
  expect(proposalWords({ urgency: 'normal', why: null }, 'urgent')).toBeNull()
})
