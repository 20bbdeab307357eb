import fc from 'fast-check'
import { aTicket } from '../../../test/builders/ticket'
import { live, walks } from '../../../test/builders/walk'
import { type Chained, canonicalJson, chain, findBreak, genesis } from './hash-chain'

const id = 'ticket-1'
const runs = { numRuns: 25, seed: 20260302 }
const stories = walks(10).map(walk => chain(id, live(walk).history, genesis))
const headOf = (chained: readonly Chained[]): string => chained.at(-1)?.hash ?? genesis
const at = fc.nat()

const spliced = (list: readonly Chained[], index: number, remove: number, ...add: Chained[]): readonly Chained[] => [
  ...list.slice(0, index),
  ...add,
  ...list.slice(index + remove),
]
const replaced = (list: readonly Chained[], index: number, entry: Chained) => spliced(list, index, 1, entry)

/** Every place of a value that holds something plain, as a path. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]))
    : [path]

const other = (value: unknown): unknown =>
  typeof value === 'number'
    ? value + 1
    : typeof value === 'string'
      ? `${value}·`
      : typeof value === 'boolean'
        ? !value
        : 'x'

const changedAt = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined) return other(value)
  if (typeof value !== 'object' || value === null) throw new Error('no such place')
  const entries = Object.entries(value).map(([name, part]) => [name, name === key ? changedAt(part, rest) : part])
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}

describe('the hash chain (D-AR-1)', () => {
  it('verifies, whether it was written at once or piece by piece', () => {
    fc.assert(
      fc.property(stories, at, (whole, cut) => {
        expect(findBreak(id, whole, headOf(whole))).toBeNull()
        const recorded = whole.map(({ seq, at: when, actorId, event }) => ({ seq, at: when, actorId, event }))
        const first = chain(id, recorded.slice(0, cut % whole.length), genesis)
        expect([...first, ...chain(id, recorded.slice(first.length), headOf(first))]).toEqual(whole)
      }),
      runs,
    )
  })

  it('survives a database that gives keys back in another order', () => {
    fc.assert(
      fc.property(stories, whole => {
        const turned = whole.map(entry => ({
          ...entry,
          event: Object.fromEntries(Object.entries(entry.event).reverse()),
        }))
        expect(turned.map(({ event }) => canonicalJson(event))).toEqual(whole.map(({ event }) => canonicalJson(event)))
      }),
      runs,
    )
  })

  it('any changed field of any event is found, at its place', () => {
    fc.assert(
      fc.property(stories, at, (whole, where) => {
        whole.forEach((entry, index) => {
          const paths = leaves(entry)
          const forged = changedAt(entry, paths[where % paths.length] ?? []) as Chained
          expect(findBreak(id, replaced(whole, index, forged))).toBe(index + 1)
        })
      }),
      runs,
    )
  })

  it('every field of one history, one by one', () => {
    const whole = chain(id, aTicket('archived').history, genesis)
    let tried = 0
    whole.forEach((entry, index) => {
      for (const path of leaves(entry)) {
        tried++
        const forged = replaced(whole, index, changedAt(entry, path) as Chained)
        expect([path, findBreak(id, forged)]).toEqual([path, index + 1])
      }
    })
    expect(tried).toBeGreaterThan(80)
  })

  it('a removed, doubled or moved event is found; the last one by the head kept elsewhere', () => {
    fc.assert(
      fc.property(stories, at, at, (whole, which, to) => {
        const index = which % whole.length
        const removed = spliced(whole, index, 1)
        expect(findBreak(id, removed, headOf(whole))).toBe(index + 1)
        const entry = whole[index]
        if (!entry) return
        expect(findBreak(id, spliced(whole, index, 0, entry))).toBe(index + 2)
        const moved = spliced(removed, to % whole.length, 0, entry)
        if (to % whole.length !== index) expect(findBreak(id, moved)).toBe(Math.min(index, to % whole.length) + 1)
      }),
      runs,
    )
  })

  it('a forged event with a hash of its own breaks at the next one, or at the head', () => {
    fc.assert(
      fc.property(stories, at, (whole, which) => {
        const index = which % whole.length
        const before = whole.slice(0, index)
        const forged = chain(
          id,
          [{ seq: index + 1, at: 0, actorId: null, event: { type: 'noted', text: '' } }],
          headOf(before),
        )
        expect(findBreak(id, [...before, ...forged, ...whole.slice(index + 1)], headOf(whole))).toBe(index + 2)
      }),
      runs,
    )
  })

  it('belongs to one ticket', () => {
    expect(findBreak('ticket-2', chain(id, aTicket('dispatched').history, genesis))).toBe(1)
  })
})

describe('canonical JSON', () => {
  it('sorts keys at every depth, keeps the order of lists, leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: undefined, A: '电梯' })).toBe(
      '{"A":"电梯","b":[{"c":null,"d":1},"x"]}',
    )
  })
  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value)
        expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(text))
      }),
      runs,
    )
  })
})
