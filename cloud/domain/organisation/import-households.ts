import { type Relation, residentRelationLabels } from '../../../types/vocabulary'
import { dayCell, nameCell, phoneCell, wordCell } from './cells'
import { roomColumns } from './import-places'
import { fullNameOf } from './place-names'
import { type NumberedRow, type SheetFault, type SheetKind, neededColumn, optionalColumn } from './sheet'

const householdColumns = {
  ...roomColumns,
  name: neededColumn('姓名', '王小明', nameCell),
  phone: optionalColumn('手机号', '13800001234', phoneCell),
  relation: neededColumn('身份', '业主', wordCell(residentRelationLabels)),
  movedIn: optionalColumn('入住日期', '2021-06-01', dayCell),
  until: optionalColumn('租约到期', '2027-05-31', dayCell),
}

export const householdSheet = { name: '住户', columns: householdColumns } satisfies SheetKind<typeof householdColumns>

export type HouseholdRow = NumberedRow<typeof householdColumns>

/** Somebody of the register, in one room. */
export interface KnownResident {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly placeId: string
  readonly householdId: string
  readonly relation: Relation
  readonly movedIn: string | null
  readonly until: string | null
}

/** A person whom the company knows already, be it in another room or estate. */
export interface KnownNamed {
  readonly personId: string
  readonly name: string
  readonly phone: string
}

export interface HouseholdsPlan {
  readonly newPeople: readonly { readonly personId: string; readonly name: string; readonly phone: string | null }[]
  readonly added: readonly KnownResident[]
  readonly changed: readonly { readonly before: KnownResident; readonly after: KnownResident }[]
  readonly same: number
  readonly faults: readonly SheetFault[]
}

export interface Register {
  /** Rooms of the center by their full names. */
  readonly roomIds: ReadonlyMap<string, string>
  readonly residents: readonly KnownResident[]
  /** People under the telephone numbers of the sheet. */
  readonly people: readonly KnownNamed[]
}

const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts)

/** Tenants of a room are a household of their own beside its owners (D-AC-2). */
const sideOf = (relation: Relation): string => (relation === 'tenant' ? 'tenant' : 'owner')

/**
 * What an import would change in the register of households (D-OR-1, D-OR-2). A person is known again by name and number, or by
 * name in the same room; one number may serve a family. Whoever is not in the sheet stays where they are.
 */
export function planHouseholds(
  rows: readonly HouseholdRow[],
  { roomIds, residents, people }: Register,
  newId: () => string,
): HouseholdsPlan {
  const faults: SheetFault[] = []
  const newPeople: { personId: string; name: string; phone: string | null }[] = []
  const added: KnownResident[] = []
  const changed: { before: KnownResident; after: KnownResident }[] = []
  let same = 0

  const atHome = new Map(residents.map(one => [keyOf(one.placeId, one.name), one]))
  const households = new Map(residents.map(one => [keyOf(one.placeId, sideOf(one.relation)), one.householdId]))
  const byNumber = new Map(people.map(({ phone, name, personId }) => [keyOf(phone, name), personId]))
  const firstRow = new Map<string, number>()

  const personIdFor = (name: string, phone: string | null): string => {
    const known = phone === null ? undefined : byNumber.get(keyOf(phone, name))
    if (known !== undefined) return known
    const personId = newId()
    newPeople.push({ personId, name, phone })
    if (phone !== null) byNumber.set(keyOf(phone, name), personId)
    return personId
  }

  for (const { row, cells } of rows) {
    const fault = (column: keyof typeof householdColumns, message: string) =>
      faults.push({ sheet: householdSheet.name, row, column: householdColumns[column].title, message })
    const room = fullNameOf(cells.building, cells.unit, cells.room)
    const placeId = roomIds.get(room)
    if (placeId === undefined) {
      fault('room', `没有“${room}”这间房，请先导入房屋`)
      continue
    }
    if (cells.until !== null && cells.relation !== 'tenant') fault('until', '只有租户才写租约到期')
    if (cells.until !== null && cells.movedIn !== null && cells.until < cells.movedIn) fault('until', '早于入住日期')
    const key = keyOf(placeId, cells.name)
    const before = firstRow.get(key)
    if (before !== undefined) {
      fault('name', `与第 ${before} 行重复`)
      continue
    }
    firstRow.set(key, row)
    const side = keyOf(placeId, sideOf(cells.relation))
    const householdId = households.get(side) ?? newId()
    households.set(side, householdId)
    const told = { relation: cells.relation, movedIn: cells.movedIn, until: cells.until }
    const resident = atHome.get(key)
    if (!resident) {
      const personId = personIdFor(cells.name, cells.phone)
      added.push({ personId, name: cells.name, phone: cells.phone, placeId, householdId, ...told })
      continue
    }
    // What the sheet leaves empty it does not take away.
    const after: KnownResident = {
      ...resident,
      phone: cells.phone ?? resident.phone,
      relation: told.relation,
      householdId: sideOf(resident.relation) === sideOf(told.relation) ? resident.householdId : householdId,
      movedIn: told.movedIn ?? resident.movedIn,
      until: told.relation === 'tenant' ? (told.until ?? resident.until) : null,
    }
    if (JSON.stringify(after) === JSON.stringify(resident)) same += 1
    else changed.push({ before: resident, after })
  }
  return { newPeople, added, changed, same, faults }
}
