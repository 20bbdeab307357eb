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

/**
 * Who leaves a room because a lease has ended before `today` (both `YYYY-MM-DD` at +08:00): the tenants it was made with, and the family
 * of those with whom nobody is left (D-OR-2).
 */
export function leavingAfter<Of extends Lodger & { readonly untilDay: string | null }>(
  lodgers: readonly Of[],
  today: string,
): readonly Of[] {
  const ended = lodgers.filter(({ untilDay }) => untilDay !== null && untilDay < today)
  const households = new Set(ended.map(({ householdId }) => householdId))
  const hasHead = (householdId: string): boolean =>
    lodgers.some(
      lodger => lodger.householdId === householdId && lodger.relation !== 'family' && !ended.includes(lodger),
    )
  return lodgers.filter(
    lodger => ended.includes(lodger) || (households.has(lodger.householdId) && !hasHead(lodger.householdId)),
  )
}
