import { callerByOpenid } from '../../cloud/actions/caller'
import { startSession } from '../../cloud/actions/account/session'
import { setUpAddress } from '../../cloud/host/set-up-address'
import { xlsxOf } from '../support/sheets'
import { callWith } from './people'
import { type Phone, type Stage, openStage } from './stage'

/** An installation outside the demo, from its printed code to people who live there, on screens alone (D-OR-1, D-OR-2). */

jest.setTimeout(600_000)

const setUpCode = 'a-code-of-the-deployment'
let stage: Stage
let admin: Phone

beforeAll(async () => {
  stage = await openStage(undefined, { demo: false, setUpCode })
  admin = await stage.phone(null)
})
afterAll(() => stage.close())

const fill = async (phone: Phone, texts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [id, text] of Object.entries(texts)) await phone.at(`#${id}-input`).fill(text)
}

const rooms = [
  ['楼栋', '单元', '房号'],
  [1, 1, 101],
  [1, 1, 102],
  [2, null, 201],
]
const staff = [
  ['姓名', '手机号', '岗位', '部门', '负责楼栋', '技能'],
  ['李管家', 13900000001, '楼栋管家', null, '1、2', null],
]
const households = [
  ['楼栋', '单元', '房号', '姓名', '手机号', '身份', '入住日期', '租约到期'],
  [1, 1, 101, '王一', 13800000001, '业主', null, null],
  [2, null, 201, '李三', 13800000003, '租户', null, '2027-05-31'],
]

type Sheets = Parameters<typeof xlsxOf>[0]

/** Chooses a spreadsheet as a person does, in the browser's own chooser. */
async function choose(sheets: Sheets): Promise<void> {
  const chooser = admin.page.waitForEvent('filechooser')
  await admin.at('#sheet-choose').click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await chooser).setFiles({ name: '导入.xlsx', mimeType, buffer: await xlsxOf(sheets) })
}

/** Looks a spreadsheet through, and writes it. */
async function take(sheets: Sheets, counts: string): Promise<void> {
  await choose(sheets)
  await admin.at('#import-ready').waitFor()
  await admin.at('#import-write').click()
  await admin.at('#import-written').waitFor()
  expect(await admin.at('#import-written').textContent()).toContain(counts)
}

const stored = async (table: 'place' | 'company'): Promise<number> =>
  (await stage.db.selectFrom(table).select('name').execute()).length

/** Signs in by the number that the register has. */
async function signIn(phone: Phone, number: string): Promise<void> {
  await phone.goTo('pages/sign-in/index')
  await fill(phone, { 'sign-in-phone': number })
  await phone.at('#sign-in-code-request').click()
  const code = await codeFor(number)
  await fill(phone, { 'sign-in-code': code })
  await phone.at('#sign-in-submit').click()
  await phone.page.waitForURL(address => !address.hash.includes('sign-in'))
}

/** The code that this host writes into its log for want of a message service. */
async function codeFor(number: string): Promise<string> {
  for (;;) {
    const code = /: (\d{6})$/.exec(stage.logged.filter(line => line.includes(number)).at(-1) ?? '')?.[1]
    if (code !== undefined) return code
    await new Promise(later => setImmediate(later))
  }
}

/** The session that a phone keeps. */
const tokenOf = ({ page }: Phone): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('session:token') ?? '{}') as { data: string }).data)

/** Somebody of WeChat whom nobody knows yet. */
async function stranger(openid: string): Promise<Phone> {
  const { runtime } = stage.host
  const { token } = await startSession(runtime, (await callerByOpenid(runtime, openid)).actor.id)
  const phone = await stage.phone(null)
  await phone.goTo('pages/privacy/index')
  await phone.page.evaluate(kept => localStorage.setItem('session:token', JSON.stringify({ data: kept })), token)
  await phone.goTo('pages/home/index')
  return phone
}

test('the code makes the first administrator, once; without a network what was written stays', async () => {
  await admin.page.goto(setUpAddress(stage.url, 'another-code'))
  await fill(admin, { 'set-up-company': '和美物业', 'set-up-name': '高佳', 'set-up-phone': '13700000001' })
  await admin.at('#set-up-start').click()
  await admin.says('启用码不对').waitFor()
  await admin.page.goto('about:blank')
  await admin.page.goto(setUpAddress(stage.url, setUpCode))
  await fill(admin, { 'set-up-company': '和美物业', 'set-up-name': '高佳', 'set-up-phone': '13700000001' })
  await admin.shoot('manage-set-up')
  await admin.page.route('**/call/organisation', route => route.abort())
  await admin.at('#set-up-start').click()
  await admin.says('暂时连不上服务').waitFor()
  expect(await stored('company')).toBe(0)
  await admin.page.unroute('**/call/organisation')
  await admin.at('#set-up-start').click()
  await admin.page.waitForURL(address => address.hash.includes('manage/hub'))
  await admin.says('先建一个服务中心').waitFor()
  await admin.shoot('manage-hub-new')
  const late = await stage.phone(null)
  await late.page.goto(setUpAddress(stage.url, setUpCode))
  await fill(late, { 'set-up-company': '另一家', 'set-up-name': '高佳', 'set-up-phone': '13700000001' })
  await late.at('#set-up-start').click()
  await late.at('#set-up-done').waitFor()
  await late.close()
  expect(await stored('company')).toBe(1)
})

test('a center, its rooms, staff and households, and nothing of a faulty spreadsheet', async () => {
  await admin.at('#hub-organisation').click()
  await admin.at('#center-add').click()
  await fill(admin, {
    'center-name': '和美花园服务中心',
    'center-estateName': '和美花园',
    'center-hotline': '0571-88001234',
  })
  await admin.at('#center-save').click()
  await admin.at('#part-places').waitFor()
  await admin.shoot('manage-center-new')
  await admin.at('#part-places').click()
  const before = await stored('place')
  await choose({ 房屋: [...rooms, [3, 1, null]] })
  await admin.at('#import-faults').waitFor()
  await admin.says('第 5 行').waitFor()
  await admin.shoot('manage-import-faults')
  expect(await stored('place')).toBe(before)
  await choose({ 房屋: rooms })
  await admin.at('#import-ready').waitFor()
  await admin.shoot('manage-import-ready')
  expect(await stored('place')).toBe(before)
  await take({ 房屋: rooms }, '新增 6')
  await admin.at('#import-next').click()
  await admin.says('导入员工和岗位').waitFor()
  await take({ 员工: staff }, '新增 1')
  await admin.at('#import-next').click()
  await admin.says('导入住户').waitFor()
  await take({ 住户: households }, '新增 2')
  await admin.goTo('manage/organisation/index')
  await admin.says('2 栋楼，3 个房号').waitFor()
  await admin.shoot('manage-organisation')
  await admin.goTo('manage/changes/index')
  await admin.says('新增服务中心').waitFor()
  await admin.shoot('manage-organisation-changes')
})

test('whom the register knows signs in, is at home and files; the steward of the building gets it', async () => {
  const resident = await stage.phone(null)
  await signIn(resident, '13800000001')
  await resident.goTo('pages/file/index?kind=request')
  await resident.at('#file-text-input').fill('厨房的水管一直滴水，地上都湿了。')
  await resident.at('#file-proposal').waitFor()
  await resident.at('#file-submit').click()
  await resident.page.waitForURL(address => address.hash.includes('receipt'))
  const [ticket] = await stage.db.selectFrom('ticket').selectAll().execute()
  const steward = await stage.db.selectFrom('person').where('name', '=', '李管家').select('id').executeTakeFirst()
  expect(ticket?.assignee_id).toBe(steward?.id)

  await resident.goTo('residence/mine/index')
  await resident.at('[id^="invite-family-"]').click()
  await resident.at('#invite').click()
  await resident.at('#invitation-code').waitFor()
  await resident.shoot('resident-invitation')
  const code = (await resident.at('#invitation-code').textContent()) ?? ''
  const family = await stranger('openid-family')
  await family.at('#home-bind').waitFor()
  await family.shoot('resident-home-unbound')
  await family.at('#home-bind').click()
  await family.at('#way-code').click()
  await fill(family, { 'bind-code': code, 'bind-name': '王二' })
  await family.at('#bind').click()
  await family.says('您是家属').waitFor()
  const { rooms: home } = await callWith(stage, await tokenOf(resident), 'account', 'me', {})
  expect(home.map(({ household }) => household.map(({ name }) => name))).toEqual([['王二']])
  await family.shoot('resident-rooms')
  expect([...resident.errors, ...family.errors]).toEqual([])
  await resident.close()
  await family.close()
})

test('a stranger proves the number that the register has, and another asks and is approved', async () => {
  const tenant = await stranger('openid-tenant')
  await tenant.at('#home-bind').click()
  await fill(tenant, { 'own-phone': '13800000003' })
  await tenant.at('#own-phone-send').click()
  await fill(tenant, { 'own-phone-code': await codeFor('13800000003') })
  await tenant.at('#own-phone-prove').click()
  await tenant.says('您是＊三吗？').waitFor()
  await tenant.shoot('resident-claim')
  await tenant.at('[id^="claim-"]').click()
  await tenant.says('您是租户').waitFor()

  const asking = await stranger('openid-asking')
  await asking.at('#home-bind').click()
  await asking.at('#way-asking').click()
  await asking.at('#room-search-input').fill('1栋 102')
  await asking.at('[id^="room-"].choice').click()
  await fill(asking, { 'ask-name': '赵六' })
  await asking.at('#ask-relation-owner').click()
  await asking.shoot('resident-ask')
  await asking.at('#ask').click()
  await asking.says('等待核对').waitFor()

  await admin.goTo('residence/waiting/index')
  await admin.at('[id^="approve-"]').waitFor()
  await admin.shoot('desk-bindings')
  await admin.at('[id^="approve-"]').click()
  await admin.at('#decide-done').click()
  await admin.says('没有人在等').waitFor()
  await asking.goTo('residence/mine/index')
  await asking.says('您是业主').waitFor()
  await admin.goTo('residence/rooms/index')
  await admin.says('1栋').click()
  await admin.says('1单元').click()
  await admin.says('赵六 · 业主').waitFor()
  await admin.shoot('desk-rooms')
  expect([...tenant.errors, ...asking.errors]).toEqual([])
})

test('staff are added one by one, and leave', async () => {
  const { centers } = await callWith(stage, await tokenOf(admin), 'organisation', 'overview', {})
  await admin.goTo(`manage/staff/index?centerId=${centers[0]?.centerId ?? ''}`)
  await admin.at('#staff-add').click()
  await fill(admin, { 'member-name': '周客服', 'member-phone': '13900000002' })
  await admin.at('#member-role-steward').click()
  await admin.at('#member-save').click()
  await admin.says('楼栋管家要写负责的楼栋').waitFor()
  await admin.at('#member-role-steward').click()
  await admin.at('#member-role-clerk').click()
  await admin.shoot('manage-member')
  await admin.at('#member-save').click()
  await admin.says('周客服').waitFor()
  await admin.shoot('manage-staff')
  await admin.says('李管家').click()
  await admin.at('#member-open').waitFor()
  expect(await admin.at('#member-remove').isVisible()).toBe(false)
  await admin.page.keyboard.press('Escape')
  await admin.says('周客服').click()
  await admin.at('#member-remove').click()
  await admin.at('#question-yes').click()
  await admin.at('#member-sheet').waitFor({ state: 'detached' })
  await admin.settled()
  await expect(admin.page.locator('[id^="member-"].link-row').count()).resolves.toBe(1)
  expect(admin.errors).toEqual([])
})
