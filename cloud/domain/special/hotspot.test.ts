import { complaintsYear, foundIn } from '../../../test/builders/complaints-year'

describe('a hot matter (D-SP-2)', () => {
  it('of a year every planted cluster is found at the complaint that completes it, and nothing else', () => {
    const year = complaintsYear({ tickets: 5_000, clusters: 25, buildings: 40 }, 20260302)
    const planted = new Map(year.flatMap(({ id, completes }) => (completes ? [[id, completes] as const] : [])))
    const found = foundIn(year)
    expect([...found.keys()].sort()).toEqual([...planted.keys()].sort())
    for (const [id, rests] of found) expect([...rests].sort()).toEqual([id, ...(planted.get(id) ?? [])].sort())
  })
})
