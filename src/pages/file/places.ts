import type { Me } from '@/data/session/session'

export type Place = Me['places'][number]

export interface PlaceGroup {
  id: string
  name: string
  /** The group itself may be where it happened: 「3栋 整栋」. */
  places: Place[]
}

/** Places apart from one's own rooms, by building; what lies outside every building comes first. */
export function placeGroups(places: readonly Place[], rooms: readonly { placeId: string }[]): PlaceGroup[] {
  const own = new Set(rooms.map(({ placeId }) => placeId))
  const byId = new Map(places.map(place => [place.placeId, place]))
  const groups = new Map<string, PlaceGroup>()
  const outside: PlaceGroup = { id: 'outside', name: '公共区域', places: [] }
  const buildingOf = (place: Place): Place | null => {
    // A place that names itself as its parent, by mistake of the data, must not hang the page.
    let step: Place | undefined = place
    for (let depth = 0; step && depth < 6; depth++) {
      if (step.kind === 'building') return step
      step = step.parentId === null ? undefined : byId.get(step.parentId)
    }
    return null
  }
  for (const place of places) {
    if (own.has(place.placeId)) continue
    const building = buildingOf(place)
    if (!building) {
      outside.places.push(place)
      continue
    }
    const group = groups.get(building.placeId) ?? { id: building.placeId, name: building.name, places: [] }
    groups.set(building.placeId, group)
    group.places.push(place)
  }
  return [...(outside.places.length > 0 ? [outside] : []), ...groups.values()]
}

/** In which group a chosen place stands; null for a room of one's own or an unknown one. */
export const groupOf = (groups: readonly PlaceGroup[], placeId: string | null): PlaceGroup | null =>
  groups.find(({ places }) => places.some(place => place.placeId === placeId)) ?? null

/**
 * The place a QR code names (D-IN-7). A code holds 32 characters at most, so an id with dashes is written without
 * them; a `p=` before it is allowed.
 */
export function placeOfScene(scene: string, places: readonly Pick<Place, 'placeId'>[]): string | null {
  const written = scene.trim().replace(/^(?:p|placeId)=/, '')
  const bare = (id: string) => id.replace(/-/g, '').toLowerCase()
  return places.find(({ placeId }) => placeId === written || bare(placeId) === bare(written))?.placeId ?? null
}
