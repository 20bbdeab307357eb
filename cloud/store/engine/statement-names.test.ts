import { StatementNames } from './statement-names'

test('a statement gets its name when it comes a second time, and keeps it', () => {
  const names = new StatementNames()
  expect([1, 2, 3].map(() => names.nameOf('select $1'))).toEqual([undefined, 's1', 's1'])
  expect([1, 2].map(() => names.nameOf('select $1, $2'))).toEqual([undefined, 's2'])
})

test('however many texts come, the server keeps a bounded number, and what has a name keeps it', () => {
  const names = new StatementNames()
  const given = new Set<string>()
  for (let n = 0; n < 1_000; n++) {
    names.nameOf(`select ${n}`)
    const name = names.nameOf(`select ${n}`)
    if (name) given.add(name)
  }
  expect(given.size).toBe(150)
  expect(names.nameOf('select 0')).toBe('s1')
})

test('texts that come once push out each other, not what comes again', () => {
  const names = new StatementNames()
  for (let n = 0; n < 1_000; n++) names.nameOf(`insert ${n}`)
  names.nameOf('select $1')
  expect(names.nameOf('select $1')).toBe('s1')
  expect(names.nameOf('insert 0')).toBeUndefined()
})

test('very long texts are never kept', () => {
  const names = new StatementNames()
  const long = `select ${'1, '.repeat(6_000)} 1`
  expect([1, 2, 3].map(() => names.nameOf(long))).toEqual([undefined, undefined, undefined])
})
