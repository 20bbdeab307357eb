import { type StaffRole, postedRoleLabels } from '../../../types/vocabulary'
import { listCell, nameCell, numberedCell, phoneCell, wordCell } from './cells'
import { postProblems } from './posts'
import { type NumberedRow, type SheetFault, type SheetKind, neededColumn, optionalColumn } from './sheet'

const staffColumns = {
  name: neededColumn('姓名', '李管家', nameCell),
  phone: neededColumn('手机号', '13900001234', phoneCell),
  role: neededColumn('岗位', '楼栋管家', wordCell(postedRoleLabels)),
  department: optionalColumn('部门', '客服部', nameCell),
  buildings: optionalColumn('负责楼栋', '1号楼、2号楼', listCell(numberedCell('栋'))),
  skills: optionalColumn('技能', '水电、电梯', listCell(nameCell)),
}

export const staffSheet = { name: '员工', columns: staffColumns } satisfies SheetKind<typeof staffColumns>

export type StaffRow = NumberedRow<typeof staffColumns>

/** A post of somebody in the center. */
export interface KnownPost {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly role: StaffRole
  readonly departmentId: string | null
  readonly buildingIds: readonly string[]
  readonly skills: readonly string[]
}

export interface StaffPlan {
  readonly newPeople: readonly { readonly personId: string; readonly name: string; readonly phone: string }[]
  readonly added: readonly KnownPost[]
  readonly changed: readonly { readonly before: KnownPost; readonly after: KnownPost }[]
  readonly same: number
  readonly faults: readonly SheetFault[]
}

export interface StaffRegister {
  /** Ids by name. */
  readonly departmentIds: ReadonlyMap<string, string>
  readonly buildingIds: ReadonlyMap<string, string>
  readonly posts: readonly KnownPost[]
  /** People of the company under the telephone numbers of the sheet. */
  readonly people: readonly { readonly personId: string; readonly name: string; readonly phone: string }[]
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts)

/**
 * What an import would change in a center's staff (D-OR-3): one row a post. A person is known again by name and number. Posts that
 * the sheet does not name stay as they are; a leaver is taken off by hand, since there is work to hand over.
 */
export function planStaff(
  rows: readonly StaffRow[],
  { departmentIds, buildingIds, posts, people }: StaffRegister,
  newId: () => string,
): StaffPlan {
  const faults: SheetFault[] = []
  const newPeople: { personId: string; name: string; phone: string }[] = []
  const added: KnownPost[] = []
  const changed: { before: KnownPost; after: KnownPost }[] = []
  let same = 0
  const idsByNumber = new Map(people.map(({ phone, name, personId }) => [keyOf(phone, name), personId]))
  const held = new Map(posts.map(post => [keyOf(post.personId, post.role), post]))
  const firstRow = new Map<string, number>()

  for (const { row, cells } of rows) {
    const before = faults.length
    const fault = (column: keyof typeof staffColumns, message: string) =>
      faults.push({ sheet: staffSheet.name, row, column: staffColumns[column].title, message })
    const said = keyOf(cells.phone, cells.name, cells.role)
    const first = firstRow.get(said)
    if (first !== undefined) fault('role', `与第 ${first} 行重复`)
    else firstRow.set(said, row)
    const buildings = cells.buildings ?? []
    const entered = { role: cells.role, department: cells.department, buildings }
    const surroundings = { departments: departmentIds, buildings: buildingIds }
    for (const { field, message } of postProblems(entered, surroundings)) fault(field, message)
    if (faults.length > before) continue
    let personId = idsByNumber.get(keyOf(cells.phone, cells.name))
    if (personId === undefined) {
      personId = newId()
      newPeople.push({ personId, name: cells.name, phone: cells.phone })
      idsByNumber.set(keyOf(cells.phone, cells.name), personId)
    }
    const after: KnownPost = {
      personId,
      name: cells.name,
      phone: cells.phone,
      role: cells.role,
      departmentId: cells.department === null ? null : (departmentIds.get(cells.department) ?? null),
      buildingIds: buildings.flatMap(name => buildingIds.get(name) ?? []),
      skills: cells.skills ?? [],
    }
    const post = held.get(keyOf(personId, cells.role))
    if (!post) added.push(after)
    else if (JSON.stringify(post) === JSON.stringify(after)) same += 1
    else changed.push({ before: post, after })
  }
  return { newPeople, added, changed, same, faults }
}
