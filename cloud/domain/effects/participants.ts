import { filerIdOf, participantIdsOf } from '../ticket/complainants'
import type { Ticket } from '../ticket/state'

/** Who may read a ticket as a complainant from now on, and who no longer (D-IN-6, D-HD-8). Account ids. */
export interface ParticipantChanges {
  readonly added: readonly { readonly personId: string; readonly role: 'filer' | 'joined' | 'family' }[]
  readonly removed: readonly string[]
}

const unchanged: ParticipantChanges = { added: [], removed: [] }

/** Pure; whoever has only withdrawn goes on reading what they told. */
export function participantsOf(before: Ticket | null, after: Ticket): ParticipantChanges {
  if (before?.complainants === after.complainants) return unchanged
  // For whom it was filed reads it as long as it stands (D-AC-2).
  const family = before === null ? (after.forFamily?.personId ?? null) : null
  const had = before === null ? [] : participantIdsOf(before)
  const has = participantIdsOf(after)
  const filer = filerIdOf(after)
  return {
    added: [
      ...has
        .filter(id => !had.includes(id))
        .map(personId => ({ personId, role: personId === filer ? ('filer' as const) : ('joined' as const) })),
      ...(family === null ? [] : [{ personId: family, role: 'family' as const }]),
    ],
    removed: had.filter(id => !has.includes(id)),
  }
}
