import { validate, version } from 'uuid'
import { uuidv7 } from './uuid'

const reference = Date.UTC(2026, 2, 2, 1)

it('is a UUID of version 7 that carries its time', () => {
  const id = uuidv7(reference, bytes => bytes.fill(0xff))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7fff-bfff-ffffffffffff$/)
  expect(parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(reference)
  expect(validate(id) && version(id)).toBe(7)
})

it('sorts by time', () => {
  const ids = [0, 1, 70_000, 2 ** 40].map(ms => uuidv7(reference + ms))
  expect([...ids].sort()).toEqual(ids)
})

it('does not repeat itself within one millisecond', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(reference))).size).toBe(10_000)
})

it('keys made by a phone whose clock is wrong are keys like any other', () => {
  const clocks = [0, reference - 86_400_000, reference + 86_400_000, 2 ** 48 - 1]
  const ids = clocks.flatMap(now => [uuidv7(now), uuidv7(now)])
  expect(ids.every(id => validate(id) && version(id) === 7)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
