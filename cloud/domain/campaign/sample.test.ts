import * as fc from 'fast-check'
import { keysOf, tenureLabels } from '../../../types/vocabulary'
import { type Drawable, drawSample } from './sample'

const estates = fc
  .array(
    fc.record({
      buildingId: fc.constantFrom('b1', 'b2', 'b3', null),
      tenure: fc.constantFrom(...keysOf(tenureLabels)),
    }),
    { minLength: 1, maxLength: 300 },
  )
  .map(all => all.map((one, index): Drawable => ({ ...one, householdId: `household-${index}` })))
const seeds = fc.nat({ max: 2 ** 31 - 2 })

const idsOf = (households: readonly Drawable[]) => households.map(({ householdId }) => householdId)

/** How many of each key there are. */
const counted = (households: readonly Drawable[], keyOf: (one: Drawable) => string) => {
  const counts = new Map<string, number>()
  for (const one of households) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

test('of any estate the size is right, nobody is drawn twice, and order does not matter (D-CB-7)', () => {
  fc.assert(
    fc.property(estates, seeds, fc.nat({ max: 400 }), (estate, seed, size) => {
      const drawn = drawSample(estate, size, seed)
      expect(drawn).toHaveLength(Math.min(size, estate.length))
      expect(new Set(idsOf(drawn)).size).toBe(drawn.length)
      expect(idsOf(drawSample([...estate].reverse(), size, seed))).toEqual(idsOf(drawn))
    }),
  )
})

test('each building and each stratum has its share to within one', () => {
  fc.assert(
    fc.property(estates, seeds, fc.double({ min: 0, max: 1, noNaN: true }), (estate, seed, part) => {
      const size = Math.round(part * estate.length)
      const drawn = drawSample(estate, size, seed)
      for (const keyOf of [
        (one: Drawable) => String(one.buildingId),
        (one: Drawable) => `${one.buildingId} ${one.tenure}`,
      ]) {
        const of = counted(drawn, keyOf)
        for (const [key, all] of counted(estate, keyOf)) {
          const share = (all * size) / estate.length
          expect(of.get(key) ?? 0).toBeGreaterThanOrEqual(Math.floor(share + 1e-9))
          expect(of.get(key) ?? 0).toBeLessThanOrEqual(Math.ceil(share - 1e-9))
        }
      }
    }),
  )
})

test('over many seeds each household is drawn about as often as any other, those of small strata too', () => {
  const estate = Array.from({ length: 40 }, (_, index): Drawable => ({
    householdId: `household-${index}`,
    buildingId: index < 37 ? 'b1' : 'b2',
    tenure: index === 0 ? 'new' : 'long',
  }))
  const times = new Map<string, number>()
  const seeds = 4000
  for (let seed = 0; seed < seeds; seed += 1)
    for (const id of idsOf(drawSample(estate, 10, seed))) times.set(id, (times.get(id) ?? 0) + 1)
  // A quarter of 4,000 is 1,000; five standard deviations are 137.
  for (const id of idsOf(estate)) expect(Math.abs((times.get(id) ?? 0) - seeds / 4)).toBeLessThan(137)
})
