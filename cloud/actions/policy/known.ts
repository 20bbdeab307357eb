import { listOf } from '../../../types/list-of'
import type { OutsideNames } from '../../../types/words/policy'
import type { Condition, OneOrMany, Policy } from '../../domain/policy/model/policy'
import type { KnownCenter } from '../../domain/policy/validate/validate'
import type { TimedSource } from '../../store/place/center'
import { placesNamed, siblingCenters } from '../../store/policy/versions'
import { centerContextOf } from '../center-context'

const idsOf = (policy: Policy, pick: (when: Condition) => OneOrMany<string> | undefined): readonly string[] =>
  [...policy.routing, ...policy.deadlines].flatMap(({ when }) => listOf(when && pick(when)))

/** What is known of a center, as far as these policies speak of it: to check them by, and to name things by. */
export interface KnownToPolicies {
  readonly known: KnownCenter
  readonly names: OutsideNames
}

/** Inside a transaction, `source.db` is that transaction. */
export async function knownFor(
  source: TimedSource,
  centerId: string,
  policies: readonly Policy[],
): Promise<KnownToPolicies> {
  const { directory } = await centerContextOf(source, centerId)
  const centers = await siblingCenters(source.db, centerId)
  const places = await placesNamed(
    source.db,
    centerId,
    policies.flatMap(policy => [...idsOf(policy, when => when.building), ...idsOf(policy, when => when.place)]),
  )
  const now = source.clock.now()
  const buildings = places.filter(place => place.kind === 'building')
  return {
    known: {
      staff: directory.staff,
      buildingIds: new Set(buildings.map(place => place.id)),
      placeIds: new Set(places.map(place => place.id)),
      centerIds: new Set(centers.keys()),
      hasDuty: directory.staff.some(member => member.rosterShifts.some(({ to }) => to > now)),
      now,
    },
    names: {
      people: new Map(directory.staff.map(member => [member.id, member.name])),
      buildings: new Map(buildings.map(place => [place.id, place.name])),
      places: new Map(places.map(place => [place.id, place.name])),
      centers,
    },
  }
}
