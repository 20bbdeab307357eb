import { byKind, byPerson } from './findings'

const counted = [
  { kind: 'ownCallback', personId: 'b', personName: '乙', count: 1 },
  { kind: 'secondAnswer', personId: null, personName: null, count: 9 },
  { kind: 'ownExemption', personId: 'a', personName: '甲', count: 2 },
  { kind: 'ownCallback', personId: 'a', personName: '甲', count: 3 },
] as const

it('counts by kind, over everybody', () => {
  expect(byKind(counted)).toMatchObject({ ownCallback: 4, ownExemption: 2, secondAnswer: 9, lateAnswer: 0 })
})
it('counts by person, whoever tried most often first, and residents together at the end', () => {
  expect(byPerson(counted).map(({ personName, count }) => [personName, count])).toEqual([
    ['甲', 5],
    ['乙', 1],
    [null, 9],
  ])
  expect(byPerson(counted)[0]?.kinds).toMatchObject({ ownCallback: 3, ownExemption: 2 })
  expect(byPerson([])).toEqual([])
})
