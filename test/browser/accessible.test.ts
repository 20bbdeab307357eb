import { uuidv7 } from '../../src/data/call/uuid'
import type { ActionName, FunctionName, RequestOf, ResponseOf } from '../../types/contract/index'
import type { Answer } from '../../types/errors'
import { faults } from './axe'
import { type Phone, type Stage, openStage } from './stage'

jest.setTimeout(300_000)

let stage: Stage
let ticketId = ''

async function call<F extends FunctionName, A extends ActionName<F>>(
  persona: string,
  functionName: F,
  action: A,
  data: RequestOf<F, A>,
): Promise<ResponseOf<F, A>> {
  const post = async (name: string, body: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(`${stage.url}/call/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const answer = (await response.json()) as Answer<unknown>
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
    return answer.data
  }
  const { token } = (await post('account', { action: 'demoSignIn', data: { persona } })) as { token: string }
  return (await post(functionName, { action, data }, token)) as ResponseOf<F, A>
}

async function file(text: string, category = 'lighting'): Promise<string> {
  const { rooms } = await call('resident-1', 'account', 'me', {})
  const filed = await call('resident-1', 'ticket', 'file', {
    idempotencyKey: uuidv7(),
    kind: 'request',
    category,
    placeId: rooms[0]?.placeId ?? '',
    text,
  })
  return filed.ticketId
}

const tick = () =>
  fetch(`${stage.url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'PT1M' }),
  })

beforeAll(async () => {
  stage = await openStage()
  for (const text of ['大厅的灯坏了两盏，晚上很暗。', '楼道的声控灯一直不亮。', '地下车库入口的灯闪。'])
    await file(text)
  stage.wall.now += 30 * 3600_000
  await tick()
  ticketId = await file('电梯运行时有很大的响声，到三楼还会抖一下。', 'lift')
  stage.wall.now += 1800_000
})
afterAll(() => stage.close())

const found: Record<string, string[]> = {}
async function look(phone: Phone, name: string, shoot = true) {
  await phone.page.waitForLoadState('networkidle')
  const f = await faults(phone)
  for (const x of f) (found[x] ??= []).push(name)
  if (shoot) await phone.shoot(`x-${name}`)
}

test('walk', async () => {
  const t0 = Date.now()
  const go = async (phone: Phone, pre: string, paths: string[]) => {
    for (const p of paths) {
      await phone.goTo(p)
      await look(phone, `${pre}-${p.replace(/\W+/g, '_').slice(0, 40)}`)
    }
  }
  const r = await stage.phone('resident-1')
  const rp = [
    'pages/home/index',
    'pages/file/index?kind=complaint',
    'pages/tickets/index',
    `pages/ticket/index?ticketId=${ticketId}`,
    'pages/survey/index',
    'pages/notices/index',
    'pages/profile/index',
    'pages/privacy/index',
    'pages/sign-in/index',
  ]
  await go(r, 'r', rp)
  await r.close()
  const e = await stage.phone('resident-1', { dark: true, width: 320, height: 640 })
  await e.goTo('pages/home/index')
  await e.at('#home-elder').click()
  await go(e, 'e', rp)
  await e.close()
  const s = await stage.phone('steward-1')
  await go(s, 's', [
    'work/worklist/index',
    `work/ticket/index?ticketId=${ticketId}`,
    'work/file/index',
    `work/act/index?ticketId=${ticketId}&command=accept`,
  ])
  await s.close()
  const d = await stage.phone('manager-1', { width: 1280, height: 860 })
  await go(d, 'd', [
    'work/queue/index',
    'work/tickets/index',
    'manage/hub/index',
    'manage/overview/index',
    'manage/escalations/index',
    'manage/rules/index',
    'manage/deadlines/index',
    'manage/calendar/index',
    'manage/categories/index',
    'manage/figures/index',
    'manage/rehearsal/index',
    'manage/history/index',
    'manage/review/index',
    'manage/roster/index',
    'manage/health/index',
    'pages/notices/index',
    'pages/profile/index',
  ])
  await d.goTo('work/tickets/index')
  await d.at('.ticket-card-main').click()
  await d.at('#ticket-detail').waitFor()
  await look(d, 'd-pane')
  await d.close()
  console.log(((Date.now() - t0) / 1000).toFixed(1), 's')
  require('fs').writeFileSync('/tmp/axe.json', JSON.stringify(found, null, 1))
}, 300_000)
