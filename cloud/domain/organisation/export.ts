import { relationLabels, roleLabels } from '../../../types/vocabulary'
import { type KnownResident, householdSheet } from './import-households'
import { type KnownPlace, areaSheet, roomSheet } from './import-places'
import { type KnownPost, staffSheet } from './import-staff'
import type { Columns, SheetKind, SheetTable } from './sheet'

/** A sheet to be written: what can be read back changes nothing. */
export interface WrittenSheet {
  readonly name: string
  readonly table: SheetTable
}

/** Headings with a mark on those that must be filled. */
const headings = <C extends Columns>({ columns }: SheetKind<C>): string[] =>
  Object.values(columns).map(({ title, needed }) => (needed ? `${title}*` : title))

/** Headings and one row that shows what is meant, to be written over. */
const templateOf = <C extends Columns>(sheet: SheetKind<C>): WrittenSheet => ({
  name: sheet.name,
  table: [headings(sheet), Object.values(sheet.columns).map(({ example }) => example)],
})

export const templates = {
  places: [templateOf(roomSheet), templateOf(areaSheet)],
  staff: [templateOf(staffSheet)],
  households: [templateOf(householdSheet)],
} as const satisfies Record<string, readonly WrittenSheet[]>

type Cells<C extends Columns> = Record<keyof C, string | null>

const written = <C extends Columns>(sheet: SheetKind<C>, rows: readonly Cells<C>[]): WrittenSheet => ({
  name: sheet.name,
  table: [headings(sheet), ...rows.map(row => Object.keys(sheet.columns).map(key => row[key] ?? ''))],
})

/** What a place is called, and what it lies in, from the outside in; without the estate. */
class PlaceNames {
  readonly #places: ReadonlyMap<string, KnownPlace>

  constructor(places: readonly KnownPlace[]) {
    this.#places = new Map(places.map(place => [place.id, place]))
  }

  /** Of a room: its building, its unit if it has one, its own name. */
  roomCells(placeId: string): { building: string; unit: string | null; room: string } {
    const room = this.#places.get(placeId)
    const parent = this.#places.get(room?.parentId ?? '')
    const unit = parent?.kind === 'unit' ? parent : null
    const building = this.#places.get(room?.buildingId ?? '')
    return { building: building?.name ?? '', unit: unit?.name ?? null, room: room?.name ?? '' }
  }

  name(placeId: string | null): string | null {
    return placeId === null ? null : (this.#places.get(placeId)?.name ?? null)
  }
}

/** Rooms and public areas of a center, in the order of the estate. */
export function placeSheets(places: readonly KnownPlace[]): readonly WrittenSheet[] {
  const names = new PlaceNames(places)
  const areas = places.filter(({ kind }) => kind === 'publicArea')
  return [
    written(
      roomSheet,
      places.filter(({ kind }) => kind === 'room').map(({ id }) => names.roomCells(id)),
    ),
    written(
      areaSheet,
      areas.map(({ name, buildingId }) => ({ building: names.name(buildingId), area: name })),
    ),
  ]
}

/** The register of households. */
export function householdSheets(
  places: readonly KnownPlace[],
  residents: readonly KnownResident[],
): readonly WrittenSheet[] {
  const names = new PlaceNames(places)
  const order = new Map(places.map(({ id }, index) => [id, index]))
  const listed = [...residents].sort((a, b) => (order.get(a.placeId) ?? 0) - (order.get(b.placeId) ?? 0))
  return [
    written(
      householdSheet,
      listed.map(({ placeId, name, phone, relation, movedIn, until }) => ({
        ...names.roomCells(placeId),
        name,
        phone,
        relation: relationLabels[relation],
        movedIn,
        until,
      })),
    ),
  ]
}

/** Posts of a center. */
export function staffSheets(
  places: readonly KnownPlace[],
  departments: readonly { readonly id: string; readonly name: string }[],
  posts: readonly KnownPost[],
): readonly WrittenSheet[] {
  const names = new PlaceNames(places)
  const departmentNames = new Map(departments.map(({ id, name }) => [id, name]))
  return [
    written(
      staffSheet,
      posts.map(({ name, phone, role, departmentId, buildingIds, skills }) => ({
        name,
        phone,
        role: roleLabels[role],
        department: departmentId === null ? null : (departmentNames.get(departmentId) ?? null),
        buildings: buildingIds.flatMap(id => names.name(id) ?? []).join('、'),
        skills: skills.join('、'),
      })),
    ),
  ]
}
