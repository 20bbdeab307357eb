import * as fc from 'fast-check'
import type { Question } from '../../../types/contract/questionnaire'
import { type CountedAnswer, besideBefore, reportOf, withheldParts } from './report'

const questions: readonly Question[] = [
  { id: 'clean', type: 'rating', words: '楼道干净吗？' },
  { id: 'safe', type: 'yesNo', words: '晚上放心吗？' },
  { id: 'why', type: 'text', words: '哪里不干净？', onlyIf: { question: 'clean', is: [1, 2] } },
  {
    id: 'first',
    type: 'choice',
    words: '先做哪一样？',
    options: [
      { id: 'lift', words: '电梯' },
      { id: 'gate', words: '门禁' },
    ],
  },
]

const answered = (buildingId: string, clean: number, some: CountedAnswer['answers'] = {}): CountedAnswer => ({
  buildingId,
  tenure: 'long',
  answers: { clean, ...some },
})

const buildings = [
  { key: 'b1', name: '1号楼' },
  { key: 'b2', name: '2号楼' },
  { key: 'b3', name: '3号楼' },
]

const many = (count: number, buildingId: string, clean: number) =>
  Array.from({ length: count }, () => answered(buildingId, clean))

test('a rating: distribution, mean, share with its interval, and what those who are silent could make of it', () => {
  const answers = [...many(6, 'b1', 5), ...many(5, 'b2', 2), answered('b2', 4)]
  const [clean] = reportOf(questions, answers, { asked: 20, buildings })
  expect(clean).toMatchObject({
    of: 12,
    withheld: false,
    ofAll: true,
    mean: 44 / 12,
    bounds: { low: 7 / 20, high: 15 / 20 },
  })
  expect(clean?.answers.map(({ key, count }) => [key, count])).toEqual([
    ['5', 6],
    ['4', 1],
    ['3', 0],
    ['2', 5],
    ['1', 0],
  ])
  expect(clean?.satisfied?.share).toBeCloseTo(7 / 12)
  expect(clean?.satisfied?.low).toBeCloseTo(0.3195, 3)
  expect(clean?.byBuilding.map(({ name, of, withheld }) => [name, of, withheld])).toEqual([
    ['1号楼', 6, false],
    ['2号楼', 6, false],
  ])
})

test('fewer than five answers show nothing of themselves, whole or in part (D-CB-5)', () => {
  const few = reportOf(questions, [...many(2, 'b1', 5), answered('b2', 1, { why: '一楼' })], { asked: 9, buildings })
  for (const question of few)
    expect(question).toMatchObject({ satisfied: null, mean: null, bounds: null, texts: [], withheld: question.of > 0 })
  expect(few.flatMap(({ answers }) => answers.map(({ count }) => count)).every(count => count === 0)).toBe(true)
})

test('a part that could be reckoned from the others is withheld with the next smallest', () => {
  expect([
    ...withheldParts(
      new Map([
        ['a', 3],
        ['b', 6],
        ['c', 9],
      ]),
    ),
  ]).toEqual(['a', 'b'])
  expect([
    ...withheldParts(
      new Map([
        ['a', 3],
        ['b', 2],
        ['c', 9],
      ]),
    ),
  ]).toEqual(['b', 'a'])
  expect([
    ...withheldParts(
      new Map([
        ['a', 5],
        ['b', 0],
        ['c', 9],
      ]),
    ),
  ]).toEqual([])
})

test('whatever is withheld together is five answers or more, or all there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 8 }), counts => {
      const parts = new Map(counts.map((of, index) => [String(index), of]))
      const withheld = withheldParts(parts)
      const hidden = [...withheld].reduce((sum, key) => sum + (parts.get(key) ?? 0), 0)
      const all = counts.reduce((sum, of) => sum + of, 0)
      expect(withheld.size === 0 || hidden >= 5 || hidden === all).toBe(true)
      for (const [key, of] of parts) if (of > 0 && of < 5) expect(withheld.has(key)).toBe(true)
    }),
  )
})

test('what is not put to everybody has no bounds, and its texts stand in no order of coming', () => {
  const texts = ['五楼', '一楼', '车库']
  const answers = [
    ...texts.map(why => answered('b1', 1, { why })),
    ...many(3, 'b1', 2).map(one => ({ ...one, answers: { ...one.answers, why: '楼梯' } })),
  ]
  const why = reportOf(questions, answers, { asked: 50, buildings }).find(({ id }) => id === 'why')
  expect(why).toMatchObject({ of: 6, ofAll: false, bounds: null, satisfied: null })
  expect(why?.texts).toEqual([...(why?.texts ?? [])].sort())
})

test('a change says how sure it is, and a question that was not asked before has none', () => {
  const report = (good: number, of: number) =>
    reportOf(questions, [...many(good, 'b1', 5), ...many(of - good, 'b1', 1)], { asked: of, buildings })
  const [clean, safe] = besideBefore(report(56, 70), report(48, 80))
  expect(clean?.before?.of).toBe(80)
  // Example (a) of Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10.
  expect(clean?.change?.share).toBeCloseTo(0.2)
  expect(clean?.change?.low).toBeCloseTo(0.0524, 4)
  expect(clean?.change?.high).toBeCloseTo(0.3339, 4)
  expect(safe?.change).toBeNull()
})

test('the same answers in any order give the same report', () => {
  const answer = fc.record({
    buildingId: fc.constantFrom('b1', 'b2', 'b3'),
    tenure: fc.constantFrom('new' as const, 'long' as const),
    answers: fc.record({
      clean: fc.integer({ min: 1, max: 5 }),
      safe: fc.boolean(),
      first: fc.constantFrom('lift', 'gate'),
    }),
  })
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), answers => {
      const options = { asked: 100, buildings }
      const report = reportOf(questions, answers, options)
      const again = reportOf(questions, [...answers].reverse(), options)
      const rounded = (one: typeof report) =>
        JSON.parse(JSON.stringify(one), (_key, value: unknown) =>
          typeof value === 'number' ? value.toFixed(9) : value,
        ) as unknown
      expect(rounded(again)).toEqual(rounded(report))
    }),
  )
})
