import { firingsOf } from '../support/firings'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dispatch } from '../../cloud/functions/dispatch'
import { seedDemo } from '../../cloud/host/demo/seed'
import { embeddedRuntime } from '../../cloud/host/embedded-runtime'
import { type OpenDatabase, openDatabase } from '../../cloud/store/engine/open-database'
import { migrate } from '../../cloud/store/migrate'
import type { Answer } from '../../types/errors'
import { buildTimeoutMs, built } from '../support/build'
import { CloudInstance } from '../support/cloud-instance'
import { createPostgres } from '../support/databases'
import { phonePhoto } from '../support/files'
import { monday } from '../support/host'

jest.setTimeout(buildTimeoutMs)

const fileRoot = 'cloud://test-env.7465-test-env-1300000000'
const functions = [
  'account',
  'callback',
  'campaign',
  'center',
  'deadline',
  'incident',
  'media',
  'notice',
  'notify',
  'organisation',
  'policy',
  'report',
  'special',
  'staff',
  'survey',
  'ticket',
]
const openids = { 'resident-1': 'openid-of-resident', 'steward-1': 'openid-of-steward' } as const

let cloud: string
let storage: string
let database: OpenDatabase
let cleanup: () => Promise<void>
const instances = new Map<string, CloudInstance>()
let environment: Record<string, string>

beforeAll(async () => {
  cloud = built('cloud')
  storage = mkdtempSync(join(tmpdir(), 'property-complaints-storage-'))
  const postgres = await createPostgres({ migrated: false })
  cleanup = postgres.cleanup
  environment = { DATABASE_URL: postgres.url, CLOUD_FILE_ROOT: fileRoot, FAKE_STORAGE: storage }
  database = await openDatabase({ databaseUrl: postgres.url })
  // The first call of a function brings an empty database up by itself.
  expect(await call('account', 'me', {}, 'openid-of-a-stranger')).toMatchObject({ ok: true, data: { rooms: [] } })
  expect(await migrate(database.db)).toEqual({ applied: [] })
  const silent = () => undefined
  const settings = { dataDir: storage, demo: true, weChat: null }
  await seedDemo(await embeddedRuntime({ database, settings, log: silent, print: silent }), 0)
  for (const [persona, openid] of Object.entries(openids)) await bind(persona, openid)
})
afterAll(async () => {
  for (const instance of instances.values()) await instance.stop()
  await database?.close()
  await cleanup?.()
  rmSync(storage, { recursive: true, force: true })
})

/** Gives a seeded person the openid under which the platform will name them. */
async function bind(persona: string, openid: string): Promise<void> {
  const row = await database.db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'demo.personas')
    .executeTakeFirstOrThrow()
  const found = (row.value as { id: string; personId: string }[]).find(one => one.id === persona)
  await database.db
    .updateTable('person')
    .set({ openid })
    .where('id', '=', found?.personId ?? '')
    .execute()
}

function instanceOf(name: string): CloudInstance {
  const known = instances.get(name)
  if (known) return known
  const instance = new CloudInstance(join(cloud, name, 'index.js'), environment)
  instances.set(name, instance)
  return instance
}

/** wx.cloud.callFunction: the platform adds who called and its own fields. */
async function call(
  name: string,
  action: string,
  data: unknown,
  openid: string,
): Promise<Answer<Record<string, unknown>>> {
  const event = { action, data, userInfo: { appId: 'wx0123456789abcdef', openId: openid }, tcbContext: {} }
  return (await instanceOf(name).main(event, openid)) as Answer<Record<string, unknown>>
}

const dataOf = (answer: Answer<Record<string, unknown>>): Record<string, unknown> => {
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
  return answer.data
}

const timer = { Type: 'Timer', TriggerName: 'deadline', Time: '2026-03-02T02:00:00Z', Message: '' }

test('there is one small folder per function, complete in itself', () => {
  expect(readdirSync(cloud).sort()).toEqual(functions)
  for (const name of functions) {
    expect(statSync(join(cloud, name, 'index.js')).size).toBeLessThanOrEqual(560 * 1024)
    const manifest = JSON.parse(readFileSync(join(cloud, name, 'package.json'), 'utf8')) as {
      main: string
      dependencies: object
    }
    expect(manifest.main).toBe('index.js')
    expect(Object.keys(manifest.dependencies)).toContain('wx-server-sdk')
    expect('sharp' in manifest.dependencies).toBe(name === 'media')
    const config = JSON.parse(readFileSync(join(cloud, name, 'config.json'), 'utf8')) as {
      triggers?: { type: string; config: string }[]
    }
    const patterns = (config.triggers ?? []).map(one => [one.type, one.config.split(' ').length])
    expect(patterns).toEqual(name === 'deadline' || name === 'notify' ? [['timer', 7]] : [])
  }
})

test('a resident files with a photo from the mini-program, the steward sees and accepts it', async () => {
  mkdirSync(join(storage, 'incoming'), { recursive: true })
  writeFileSync(join(storage, 'incoming', 'raw.jpg'), await phonePhoto(400, 300))
  const resident = openids['resident-1']
  const me = dataOf(await call('account', 'me', {}, resident)) as { rooms: { placeId: string }[]; demo: boolean }
  expect(me.demo).toBe(false)
  const photo = dataOf(await call('media', 'register', { fileId: `${fileRoot}/incoming/raw.jpg` }, resident))
  expect(photo).toMatchObject({
    kind: 'image',
    url: expect.stringMatching(/^https:.*\/media\/.*\.jpg\?sign=1$/) as string,
  })
  expect(existsSync(join(storage, 'incoming', 'raw.jpg'))).toBe(false)
  const filing = {
    idempotencyKey: 'cloud-filing',
    kind: 'complaint',
    category: 'leak',
    placeId: me.rooms[0]?.placeId,
    text: '厨房漏水',
    photos: [photo.mediaId],
  }
  const filed = dataOf(await call('ticket', 'file', filing, resident))
  expect(dataOf(await call('ticket', 'file', filing, resident))).toEqual(filed)
  const steward = openids['steward-1']
  const list = dataOf(await call('ticket', 'list', { scope: 'assigned' }, steward)) as { items: { ticketId: string }[] }
  expect(list.items.map(item => item.ticketId)).toEqual([filed.ticketId])
  const accept = { ticketId: filed.ticketId, idempotencyKey: 'cloud-accept', command: 'accept' }
  expect(dataOf(await call('ticket', 'act', accept, steward))).toMatchObject({ state: 'inProgress' })
  expect(dataOf(await call('survey', 'list', {}, resident))).toEqual({ items: [], toDetail: [] })
  expect(dataOf(await call('notice', 'list', {}, resident)).items).not.toHaveLength(0)
})

test('where messages are set up a filing leaves its notices for the function that sends them', async () => {
  const templates = { work: { id: 'w'.repeat(43), data: { character_string1: 'number', thing2: 'title' } } }
  const ticket = new CloudInstance(join(cloud, 'ticket', 'index.js'), {
    ...environment,
    WECHAT_APP_ID: 'wx0123456789abcdef',
    WECHAT_APP_SECRET: 'app-secret',
    WECHAT_TEMPLATES: JSON.stringify(templates),
  })
  try {
    const resident = openids['resident-1']
    const me = dataOf(await call('account', 'me', {}, resident)) as { rooms: { placeId: string }[] }
    const [room] = me.rooms
    const data = {
      idempotencyKey: 'cloud-filing-told-outside',
      kind: 'complaint',
      category: 'leak',
      placeId: room?.placeId,
      text: '卫生间漏水',
    }
    const filed = dataOf((await ticket.main({ action: 'file', data }, resident)) as Answer<Record<string, unknown>>)
    const notices = await database.db
      .selectFrom('notice')
      .where('ticket_id', '=', String(filed.ticketId))
      .select('channel_state')
      .execute()
    expect(new Set(notices.map(row => row.channel_state))).toEqual(new Set(['pending']))
    // Nobody is to meet them later in this file.
    await database.db.updateTable('notice').set({ channel_state: 'inbox', next_attempt_at: null }).execute()
  } finally {
    await ticket.stop()
  }
})

test('what is refused has a code, never a stack', async () => {
  const resident = openids['resident-1']
  const codes = async (event: unknown, openid?: string) => {
    const answer = (await instanceOf('ticket').main(event, openid)) as Answer<unknown>
    return answer.ok ? 'ok' : answer.error.code
  }
  expect(await codes({ action: 'list', data: { scope: 'mine' } })).toBe('unauthenticated')
  expect(await codes({ action: 'list', data: { scope: 'everything' } }, resident)).toBe('invalidRequest')
  expect(await codes({ action: 'constructor' }, resident)).toBe('unknownAction')
  expect(await codes(null, resident)).toBe('malformedRequest')
  const demo = await call('account', 'demoSignIn', { persona: 'resident-1' }, resident)
  expect(demo).toMatchObject({ ok: false, error: { code: 'unknownAction' } })
})

test('HTTP access counts the token only, and answers with a status', async () => {
  const request = (body: string, headers = {}) => ({
    httpMethod: 'POST',
    path: '/ticket',
    headers,
    body,
    isBase64Encoded: false,
  })
  const post = async (event: unknown) =>
    (await instanceOf('ticket').main(event)) as { statusCode: number; body: string }
  expect((await post(request('{"action":"list","data":{"scope":"mine"}}'))).statusCode).toBe(401)
  expect((await post(request('{"action":'))).statusCode).toBe(400)
  expect((await post(request('x'.repeat(200_000)))).statusCode).toBe(413)
  expect((await post({ ...request(''), httpMethod: 'GET' })).statusCode).toBe(400)
  // A client that imitates HTTP access is not taken for itself: it has no token.
  const imitated = (await instanceOf('ticket').main(
    request('{"action":"list","data":{"scope":"mine"}}'),
    openids['resident-1'],
  )) as { statusCode: number }
  expect(imitated.statusCode).toBe(401)
  const base64 = { ...request(Buffer.from('{"action":"explode"}').toString('base64')), isBase64Encoded: true }
  expect(JSON.parse((await post(base64)).body)).toMatchObject({ ok: false, error: { code: 'unknownAction' } })
})

test('the timer fires what is due, once, however often it comes; nobody else can call it', async () => {
  // Filed on a Monday long past, an emergency: every warning, breach and escalation is due by now.
  const silent = () => undefined
  const settings = { dataDir: storage, demo: false, weChat: null }
  const wallClock = { now: () => monday }
  const past = await embeddedRuntime({ database, settings, log: silent, print: silent, wallClock })
  const resident = { openid: openids['resident-1'] }
  const me = await dispatch(past, 'account', { action: 'me' }, resident)
  const { rooms } = dataOf(me.answer as Answer<Record<string, unknown>>) as { rooms: { placeId: string }[] }
  const filing = {
    kind: 'complaint',
    category: 'leak',
    urgency: 'emergency',
    text: '水管爆了',
    idempotencyKey: 'long-ago',
  }
  const data = { ...filing, placeId: rooms[0]?.placeId }
  expect((await dispatch(past, 'ticket', { action: 'file', data }, resident)).status).toBe(200)
  const firings = async () => (await firingsOf(database.db)).length

  await Promise.all([instanceOf('deadline').main(timer), instanceOf('deadline').main(timer)])
  const fired = await firings()
  expect(fired).toBeGreaterThan(5)
  expect(await instanceOf('deadline').main(timer)).toMatchObject({ fired: 0, more: false })
  expect(await firings()).toBe(fired)
  await expect(instanceOf('deadline').main(timer, openids['resident-1'])).rejects.toThrow('您没有权限')
  await expect(instanceOf('deadline').main({ action: 'sweep' })).rejects.toThrow('您没有权限')
  expect(await instanceOf('notify').main({ ...timer, TriggerName: 'notify' })).toMatchObject({ more: false })
})

test.each([
  [{ DATABASE_URL: '' }, 'DATABASE_URL must be'],
  [{ DATABASE_URL: 'file:///data' }, 'DATABASE_URL must be'],
  [{ CLOUD_FILE_ROOT: '' }, 'CLOUD_FILE_ROOT must be'],
])('%j stops the function with a sentence that names it', async (changes, sentence) => {
  const instance = new CloudInstance(join(cloud, 'account', 'index.js'), { ...environment, ...changes })
  try {
    await expect(instance.main({ action: 'me' }, 'openid-of-somebody')).rejects.toThrow(sentence)
  } finally {
    await instance.stop()
  }
})

test('a database that is away is said to be so, and found again by the next call', async () => {
  const nobody = 'postgres://postgres@127.0.0.1:1/none'
  const instance = new CloudInstance(join(cloud, 'account', 'index.js'), { ...environment, DATABASE_URL: nobody })
  try {
    const answers = [await instance.main({ action: 'me' }, 'o'), await instance.main({ action: 'me' }, 'o')]
    expect(answers).toMatchObject([{ ok: false, error: { code: 'unavailable' } }, { error: { code: 'unavailable' } }])
  } finally {
    await instance.stop()
  }
})
