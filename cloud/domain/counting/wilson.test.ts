import { wilson } from './wilson'

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), 857–872,
// table I, method 3 (Wilson's score without continuity correction).
const published = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const

describe('Wilson’s interval (D-CB-8)', () => {
  it.each(published)('%i of %i: from %f to %f, as published', (count, of, low, high) => {
    const found = wilson(count, of)
    expect([found?.low.toFixed(4), found?.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)])
    // What did not happen has the same interval, mirrored.
    const mirrored = wilson(of - count, of)
    expect([mirrored?.low.toFixed(4), mirrored?.high.toFixed(4)]).toEqual([(1 - high).toFixed(4), (1 - low).toFixed(4)])
  })

  it('two answers never look like two hundred, and none at all say nothing', () => {
    const width = (count: number, of: number) => {
      const { low, high } = wilson(count, of) ?? { low: 0, high: 1 }
      return high - low
    }
    expect(width(2, 2)).toBeGreaterThan(0.6)
    expect(width(200, 200)).toBeLessThan(0.02)
    expect(wilson(0, 0)).toBeNull()
  })
})
