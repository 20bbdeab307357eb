export interface Place {
  placeId: string
  name: string
  parentId: string | null
}

/** Words that only join the numbers: 「3栋1201」, 「3号楼1单元1201室」 and 「3-1201」 mean the same. */
const joints = /号楼|单元|[栋幢座室房号]/g

/** The numbers and names of a spoken place: 「3号楼电梯」 → `3`, `电梯`. */
const parts = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(joints, ' ')
    .match(/\d+|[a-z]+|[^\s\d\-–—_,，.。#a-z]+/g) ?? []

/** 「3栋 1单元 1201」 from the tree; a name that already carries its parent's is not doubled. */
export function fullNames(places: readonly Place[]): Map<string, string> {
  const byId = new Map(places.map(place => [place.placeId, place]))
  const named = new Map<string, string>()
  const nameOf = (place: Place, depth = 0): string => {
    const known = named.get(place.placeId)
    if (known !== undefined) return known
    const parent = place.parentId === null ? undefined : byId.get(place.parentId)
    // The estate itself is the same for all of them and is left out.
    const before = parent && parent.parentId !== null && depth < 8 ? nameOf(parent, depth + 1) : ''
    const name = before === '' || place.name.startsWith(before) ? place.name : `${before}${place.name}`
    named.set(place.placeId, name)
    return name
  }
  places.forEach(place => nameOf(place))
  return named
}

/**
 * Places whose name holds every part of what was typed, in this order: 「3-1201」 finds 3栋1单元1201. Names that begin
 * with it come first, shorter ones before longer ones.
 */
export function findPlaces<P extends Place>(
  places: readonly P[],
  names: ReadonlyMap<string, string>,
  typed: string,
  limit: number,
): P[] {
  const wanted = parts(typed)
  if (wanted.length === 0) return []
  const rank = (name: string): number | null => {
    const words = parts(name)
    let from = 0
    let loose = 0
    for (const [index, part] of wanted.entries()) {
      const last = index === wanted.length - 1
      const found = words.findIndex((word, at) => at >= from && (last ? word.startsWith(part) : word === part))
      const inside = found >= 0 ? found : words.findIndex((word, at) => at >= from && word.includes(part))
      if (inside < 0) return null
      if (found < 0) loose += 10
      loose += inside - from
      from = inside + 1
    }
    return loose
  }
  return places
    .map(place => ({ place, name: names.get(place.placeId) ?? place.name }))
    .map(entry => ({ ...entry, rank: rank(entry.name) }))
    .filter((entry): entry is typeof entry & { rank: number } => entry.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ place }) => place)
}
