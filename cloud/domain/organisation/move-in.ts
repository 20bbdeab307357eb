import type { Relation } from '../../../types/vocabulary'

/** Somebody who lives in a room. */
export interface Lodger {
  readonly personId: string
  readonly householdId: string
  readonly relation: Relation
}

export interface MoveIn {
  readonly personId: string
  readonly relation: Relation
  /** The household to be joined; null: decided by the relation. */
  readonly householdId: string | null
  /** The room has changed hands: who owned it before, and their family, leave it. */
  readonly replaces: boolean
}

export interface MovedIn {
  readonly householdId: string
  /** Who leaves the room by it. */
  readonly leaving: readonly Lodger[]
}

const isTenants = (relation: Relation): boolean => relation === 'tenant'

/**
 * Which household somebody who moves into a room belongs to (D-OR-2, D-AC-2): owners and their family are one, tenants of the room
 * another. A room that has changed hands gets a new one, so that nothing of the old one's matters is shown to the new.
 */
export function moveIn(
  lodgers: readonly Lodger[],
  { personId, relation, householdId, replaces }: MoveIn,
  newId: () => string,
): MovedIn {
  if (householdId !== null) return { householdId, leaving: [] }
  const sameSide = lodgers.filter(lodger => {
    const theirs = lodgers.find(one => one.householdId === lodger.householdId && one.relation !== 'family')
    return isTenants(theirs?.relation ?? lodger.relation) === isTenants(relation)
  })
  if (replaces) return { householdId: newId(), leaving: sameSide.filter(lodger => lodger.personId !== personId) }
  return { householdId: sameSide[0]?.householdId ?? newId(), leaving: [] }
}
