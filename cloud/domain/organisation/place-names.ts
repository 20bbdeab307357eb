/** A room by its words, in the order they are spoken: 「1号楼」「2单元」「301室」. `unit` null: the building has none. */
export interface RoomName {
  readonly building: string
  readonly unit: string | null
  readonly room: string
}

/** As everybody calls a place: the names of what it lies in, then its own. */
export const fullNameOf = (...names: readonly (string | null)[]): string => names.filter(name => name !== null).join('')
