import { firstCharacter } from '../../../types/words/text'
import { type Complainant, activeComplainants, isIdentityHidden } from '../ticket/complainants'
import type { Ticket } from '../ticket/state'
import { knowsHiddenFilers } from './capacities'
import type { Viewer } from './viewer'

/** Whoever rings up: the accounts registered under the number, and the tickets with which it was left. */
export interface CallerTraces {
  readonly personIds: readonly string[]
  readonly toldOn: readonly string[]
}

/**
 * Whoever rings up as a complainant of a ticket. null: none of its complainants, or one whom this member of staff may not
 * know, since the number would tell who somebody hidden is (D-IN-3).
 */
export function callerOn(ticket: Ticket, viewer: Viewer, { personIds, toldOn }: CallerTraces): Complainant | null {
  const one = activeComplainants(ticket).find(
    ({ personId, ticketId }) => toldOn.includes(ticketId) || (personId !== null && personIds.includes(personId)),
  )
  return one && viewer.staff && !isIdentityHidden(one, knowsHiddenFilers(viewer.capacities)) ? one : null
}

interface Registered {
  readonly name: string
  readonly rooms: readonly { readonly placeId: string }[]
}

/**
 * Of those registered under one number, whoever rings up: who lives where it happened, else who is called so (「王女士」 is 王芳), else
 * who was registered first. undefined: nobody is.
 */
export const likelyCaller = <Resident extends Registered>(
  residents: readonly Resident[],
  told: { readonly placeId: string | null; readonly name: string | null },
): Resident | undefined => {
  const surname = firstCharacter((told.name ?? '').trim())
  return (
    residents.find(({ rooms }) => rooms.some(({ placeId }) => placeId === told.placeId)) ??
    residents.find(({ name }) => surname !== '' && name.startsWith(surname)) ??
    residents[0]
  )
}
