import type { Actor } from './actor'
import { ownCentersWith } from './centers'

/** The company whose organisation somebody may change, also before it has a center (D-OR-1); null: none. */
export const organisedCompany = ({ administers }: Pick<Actor, 'administers'>): string | null => administers ?? null

/** Whether somebody may enter places, staff and households of a center. */
export const mayOrganise = (actor: Pick<Actor, 'posts'>, centerId: string): boolean =>
  ownCentersWith(actor, 'organise').includes(centerId)
