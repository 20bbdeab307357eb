import type { Imported } from '../../types/contract/organisation'
import { aKey } from '../builders/world'
import { describeOnPostgres } from '../support/databases'
import { type TestHost, errorOf, openHost } from '../support/host'
import { xlsxOf } from '../support/sheets'

const setUpCode = 'a-code-of-the-deployment'
const administrator = { name: '高佳', phone: '13700000001' }
const setUp = (code = setUpCode, idempotencyKey = aKey()) => ({
  action: 'setUp',
  data: { code, company: { name: '和美物业' }, administrator, idempotencyKey },
})

const rooms = [
  ['楼栋', '单元', '房号'],
  [1, 1, 101],
  [1, 1, 102],
  [2, null, 201],
]
const areas = [
  ['楼栋', '公共区域'],
  [1, '大堂'],
  [null, '中心花园'],
]
const staff = [
  ['姓名', '手机号', '岗位', '部门', '负责楼栋', '技能'],
  ['李管家', 13900000001, '楼栋管家', null, '1、2', null],
  ['周客服', 13900000002, '客服专员', '客服部', null, null],
  ['陈经理', 13900000003, '客服部经理', null, null, null],
]
const households = [
  ['楼栋', '单元', '房号', '姓名', '手机号', '身份', '入住日期', '租约到期'],
  [1, 1, 101, '王一', 13800000001, '业主', new Date(Date.UTC(2020, 0, 15)), null],
  [1, 1, 101, '王二', null, '家属', null, null],
  [2, null, 201, '李三', 13800000003, '租户', null, '2027-05-31'],
]

describeOnPostgres('an installation outside the demo', open => {
  let host: TestHost
  beforeEach(async () => {
    host = await openHost(await open(), { demo: false, setUpCode })
  })
  afterEach(() => host.close())

  const begin = async () => {
    const { body } = await host.post('organisation', setUp())
    if (!body.ok) throw new Error(body.error.message)
    return (body.data as { token: string }).token
  }
  const center = {
    name: '和美花园服务中心',
    estateName: '和美花园',
    hotline: '0571-88001234',
    phase: '一期',
    area: 120_000,
  }
  const addCenter = (token: string) =>
    host.call(token, 'organisation', 'saveCenter', { ...center, idempotencyKey: aKey() })

  const send = async (token: string, sheets: Parameters<typeof xlsxOf>[0]): Promise<string> => {
    const { body } = await host.uploadSheet(token, await xlsxOf(sheets))
    if (!body.ok) throw new Error(body.error.message)
    return body.data.fileId
  }
  type Import = 'importPlaces' | 'importStaff' | 'importHouseholds'
  const take = async (
    token: string,
    centerId: string,
    action: Import,
    sheets: Parameters<typeof xlsxOf>[0],
    dryRun = false,
  ): Promise<Imported> => {
    const fileId = await send(token, sheets)
    return host.call(token, 'organisation', action, { centerId, fileId, dryRun, idempotencyKey: aKey() })
  }

  const signIn = async (phone: string) => {
    await host.call(null, 'account', 'requestPhoneCode', { phone })
    const code = /: (\d{6})$/.exec(host.logged.filter(line => line.includes(phone)).at(-1) ?? '')?.[1] ?? ''
    return (await host.call(null, 'account', 'phoneSignIn', { phone, code })).token
  }

  /** Everything of the organisation that is stored, to see that nothing was written. */
  const stored = async () => {
    const { db } = host.runtime
    const tables = [
      'company',
      'administrator',
      'center',
      'place',
      'person',
      'post',
      'residency',
      'organisation_change',
    ] as const
    return Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute()))
  }

  test('from the code to a resident who files, and the steward who gets it (D-OR-1)', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    const places = await take(admin, centerId, 'importPlaces', { 房屋: rooms, 公共区域: areas })
    expect(places).toMatchObject({ faults: [], written: true, counts: { added: 8, changed: 0, same: 0 } })
    expect(await take(admin, centerId, 'importStaff', { 员工: staff })).toMatchObject({
      counts: { added: 3 },
      written: true,
    })
    expect(await take(admin, centerId, 'importHouseholds', { 住户: households })).toMatchObject({
      counts: { added: 3 },
      written: true,
    })
    const { centers, company } = await host.call(admin, 'organisation', 'overview', {})
    expect(company).toEqual({ name: '和美物业' })
    expect(centers).toEqual([
      expect.objectContaining({
        ...center,
        centerId,
        nightPhone: '',
        address: '',
        counts: { buildings: 2, rooms: 3, staff: 3, residents: 3 },
      }),
    ])

    const resident = await signIn('13800000001')
    const me = await host.call(resident, 'account', 'me', {})
    expect(me.rooms.map(({ name, household }) => [name, household.map(one => one.name)])).toEqual([
      ['1栋1单元101室', ['王二']],
    ])
    const { ticketId } = await host.call(resident, 'ticket', 'file', {
      idempotencyKey: aKey(),
      kind: 'complaint',
      category: 'leak',
      placeId: me.rooms[0]?.placeId ?? '',
      text: '厨房天花板漏水',
    })
    const steward = await signIn('13900000001')
    const { items } = await host.call(steward, 'ticket', 'list', { scope: 'assigned' })
    expect(items.map(item => item.ticketId)).toEqual([ticketId])
  })

  test('the code serves once, and its call again after a lost answer', async () => {
    const key = aKey()
    const first = await host.post('organisation', setUp(setUpCode, key))
    const again = await host.post('organisation', setUp(setUpCode, key))
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toMatchObject({
      data: { companyId: first.body.ok && (first.body.data as { companyId: string }).companyId },
    })
    expect(errorOf(await host.post('organisation', setUp())).code).toBe('wrongState')
    expect((await stored())[0]).toHaveLength(1)
  })

  test('another code makes nobody, and is not tried out', async () => {
    const tries = await Promise.all(
      Array.from({ length: 25 }, () => host.post('organisation', setUp('another-code-than-that'))),
    )
    const codes = tries.map(reply => errorOf(reply).code)
    expect(new Set(codes)).toEqual(new Set(['forbidden', 'rateLimited']))
    expect((await stored()).flat()).toEqual([])
  })

  test('of two first administrators at once there is one', async () => {
    const replies = await Promise.all([host.post('organisation', setUp()), host.post('organisation', setUp())])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const [companies, administrators] = await stored()
    expect([companies, administrators].map(rows => rows?.length)).toEqual([1, 1])
  })

  test('faulty cells are named, and nothing is written; mended, it is there, and the second time changes nothing', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    await take(admin, centerId, 'importPlaces', { 房屋: rooms })
    const before = await stored()
    const faulty = [
      ...households,
      [7, 7, 701, '赵四', '无', '房东', '不记得', null],
      [1, 1, 102, null, null, '业主', null, null],
    ]
    const refused = await take(admin, centerId, 'importHouseholds', { 住户: faulty })
    expect(refused.written).toBe(false)
    expect(refused.faults.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
      '住户 5 手机号',
      '住户 5 身份',
      '住户 5 入住日期',
      '住户 6 姓名',
    ])
    expect(await take(admin, centerId, 'importHouseholds', { 住户: households }, true)).toMatchObject({
      written: false,
      faults: [],
      counts: { added: 3, changed: 0, same: 0 },
    })
    expect(await stored()).toEqual(before)
    expect(await take(admin, centerId, 'importHouseholds', { 住户: households })).toMatchObject({ written: true })
    const after = await stored()
    expect(await take(admin, centerId, 'importHouseholds', { 住户: households })).toMatchObject({
      written: true,
      counts: { added: 0, changed: 0, same: 3 },
    })
    expect(await stored()).toEqual(after)
  })

  test('12,000 households with 40 faulty rows: each is named; mended, all are there, and the second time nothing changes', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    const homes = Array.from({ length: 60 }, (_, building) =>
      Array.from({ length: 200 }, (_, home) => [building + 1, 1 + (home % 2), 101 + home] as const),
    ).flat()
    const places = await take(admin, centerId, 'importPlaces', { 房屋: [rooms[0] ?? [], ...homes] })
    // Buildings and units come with their rooms.
    expect(places).toMatchObject({ faults: [], counts: { added: 12_000 + 60 + 120 } })
    const people = homes.map((home, index) => [...home, `住户${index}`, 13_000_000_000 + index, '业主', null, null])
    const isFaulty = (index: number): boolean => index % 300 === 7
    const faulty = people.map((row, index) => (isFaulty(index) ? [...row.slice(0, 4), '无', ...row.slice(5)] : row))
    const head = households[0] ?? []
    const before = await stored()
    const refused = await take(admin, centerId, 'importHouseholds', { 住户: [head, ...faulty] })
    const wrong = people.flatMap((_, index) => (isFaulty(index) ? [index + 2] : []))
    expect(wrong).toHaveLength(40)
    expect(refused.faults).toEqual(
      wrong.map(row => ({ sheet: '住户', row, column: '手机号', message: '不是电话号码' })),
    )
    expect(refused).toMatchObject({ written: false, moreFaults: 0 })
    expect(await stored()).toEqual(before)
    const mended = { 住户: [head, ...people] }
    expect(await take(admin, centerId, 'importHouseholds', mended)).toMatchObject({
      written: true,
      counts: { added: 12_000, changed: 0, same: 0 },
    })
    expect(await take(admin, centerId, 'importHouseholds', mended)).toMatchObject({
      counts: { added: 0, changed: 0, same: 12_000 },
    })
    const { centers } = await host.call(admin, 'organisation', 'overview', {})
    expect(centers[0]?.counts).toMatchObject({ buildings: 60, rooms: 12_000, residents: 12_000 })
  }, 120_000)

  test.each(['places', 'staff', 'households'] as const)(
    'what a center has of %s is taken away as a spreadsheet, and changes nothing when it is imported; so does the template read',
    async what => {
      const admin = await begin()
      const { centerId } = await addCenter(admin)
      await take(admin, centerId, 'importPlaces', { 房屋: rooms, 公共区域: areas })
      await take(admin, centerId, 'importStaff', { 员工: staff })
      const named = [...households, [2, null, 201, '=1+1', null, '租户', null, null]]
      await take(admin, centerId, 'importHouseholds', { 住户: named })
      const action = ({ places: 'importPlaces', staff: 'importStaff', households: 'importHouseholds' } as const)[what]
      const again = async (filled: boolean) => {
        const { url } = await host.call(admin, 'organisation', 'sheet', { centerId, what, filled })
        const bytes = Buffer.from(await (await fetch(`${host.url}${url}`)).arrayBuffer())
        const { body } = await host.uploadSheet(admin, bytes)
        if (!body.ok) throw new Error(body.error.message)
        const request = { centerId, fileId: body.data.fileId, dryRun: true, idempotencyKey: aKey() }
        return host.call(admin, 'organisation', action, request)
      }
      const same = { places: 5, staff: 3, households: 4 }[what]
      expect(await again(true)).toMatchObject({ faults: [], counts: { added: 0, changed: 0, same } })
      const template = await again(false)
      // The example names buildings and rooms that this estate does not have; its cells are all understood.
      expect(template.faults.filter(({ message }) => !message.startsWith('没有'))).toEqual([])
    },
  )

  test('two imports of one file at once add everything once', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    const both = await Promise.all([
      take(admin, centerId, 'importPlaces', { 房屋: rooms }),
      take(admin, centerId, 'importPlaces', { 房屋: rooms }),
    ])
    expect(both.map(({ counts }) => counts.added).sort()).toEqual([0, 6])
    const { items } = await host.call(admin, 'organisation', 'places', { centerId })
    expect(items.map(({ name, parts }) => [name, parts])).toEqual([
      ['1栋', 1],
      ['2栋', 1],
    ])
  })

  test('only who organises the company reads, imports and changes anything of it', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    await take(admin, centerId, 'importPlaces', { 房屋: rooms })
    await take(admin, centerId, 'importStaff', { 员工: staff })
    const manager = await signIn('13900000003')
    const before = await stored()
    const key = { idempotencyKey: aKey() }
    const calls: [string, object][] = [
      ['overview', {}],
      ['history', {}],
      ['saveCenter', { ...center, ...key }],
      ['saveCenter', { ...center, ...key, centerId }],
      ['saveDepartments', { centerId, ...key, departments: [{ name: '新部门' }] }],
      ['staff', { centerId }],
      ['importPlaces', { centerId, fileId: 'x', dryRun: true, ...key }],
    ]
    for (const [action, data] of calls)
      expect([action, errorOf(await host.post('organisation', { action, data }, manager)).code]).toEqual([
        action,
        'forbidden',
      ])
    expect(errorOf(await host.uploadSheet(manager, await xlsxOf({ 员工: staff }))).code).toBe('forbidden')
    expect(await stored()).toEqual(before)
  })

  test('what is no spreadsheet is refused, and so is the file of somebody else', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    expect(errorOf(await host.uploadSheet(admin, Buffer.from([0, 1, 2]))).code).toBe('unsupportedMedia')
    expect(errorOf(await host.uploadSheet(admin, Buffer.from('PK\u0003\u0004 not a zip'))).code).toBe(
      'unsupportedMedia',
    )
    const data = { centerId, fileId: '0190c0de-0000-7000-8000-000000000000', dryRun: true, idempotencyKey: aKey() }
    expect(errorOf(await host.post('organisation', { action: 'importPlaces', data }, admin)).code).toBe('notFound')
  })

  test('a csv file as Excel in China writes it is read like any other', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    // 楼栋,单元,房号 in the encoding of a Chinese Windows.
    const gbk = Buffer.from('c2a5b6b02cb5a5d4aa2cb7bfbac50d0a312c312c3130310d0a', 'hex')
    const { body } = await host.uploadSheet(admin, gbk, '房屋.csv')
    if (!body.ok) throw new Error(body.error.message)
    const request = { centerId, fileId: body.data.fileId, dryRun: false, idempotencyKey: aKey() }
    expect(await host.call(admin, 'organisation', 'importPlaces', request)).toMatchObject({
      faults: [],
      counts: { added: 3 },
    })
  })

  describe('somebody of the staff', () => {
    const stewardOf = (buildingIds: readonly string[], skills: readonly string[] = []) => ({
      role: 'steward' as const,
      departmentId: null,
      buildingIds: [...buildingIds],
      skills: [...skills],
    })
    const began = async () => {
      const admin = await begin()
      const { centerId } = await addCenter(admin)
      await take(admin, centerId, 'importPlaces', { 房屋: rooms })
      await take(admin, centerId, 'importStaff', { 员工: staff })
      await take(admin, centerId, 'importHouseholds', { 住户: households })
      const { items } = await host.call(admin, 'organisation', 'places', { centerId })
      return { admin, centerId, buildings: items.map(({ placeId }) => placeId) }
    }
    const save = (admin: string, data: object) =>
      host.post('organisation', { action: 'saveStaff', data: { idempotencyKey: aKey(), ...data } }, admin)

    test('is entered with posts, and changed; routing follows at once', async () => {
      const { admin, centerId, buildings } = await began()
      const fresh = { centerId, name: '孙管家', phone: '139 0000 0009', posts: [stewardOf(buildings.slice(0, 1))] }
      const { body } = await save(admin, fresh)
      if (!body.ok) throw new Error(body.error.message)
      const { personId } = body.data as { personId: string }
      const of = async () =>
        (await host.call(admin, 'organisation', 'staff', { centerId })).posts.filter(post => post.personId === personId)
      expect(await of()).toEqual([
        expect.objectContaining({
          name: '孙管家',
          phone: '13900000009',
          role: 'steward',
          buildings: [{ placeId: buildings[0], name: '1栋' }],
        }),
      ])
      await save(admin, { ...fresh, personId, name: '孙主管', posts: [stewardOf(buildings, ['水电'])] })
      expect(await of()).toEqual([expect.objectContaining({ name: '孙主管', skills: ['水电'] })])
      const { items } = await host.call(admin, 'organisation', 'history', { limit: 2 })
      expect(items.map(({ what, name }) => `${what} ${name}`)).toEqual(['changed 孙主管', 'added 孙管家'])
    })

    test('gets no post that could not work', async () => {
      const { admin, centerId, buildings } = await began()
      const refused = async (posts: readonly object[], personId?: string) =>
        errorOf(
          await save(admin, { centerId, name: '孙', phone: '13900000009', posts, ...(personId ? { personId } : {}) }),
        )
      const before = await stored()
      expect((await refused([stewardOf([])])).fields).toEqual({ 'posts.0.buildingIds': '楼栋管家要写负责的楼栋' })
      expect(Object.keys((await refused([{ ...stewardOf(buildings), departmentId: 'nowhere' }])).fields ?? {})).toEqual(
        ['posts.0.departmentId'],
      )
      expect((await refused([stewardOf(buildings), stewardOf(buildings)])).fields).toEqual({
        'posts.1.role': '同一个岗位只能写一次',
      })
      expect((await refused([{ ...stewardOf(buildings), role: 'admin' }])).code).toBe('invalidRequest')
      expect((await refused([stewardOf(buildings)], '0190c0de-0000-7000-8000-000000000000')).code).toBe('unknownPerson')
      expect(await stored()).toEqual(before)
    })

    test('hands over before leaving, and then is nowhere let in (D-OR-3)', async () => {
      const { admin, centerId, buildings } = await began()
      await save(admin, { centerId, name: '孙管家', phone: '13900000009', posts: [stewardOf(buildings)] })
      const resident = await signIn('13800000001')
      const placeId = (await host.call(resident, 'account', 'me', {})).rooms[0]?.placeId ?? ''
      await host.call(resident, 'ticket', 'file', {
        idempotencyKey: aKey(),
        kind: 'complaint',
        category: 'leak',
        placeId,
        text: '漏水',
      })
      const { posts } = await host.call(admin, 'organisation', 'staff', { centerId })
      const tokens = await Promise.all(['13900000001', '13900000009'].map(signIn))
      const holds = await Promise.all(
        tokens.map(async token => (await host.call(token, 'ticket', 'list', { scope: 'assigned' })).items.length > 0),
      )
      const at = holds.indexOf(true)
      const token = tokens[at] ?? ''
      const leaver = posts.find(({ phone }) => phone === ['13900000001', '13900000009'][at])
      const data = () => ({ centerId, personId: leaver?.personId ?? '', idempotencyKey: aKey() })
      const refused = errorOf(await host.post('organisation', { action: 'removeStaff', data: data() }, admin))
      expect(refused).toMatchObject({ code: 'wrongState', message: `${leaver?.name}手上还有 1 张工单，请先交接` })
      await host.call(admin, 'staff', 'handOver', { ...data(), reason: '离职' })
      await host.call(admin, 'organisation', 'removeStaff', data())
      expect(errorOf(await host.post('account', { action: 'me', data: {} }, token)).code).toBe('unauthenticated')
      // Back by the phone code, which the number still gets, and nothing of the work is there.
      const again = await signIn(leaver?.phone ?? '')
      expect((await host.call(again, 'account', 'me', {})).posts).toEqual([])
      expect(errorOf(await host.post('ticket', { action: 'list', data: { scope: 'assigned' } }, again)).code).toBe(
        'forbidden',
      )
      const { items } = await host.call(admin, 'organisation', 'history', { limit: 1 })
      expect(items[0]).toMatchObject({ what: 'removed', name: leaver?.name })
    })

    test('is made administrator in every center; the last one stays, also when two dismiss each other', async () => {
      const admin = await begin()
      await addCenter(admin)
      const appointed = await host.call(admin, 'organisation', 'appointAdministrator', {
        name: '马宁',
        phone: '13700000002',
        idempotencyKey: aKey(),
      })
      await host.call(admin, 'organisation', 'saveCenter', { ...center, name: '第二中心', idempotencyKey: aKey() })
      const second = await signIn('13700000002')
      expect((await host.call(second, 'organisation', 'overview', {})).centers).toHaveLength(2)
      expect((await host.call(second, 'account', 'me', {})).posts.map(({ role }) => role)).toEqual(['admin', 'admin'])
      const { people } = await host.call(admin, 'organisation', 'administrators', {})
      const first = people.find(({ personId }) => personId !== appointed.personId)?.personId ?? ''
      const dismiss = (by: string, personId: string) =>
        host.post('organisation', { action: 'dismissAdministrator', data: { personId, idempotencyKey: aKey() } }, by)
      const replies = await Promise.all([dismiss(admin, appointed.personId), dismiss(second, first)])
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
      const left = await host.runtime.db.selectFrom('administrator').selectAll().execute()
      expect(left).toHaveLength(1)
      const keeper = left[0]?.person_id === first ? admin : second
      expect(errorOf(await dismiss(keeper, left[0]?.person_id ?? '')).code).toBe('wrongState')
      const posts = await host.runtime.db.selectFrom('post').where('role', '=', 'admin').selectAll().execute()
      expect(posts.map(post => post.person_id)).toEqual([left[0]?.person_id, left[0]?.person_id])
    })
  })

  test('departments are named anew as a version of the rules; one with staff stays', async () => {
    const admin = await begin()
    const { centerId } = await addCenter(admin)
    await take(admin, centerId, 'importPlaces', { 房屋: rooms })
    await take(admin, centerId, 'importStaff', { 员工: staff })
    const [known] = (await host.call(admin, 'organisation', 'overview', {})).centers
    const departments = known?.departments ?? []
    const save = (list: readonly { id?: string; name: string }[]) =>
      host.post(
        'organisation',
        { action: 'saveDepartments', data: { centerId, departments: list, idempotencyKey: aKey() } },
        admin,
      )
    expect((await save([...departments, { name: '电梯部' }])).status).toBe(200)
    const served = departments.find(({ name }) => name === '客服部')
    expect(errorOf(await save(departments.filter(one => one !== served))).code).toBe('wrongState')
    expect(errorOf(await save([...departments, { name: '客服部' }])).fields).toEqual({
      [`departments.${departments.length}.name`]: '有两个部门都叫“客服部”',
    })
    const { items } = await host.call(admin, 'organisation', 'history', {})
    expect(items.map(({ subject, what, name }) => `${subject} ${what} ${name}`)).toEqual([
      'department changed 部门',
      'staff imported 导入.xlsx',
      'place imported 导入.xlsx',
      'center added 和美花园服务中心',
      'staff added 高佳',
      'company added 和美物业',
    ])
  })
})
