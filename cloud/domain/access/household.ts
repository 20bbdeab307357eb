import type { FamilyRelation } from '../../../types/vocabulary'
import type { Actor } from './actor'

/** For whom of the family a matter was filed (D-AC-2). */
export interface ForFamily {
  /** Their account; null: somebody without one, whose name stands with the contact. */
  readonly personId: string | null
  readonly relation: FamilyRelation
}

/** The part of a ticket that decides who of a household may follow it. */
export interface HouseholdMatter {
  /** The household it is shared with; left out: with none. */
  readonly household?: string
  readonly forFamily?: ForFamily
  readonly complainants: readonly { readonly personId: string | null }[]
}

/**
 * Whether somebody follows a matter as one of the family (D-AC-2): it is shared with the household they belong to now, or
 * was filed for them. Whoever has moved out, and another household of the same room, are strangers.
 */
export const isFamily = (
  actor: Pick<Actor, 'id' | 'rooms'>,
  { household, forFamily, complainants }: HouseholdMatter,
): boolean =>
  actor.id !== null &&
  complainants.every(({ personId }) => personId !== actor.id) &&
  (forFamily?.personId === actor.id ||
    (household !== undefined && actor.rooms.some(({ householdId }) => householdId === household)))

interface Filing {
  readonly placeId: string | null
  /** Anonymous, or a dispute between neighbours (D-IN-3). */
  readonly hidden: boolean
  /** The filer's own choice. */
  readonly keptToOneself: boolean
}

/** The household with which a resident's filing is shared: matters of one's home, unless they are hidden or kept to oneself. */
export const householdOf = (actor: Actor, { placeId, hidden, keptToOneself }: Filing): string | null =>
  hidden || keptToOneself ? null : (actor.rooms.find(room => room.placeId === placeId)?.householdId ?? null)

/**
 * As whom somebody rates (D-AC-2): as themselves, or, where it was filed for them, with the one vote of whoever filed it.
 * null: not at all.
 */
export const ratesAs = (
  actor: Actor,
  { forFamily, complainants }: Pick<HouseholdMatter, 'forFamily' | 'complainants'>,
): string | null =>
  actor.id !== null && forFamily?.personId === actor.id ? (complainants[0]?.personId ?? null) : actor.id
