import { clean } from '../builders/questions'
import { built, buildTimeoutMs } from '../support/build'
import { type TestHost, openHost } from '../support/host'
import { openTestMemory } from '../support/memory-database'
import { budget } from './budget'
import type { World } from './fake-wx'
import { worldOf } from './host-world'
import { launch, pagesOf, type MiniProgram } from './launch'

/** Every page of the manager's package in the mini-program build, with real answers of the host. */

jest.setTimeout(180_000)

let dist = ''
let host: TestHost
let world: World
const hour = 3_600_000

let filings = 0
async function file(category: string, text: string): Promise<void> {
  const token = await host.token('resident-1')
  const { rooms } = await host.call(token, 'account', 'me', {})
  await host.call(token, 'ticket', 'file', {
    idempotencyKey: `manage-test-${++filings}-00000000`,
    kind: 'request',
    category,
    placeId: rooms[0]?.placeId,
    text,
  })
}

/** A survey of the estate that ends within the hours to come, with answers enough for a report; answers its id. */
async function survey(): Promise<string> {
  const manager = await host.token('manager-1')
  const clerk = await host.token('clerk-1')
  const key = (n: number) => `survey-test-${n}-0000000000`
  const { campaignId } = await host.call(manager, 'campaign', 'save', {
    idempotencyKey: key(0),
    kind: 'quarterly',
    title: '三月住户满意度调查',
    questions: [clean],
    sampleSize: 20,
    fromAt: host.wall.now - hour,
    untilAt: host.wall.now + 20 * hour,
    remindAfterDays: null,
  })
  await host.call(manager, 'campaign', 'open', { campaignId, idempotencyKey: key(1) })
  const { items } = await host.call(clerk, 'campaign', 'households', { campaignId, only: 'open', limit: 8 })
  for (const [index, { householdId }] of items.entries())
    await host.call(clerk, 'campaign', 'record', {
      campaignId,
      householdId,
      idempotencyKey: key(index + 2),
      result: 'answered',
      channel: 'paper',
      answers: { clean: 5 - (index % 3) },
    })
  return campaignId
}

let campaignId = ''

beforeAll(async () => {
  dist = built('weapp')
  host = await openHost(await openTestMemory())
  world = worldOf(host, new Uint8Array())
  for (let n = 0; n < 12; n++) await file('lighting', `大厅的第 ${n + 1} 盏灯坏了，晚上很暗。`)
  campaignId = await survey()
  host.wall.now += 30 * hour
  await fetch(`${host.url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'PT1M' }),
  })
}, buildTimeoutMs)

afterAll(async () => {
  await host.close()
  await host.database.close()
})

const start = async (path: string, persona = 'manager-1'): Promise<MiniProgram> => {
  const program = await launch(dist, {
    ...world,
    storage: { 'session:token': await host.token(persona) },
    now: host.wall.now,
    path,
  })
  await rest(program)
  return program
}

/** Answers come over real sockets; what follows from them is drawn in further turns. */
async function rest(program: MiniProgram): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await program.pass()
}

function expectSound(program: MiniProgram): void {
  expect({ page: program.route, errors: program.errors, unknown: program.unknownApis }).toEqual({
    page: program.route,
    errors: [],
    unknown: [],
  })
  const first = program.setData.filter(call => call.first).map(({ bytes }) => bytes)
  expect(Math.max(...first)).toBeLessThanOrEqual(budget.first)
  expect(Math.max(...program.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(budget.largest)
  const { nodes, depth, widest } = program.extent()
  expect(nodes).toBeLessThan(budget.nodes)
  expect(depth).toBeLessThan(budget.depth)
  expect(widest).toBeLessThanOrEqual(budget.children)
}

/** Words that stand on the page only when the server's answer has been drawn. */
const proof: Record<string, string> = {
  hub: '件超时',
  overview: '最先到期',
  satisfaction: '这段时间没有问过业主',
  findings: '这段时间没有违规记录',
  special: '待审批',
  legacy: '上季度',
  // Of no ticket: one that is not there.
  dossier: '没有找到这件事',
  escalations: '还没有做到',
  rules: '默认由客服受理',
  deadlines: '完成处理',
  calendar: '2026年3月',
  categories: '漏水渗水',
  questionnaires: '现在只问四题',
  figures: '挂起最多多久',
  review: '没有要保存的修改',
  rehearsal: '现在没有修改',
  history: '第 1 版',
  roster: '现在值班',
  health: '定时任务',
  campaigns: '三月住户满意度调查',
  campaign: '抽样种子',
  'campaign-editor': '沿用上次的 1 题',
  'campaign-report': '8 户答了',
  improvements: '还没有改进措施',
  'set-up': '欢迎使用',
  organisation: '可以改公司、服务中心、员工和住户',
  center: '部门',
  import: '第一步',
  staff: '楼栋管家',
  changes: '改过的公司、服务中心、员工和住户会记在这里',
}

/** Pages that are of one survey. */
const ofSurvey: readonly string[] = ['campaign', 'campaign-report']
/** Pages of the administrator, most of them of one center. */
const ofAdministrator: readonly string[] = ['set-up', 'organisation', 'center', 'import', 'staff', 'changes']

/** How a page is opened, and by whom. */
async function opened(page: string): Promise<MiniProgram> {
  const name = page.split('/')[1] ?? ''
  if (ofSurvey.includes(name)) return start(`${page}?campaignId=${campaignId}`)
  if (!ofAdministrator.includes(name)) return start(page)
  const { posts } = await host.call(await host.token('admin-1'), 'account', 'me', {})
  return start(`${page}?what=places&centerId=${posts[0]?.centerId ?? ''}`, 'admin-1')
}

describe('the manager’s mini-program', () => {
  it('draws every page with what the server answers, within the platform’s limits', async () => {
    const pages = pagesOf(dist).filter(page => page.startsWith('manage/'))
    expect(pages.map(page => page.split('/')[1])).toEqual(Object.keys(proof))
    for (const page of pages) {
      const name = page.split('/')[1] ?? ''
      const program = await opened(page)
      expect(program.text()).toContain(proof[name])
      expectSound(program)
    }
  })

  it('shows whoever may only look the same pages without a way to change anything', async () => {
    for (const page of ['rules', 'deadlines', 'calendar', 'categories', 'figures', 'history', 'roster']) {
      const program = await start(`manage/${page}/index`, 'head-1')
      expect(program.has('您可以查看，修改由客服部经理或品质管理部进行')).toBe(page !== 'roster')
      expect(['#rule-add', '#holiday-import', '#category-add', '#hold-max'].filter(id => program.has(id))).toEqual([])
      expectSound(program)
    }
  })

  it('keeps a draft on the phone from page to page until it is saved', async () => {
    const program = await start('manage/rules/index')
    await program.tap('#rule-1')
    await rest(program)
    await program.input('#rule-name', '邻里纠纷先由客服听一听')
    await program.tap('#rule-done')
    await rest(program)
    expect(program.text()).toContain('有未保存的修改（1 处）')
    await program.tap('#draft-review')
    await rest(program)
    expect(program.route).toBe('manage/review/index')
    expect(program.text()).toContain('邻里纠纷先由客服听一听')
    await program.input('#review-note', '名称说得更明白')
    await program.tap('#review-save')
    await program.tap('#question-yes')
    await rest(program)
    expect([...program.storage.keys()].filter(key => key.startsWith('draft:policy'))).toEqual([])
    const { versions } = await host.call(await host.token('manager-1'), 'policy', 'history', {})
    expect(versions[0]).toMatchObject({ version: 2, note: '名称说得更明白', applyTo: 'new' })
    expectSound(program)
  })
})
