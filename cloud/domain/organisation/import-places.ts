import type { PlaceKind } from '../../../types/vocabulary'
import { nameCell, numberedCell } from './cells'
import { fullNameOf } from './place-names'
import { type NumberedRow, type RowOf, type SheetFault, type SheetKind, neededColumn, optionalColumn } from './sheet'

/** Columns by which a room is named, in every sheet that names one. */
export const roomColumns = {
  building: neededColumn('楼栋', '1号楼', numberedCell('栋')),
  unit: optionalColumn('单元', '2单元', numberedCell('单元')),
  room: neededColumn('房号', '301室', numberedCell('室')),
}

export const roomSheet = { name: '房屋', columns: roomColumns } satisfies SheetKind<typeof roomColumns>

const areaColumns = {
  building: optionalColumn('楼栋', '1号楼', numberedCell('栋')),
  area: neededColumn('公共区域', '大堂', nameCell),
}

export const areaSheet = { name: '公共区域', columns: areaColumns } satisfies SheetKind<typeof areaColumns>

/** A place of a center, as far as an import asks. */
export interface KnownPlace {
  readonly id: string
  readonly kind: PlaceKind
  readonly name: string
  readonly fullName: string
  readonly parentId: string | null
  readonly buildingId: string | null
}

export interface PlacesImport {
  readonly rooms: readonly NumberedRow<typeof roomColumns>[]
  readonly areas: readonly NumberedRow<typeof areaColumns>[]
}

export interface PlacesPlan {
  /** In the order in which they are to be listed; what lies in another comes after it. */
  readonly added: readonly KnownPlace[]
  /** Rooms and areas of the sheets that are there already. */
  readonly same: number
  readonly faults: readonly SheetFault[]
}

/** Places by what they are called within what they lie in. */
class PlaceTree {
  readonly added: KnownPlace[] = []
  readonly #known = new Map<string, KnownPlace>()
  readonly #newId: () => string

  constructor(known: readonly KnownPlace[], newId: () => string) {
    this.#newId = newId
    for (const place of known) this.#known.set(this.#key(place.kind, place.parentId, place.name), place)
  }

  #key(kind: PlaceKind, parentId: string | null, name: string): string {
    return JSON.stringify([kind, parentId, name])
  }

  find(kind: PlaceKind, parent: KnownPlace, name: string): KnownPlace | undefined {
    return this.#known.get(this.#key(kind, parent.id, name))
  }

  findOrAdd(kind: PlaceKind, parent: KnownPlace, name: string): KnownPlace {
    const found = this.find(kind, parent, name)
    if (found) return found
    const id = this.#newId()
    const place: KnownPlace = {
      id,
      kind,
      name,
      // The estate goes without saying.
      fullName: fullNameOf(parent.kind === 'estate' ? null : parent.fullName, name),
      parentId: parent.id,
      buildingId: kind === 'building' ? id : parent.buildingId,
    }
    this.#known.set(this.#key(kind, parent.id, name), place)
    this.added.push(place)
    return place
  }
}

/** A row that says again what an earlier one has said. */
const saidTwice = (sheet: string, row: number, column: string, first: number): SheetFault => ({
  sheet,
  row,
  column,
  message: `与第 ${first} 行重复`,
})

function eachOnce<C extends RowOf<typeof roomColumns> | RowOf<typeof areaColumns>>(
  sheet: string,
  column: string,
  rows: readonly { readonly row: number; readonly cells: C }[],
): SheetFault[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, cells }) => {
    const key = JSON.stringify(cells)
    const before = first.get(key)
    if (before !== undefined) return [saidTwice(sheet, row, column, before)]
    first.set(key, row)
    return []
  })
}

/**
 * What an import would add to the places of a center (D-OR-1). Nothing is ever taken away by it, so that the same file a
 * second time changes nothing. `estate`: the place that all others lie in.
 */
export function planPlaces(
  { rooms, areas }: PlacesImport,
  known: readonly KnownPlace[],
  estate: KnownPlace,
  newId: () => string,
): PlacesPlan {
  const tree = new PlaceTree(known, newId)
  const faults = [
    ...eachOnce(roomSheet.name, roomColumns.room.title, rooms),
    ...eachOnce(areaSheet.name, areaColumns.area.title, areas),
  ]
  let same = 0
  const add = (kind: PlaceKind, parent: KnownPlace, name: string) => {
    if (tree.find(kind, parent, name)) same += 1
    else tree.findOrAdd(kind, parent, name)
  }
  for (const { cells } of rooms) {
    const building = tree.findOrAdd('building', estate, cells.building)
    add('room', cells.unit === null ? building : tree.findOrAdd('unit', building, cells.unit), cells.room)
  }
  for (const { row, cells } of areas) {
    const building = cells.building === null ? estate : tree.find('building', estate, cells.building)
    if (building) add('publicArea', building, cells.area)
    else
      faults.push({
        sheet: areaSheet.name,
        row,
        column: areaColumns.building.title,
        message: `没有“${cells.building}”这栋楼`,
      })
  }
  return { added: tree.added, same, faults }
}
