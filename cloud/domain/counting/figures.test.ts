import { type Figures, figuresOf, rowsOf } from './figures'
import type { Tally } from './tally'

const aTally = (some: Partial<Tally>): Tally => ({
  key: 'a',
  asked: true,
  exemption: null,
  responded: true,
  answered: false,
  byPhone: false,
  complete: false,
  solved: false,
  satisfied: false,
  partial: false,
  contacted: false,
  tried: false,
  refused: false,
  ended: true,
  count: 1,
  ...some,
})
const content = { answered: true, complete: true, solved: true, satisfied: true, contacted: true }
const discontent = { answered: true, complete: true, contacted: true }

describe('rates (D-CB-12, D-RP-7)', () => {
  const all: Figures = figuresOf(
    [
      aTally({ ...content, count: 50, byPhone: true }),
      aTally({ ...discontent, solved: true, count: 10 }),
      aTally({ ...discontent, complete: false, count: 10, responded: false }),
      aTally({ contacted: true, refused: true, count: 10 }),
      aTally({ tried: true, count: 8 }),
      aTally({ tried: true, contacted: true, count: 2 }),
      aTally({ count: 5 }),
      aTally({ ended: false, count: 5 }),
      aTally({ asked: false, exemption: 'sensitive', count: 7 }),
    ],
    [{ key: 'a', ending: 'quiet', count: 7 }],
  )

  it('say of how many they are', () => {
    expect(all).toMatchObject({ sent: 100, answered: 70, satisfied: 50, share: 50 / 70, answeredByPhone: 50 })
    expect(all.rates).toEqual({
      response: { count: 90, of: 100 },
      resolution: { count: 60, of: 70 },
      satisfaction: { count: 50, of: 70 },
    })
    expect(all.dispositions).toEqual({ complete: 60, partial: 10, refused: 10, notReached: 8, unknown: 7, open: 5 })
    expect(all.callRates).toEqual({
      response: { count: 70, of: 95 },
      cooperation: { count: 70, of: 80 },
      refusal: { count: 10, of: 95 },
      contact: { count: 82, of: 95 },
    })
    expect([all.exempt.sensitive, all.endings.quiet, all.endings.satisfied]).toEqual([7, 7, 0])
  })

  it('if nobody who has not answered were content, and if all were', () => {
    expect(all.bounds).toEqual({ low: 0.5, high: 0.8 })
  })
})

describe('rows (D-CB-8)', () => {
  it('two answers never stand above two hundred, and fewer than five are not ranked', () => {
    const rows = rowsOf(
      [
        aTally({ key: 'two', ...content, count: 2 }),
        aTally({ key: 'five', ...content, count: 5 }),
        aTally({ key: 'many', ...content, count: 190 }),
        aTally({ key: 'many', ...discontent, count: 10 }),
        aTally({ key: 'twin', ...content, count: 5 }),
      ],
      [{ key: 'withdrawn', ending: 'withdrawn', count: 1 }],
    )
    expect(rows.map(({ key, rank, answered }) => [key, rank, answered])).toEqual([
      ['many', 1, 200],
      ['five', 2, 5],
      ['twin', 2, 5],
      ['two', null, 2],
      ['withdrawn', null, 0],
    ])
  })
})
