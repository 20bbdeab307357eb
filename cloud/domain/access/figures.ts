import type { Person } from './actor'
import { centersWith } from './centers'
import { watchedBy } from './lists'

/** A part of what is counted: of a center all of it, some departments, or what one person has done. */
export interface Counted {
  readonly centerId: string
  /** null: all of the center, or of the person. */
  readonly departmentIds: readonly string[] | null
  /** null: of everybody. */
  readonly personId: string | null
}

/**
 * Whose figures somebody may see (D-CB-8): quality and supervisors the company's, managers their center's, heads their
 * department's, and everybody who has to do with tickets those of their own work.
 */
export function countedFor(person: Person, centerId?: string): readonly Counted[] {
  const watched = watchedBy(person, centerId)
  const elsewhere = centersWith(person, 'seeTickets').filter(
    center =>
      (centerId === undefined || center === centerId) &&
      !watched.some(part => part.centerId === center && part.departmentIds === null),
  )
  return [
    ...watched.map(part => ({ ...part, personId: null })),
    ...elsewhere.map(center => ({ centerId: center, departmentIds: null, personId: person.id })),
  ]
}

/** D-CB-5: answers given anonymously are kept from the handler and the department until everybody has been heard. */
export const hidesAnonymous = (counted: readonly Counted[]): boolean =>
  counted.some(({ departmentIds, personId }) => departmentIds !== null || personId !== null)
