import { createHash } from 'node:crypto'
import { type Tenure, keysOf, tenureLabels } from '../../../types/vocabulary'
import { byText } from '../../../types/order'
import { partBetween } from '../../../types/words/text'

/** A household that can be drawn, with the stratum it stands in. */
export interface Drawable {
  readonly householdId: string
  readonly buildingId: string | null
  readonly tenure: Tenure
}

/** Parts of one step that the random start is told in: few enough that all products below are exact. */
const startParts = 2 ** 16

const hashOf = (seed: number, text: string): string => createHash('sha256').update(`${seed}:${text}`).digest('hex')

const tenureOrder = keysOf(tenureLabels)

/**
 * D-CB-7: `size` of the households, drawn by a seed that is kept with the survey: the same seed and the same households give the
 * same sample, in whatever order they come. Systematic: households stand stratum by stratum (building, then tenure), within each
 * in an order that only the seed knows, and every k-th is taken from a random start. So every household is as likely as any
 * other, and each building and each stratum has its share to within one.
 */
export function drawSample<Household extends Drawable>(
  households: readonly Household[],
  size: number,
  seed: number,
): readonly Household[] {
  const count = Math.min(size, households.length)
  const lined = households
    .map(household => ({ household, lot: hashOf(seed, household.householdId) }))
    .sort(
      (one, other) =>
        byText(one.household.buildingId ?? '', other.household.buildingId ?? '') ||
        tenureOrder.indexOf(one.household.tenure) - tenureOrder.indexOf(other.household.tenure) ||
        byText(one.lot, other.lot),
    )
  const start = parseInt(partBetween(hashOf(seed, 'start'), 0, 4), 16)
  return Array.from({ length: count }, (_, step) => {
    const above = (start + step * startParts) * lined.length
    const below = count * startParts
    return lined[(above - (above % below)) / below]
  }).flatMap(one => (one ? [one.household] : []))
}
