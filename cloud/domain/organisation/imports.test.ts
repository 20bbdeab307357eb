import { type HouseholdRow, type KnownResident, householdSheet, planHouseholds } from './import-households'
import { type KnownPlace, areaSheet, planPlaces, roomSheet } from './import-places'
import { type KnownPost, planStaff, staffSheet } from './import-staff'
import { type SheetTable, readSheet } from './sheet'

const ids = (prefix: string) => {
  let next = 0
  return () => `${prefix}-${(next += 1)}`
}

const estate: KnownPlace = {
  id: 'estate',
  kind: 'estate',
  name: '和美花园',
  fullName: '和美花园',
  parentId: null,
  buildingId: null,
}

describe('importing places', () => {
  const rooms = (...rows: SheetTable) => readSheet(roomSheet, [['楼栋', '单元', '房号'], ...rows]).rows
  const areas = (...rows: SheetTable) => readSheet(areaSheet, [['楼栋', '公共区域'], ...rows]).rows

  it('makes buildings and units as they are named, and calls rooms by all of it', () => {
    const { added, faults } = planPlaces(
      {
        rooms: rooms(['1', '2', '301'], ['1', '2', '302'], ['南苑', '', '8']),
        areas: areas(['1', '大堂'], ['', '花园']),
      },
      [estate],
      estate,
      ids('p'),
    )
    expect(faults).toEqual([])
    expect(added.map(({ kind, fullName }) => [kind, fullName])).toEqual([
      ['building', '1栋'],
      ['unit', '1栋2单元'],
      ['room', '1栋2单元301室'],
      ['room', '1栋2单元302室'],
      ['building', '南苑'],
      ['room', '南苑8室'],
      ['publicArea', '1栋大堂'],
      ['publicArea', '花园'],
    ])
    const [building, unit, room] = added
    expect(room).toMatchObject({ parentId: unit?.id, buildingId: building?.id })
  })

  it('adds nothing the second time', () => {
    const sheets = { rooms: rooms(['1', '2', '301']), areas: areas(['1', '大堂']) }
    const first = planPlaces(sheets, [estate], estate, ids('p'))
    expect(planPlaces(sheets, [estate, ...first.added], estate, ids('q'))).toEqual({ added: [], same: 2, faults: [] })
  })

  it('names a row that says again what another has said, and an area of no building', () => {
    const { faults } = planPlaces(
      { rooms: rooms(['1', '', '101'], ['1栋', '', '101室']), areas: areas(['9', '大堂']) },
      [estate],
      estate,
      ids('p'),
    )
    expect(faults).toEqual([
      { sheet: '房屋', row: 3, column: '房号', message: '与第 2 行重复' },
      { sheet: '公共区域', row: 2, column: '楼栋', message: '没有“9栋”这栋楼' },
    ])
  })
})

describe('importing households', () => {
  const head = ['楼栋', '单元', '房号', '姓名', '手机号', '身份', '入住日期', '租约到期']
  const rows = (...table: SheetTable): readonly HouseholdRow[] => readSheet(householdSheet, [head, ...table]).rows
  const roomIds = new Map([
    ['1栋101室', 'room-101'],
    ['1栋102室', 'room-102'],
  ])
  const plan = (table: SheetTable, residents: readonly KnownResident[] = []) =>
    planHouseholds(rows(...table), { roomIds, residents, people: [] }, ids(residents.length > 0 ? 'later' : 'first'))

  it('makes one household of owners and family, and one of the tenants beside them', () => {
    const { added, newPeople } = plan([
      ['1', '', '101', '王一', '13800000001', '业主', '2020-01-01', ''],
      ['1', '', '101', '王二', '', '家属', '', ''],
      ['1', '', '101', '李三', '13800000003', '租户', '2026-01-01', '2026-12-31'],
    ])
    expect(newPeople.map(({ name }) => name)).toEqual(['王一', '王二', '李三'])
    const [owner, family, tenant] = added
    expect(family?.householdId).toBe(owner?.householdId)
    expect(tenant?.householdId).not.toBe(owner?.householdId)
    expect(tenant).toMatchObject({ until: '2026-12-31', movedIn: '2026-01-01' })
  })

  it('knows somebody with two rooms as one person, and a family under one number as several', () => {
    const { newPeople, added } = plan([
      ['1', '', '101', '王一', '13800000001', '业主', '', ''],
      ['1', '', '102', '王一', '13800000001', '业主', '', ''],
      ['1', '', '102', '王小', '13800000001', '家属', '', ''],
    ])
    expect(newPeople.map(({ name }) => name)).toEqual(['王一', '王小'])
    expect(added[0]?.personId).toBe(added[1]?.personId)
  })

  it('changes what is told otherwise, takes nothing away that is left empty, and is the same the second time', () => {
    const first = plan([['1', '', '101', '王一', '13800000001', '业主', '2020-01-01', '']]).added
    expect(plan([['1', '', '101', '王一', '13800000001', '业主', '2020-01-01', '']], first)).toMatchObject({
      same: 1,
      added: [],
      changed: [],
    })
    const { changed } = plan([['1', '', '101', '王一', '13800000009', '业主', '', '']], first)
    expect(changed.map(({ after }) => after)).toEqual([{ ...first[0], phone: '13800000009', movedIn: '2020-01-01' }])
  })

  it('puts an owner who stays as a tenant into the household of the tenants', () => {
    const first = plan([['1', '', '101', '王一', '', '业主', '', '']]).added
    const { changed } = plan([['1', '', '101', '王一', '', '租户', '', '2027-01-01']], first)
    expect(changed[0]?.after.householdId).not.toBe(first[0]?.householdId)
  })

  it('names rooms that are not there, people told twice, and leases of owners', () => {
    const { faults } = plan([
      ['9', '', '901', '赵一', '', '业主', '', ''],
      ['1', '', '101', '王一', '', '业主', '', '2027-01-01'],
      ['1', '', '101', '王一', '', '家属', '', ''],
      ['1', '', '102', '李三', '', '租户', '2026-05-01', '2026-04-01'],
    ])
    expect(faults.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, '房号', '没有“9栋901室”这间房，请先导入房屋'],
      [3, '租约到期', '只有租户才写租约到期'],
      [4, '姓名', '与第 3 行重复'],
      [5, '租约到期', '早于入住日期'],
    ])
  })
})

describe('importing staff', () => {
  const head = ['姓名', '手机号', '岗位', '部门', '负责楼栋', '技能']
  const register = {
    departmentIds: new Map([['工程部', 'engineering']]),
    buildingIds: new Map([
      ['1栋', 'b1'],
      ['2栋', 'b2'],
    ]),
    people: [],
  }
  const plan = (table: SheetTable, posts: readonly KnownPost[] = []) =>
    planStaff(
      readSheet(staffSheet, [head, ...table]).rows,
      {
        ...register,
        posts,
        people: posts.flatMap(({ personId, name, phone }) => (phone === null ? [] : [{ personId, name, phone }])),
      },
      ids('s'),
    )

  it('gives posts, two of them to one person', () => {
    const { newPeople, added } = plan([
      ['李管家', '13900000001', '楼栋管家', '', '1、2', ''],
      ['李管家', '13900000001', '处理人员', '工程部', '', '水电、电梯'],
    ])
    expect(newPeople).toHaveLength(1)
    expect(
      added.map(({ role, departmentId, buildingIds, skills }) => ({ role, departmentId, buildingIds, skills })),
    ).toEqual([
      { role: 'steward', departmentId: null, buildingIds: ['b1', 'b2'], skills: [] },
      { role: 'handler', departmentId: 'engineering', buildingIds: [], skills: ['水电', '电梯'] },
    ])
  })

  it('is the same the second time, and changes what is told otherwise', () => {
    const first = plan([['李管家', '13900000001', '楼栋管家', '', '1', '']]).added
    expect(plan([['李管家', '13900000001', '楼栋管家', '', '1', '']], first)).toMatchObject({ same: 1, newPeople: [] })
    const { changed } = plan([['李管家', '13900000001', '楼栋管家', '', '1、2', '']], first)
    expect(changed[0]?.after.buildingIds).toEqual(['b1', 'b2'])
  })

  it('names what a post could not work with', () => {
    const { faults, added } = plan([
      ['李管家', '13900000001', '楼栋管家', '', '', ''],
      ['张工', '13900000002', '处理人员', '', '', ''],
      ['孙工', '13900000003', '处理人员', '水电部', '', ''],
      ['周管家', '13900000004', '楼栋管家', '', '1、7', ''],
      ['吴', '13900000005', '系统管理员', '', '', ''],
    ])
    expect(added).toEqual([])
    expect(faults.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, '负责楼栋', '楼栋管家要写负责的楼栋'],
      [3, '部门', '这个岗位要写部门'],
      [4, '部门', '没有“水电部”这个部门，现有：工程部'],
      [5, '负责楼栋', '没有这些楼栋：7栋'],
    ])
  })
})
