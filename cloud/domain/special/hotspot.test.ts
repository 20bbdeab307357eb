import { type Told, complaintsYear } from '../../../test/builders/complaints-year'
import { day } from '../../../test/builders/clock'
import { specialOf } from '../policy/model/special'
import { type Complaint, hotspotAt } from './hotspot'

const figures = specialOf({})

/** What is found over a year, complaint by complaint as they are filed: which tickets each rests on. */
function foundIn(year: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, { at: number; complaint: Complaint }[]>()
  const found = new Map<string, readonly string[]>()
  for (const one of year) {
    const place = `${one.category} ${one.building}`
    const month = (before.get(place) ?? []).filter(({ at }) => at >= one.at - figures.hotDays * day)
    const cluster = hotspotAt(
      one,
      month.map(({ complaint }) => complaint),
      figures,
    )
    if (cluster)
      found.set(
        one.id,
        cluster.map(({ id }) => id),
      )
    before.set(place, [...month, { at: one.at, complaint: { ...one, raised: cluster !== null } }])
  }
  return found
}

describe('a hot matter (D-SP-2)', () => {
  it('of a year every planted cluster is found at the complaint that completes it, and nothing else', () => {
    const year = complaintsYear({ tickets: 5_000, clusters: 25, buildings: 40 }, 20260302)
    const planted = new Map(year.flatMap(({ id, completes }) => (completes ? [[id, completes] as const] : [])))
    const found = foundIn(year)
    expect([...found.keys()].sort()).toEqual([...planted.keys()].sort())
    for (const [id, rests] of found) expect([...rests].sort()).toEqual([id, ...(planted.get(id) ?? [])].sort())
  })
})
