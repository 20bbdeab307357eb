import type { Me } from '@/data/session/session'
import type { ForWhom } from './draft'

export type Member = Me['rooms'][number]['household'][number]

/** With whom one shares the chosen room; of a place that is none of one's own, everybody one shares a home with. */
export function householdAt(
  rooms: readonly Pick<Me['rooms'][number], 'placeId' | 'household'>[],
  placeId: string | null,
): Member[] {
  const room = rooms.find(own => own.placeId === placeId)
  const all = (room ? [room] : rooms).flatMap(({ household }) => household)
  return all.filter(({ personId }, index) => all.findIndex(other => other.personId === personId) === index)
}

/** Whoever is not of the household of the chosen room, or has left it since, is not filed for. */
export const stillOf = (forWhom: ForWhom, members: readonly Member[]): ForWhom =>
  forWhom.is === 'member' && !members.some(({ personId }) => personId === forWhom.personId) ? { is: 'me' } : forWhom
