import type { Ticket } from '../ticket/state'
import type { Person } from './actor'
import { viewerOf } from './viewer'

/** What decides who may see a medium. */
export interface MediumFacts {
  readonly ownerId: string
  /** For staff only. */
  readonly internal: boolean
}

/**
 * Whether somebody may see media that all hang on one ticket (`ticket`), or on nothing yet (`null`): then they are their
 * owner's. Internal ones are for staff.
 */
export function maySeeMedia(person: Person, media: readonly MediumFacts[], ticket: Ticket | null): boolean {
  if (ticket === null) return media.every(({ ownerId }) => ownerId === person.id)
  const viewer = viewerOf(ticket, person)
  return viewer !== null && media.every(({ internal }) => !internal || viewer.staff)
}
