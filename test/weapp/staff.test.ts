import sharp from 'sharp'
import { built, buildTimeoutMs } from '../support/build'
import { type TestHost, openHost } from '../support/host'
import { openTestMemory } from '../support/memory-database'
import { budget } from './budget'
import { worldOf } from './host-world'
import { launch, type MiniProgram } from './launch'
import type { World } from './fake-wx'

/** Worklist, ticket and forms of the mini-program build against the real host. */

jest.setTimeout(180_000)

let dist = ''
let host: TestHost
let world: World

beforeAll(async () => {
  dist = built('weapp')
  host = await openHost(await openTestMemory())
  const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8b95a0' } })
    .jpeg()
    .toBuffer()
  world = worldOf(host, jpeg)
}, buildTimeoutMs)

afterAll(async () => {
  await host.close()
  await host.database.close()
})

/** The steward of building 1 and one of its residents. */
const [steward, resident, clerk] = ['steward-1', 'resident-1', 'clerk-1']

const signedIn = async (persona: string, storage: Record<string, unknown> = {}) => ({
  ...world,
  storage: { 'session:token': await host.token(persona), ...storage },
})

let filings = 0
async function file(text = '大厅的灯坏了两盏，晚上很暗。'): Promise<string> {
  const token = await host.token(resident)
  const { rooms } = await host.call(token, 'account', 'me', {})
  const { ticketId } = await host.call(token, 'ticket', 'file', {
    idempotencyKey: `staff-test-${++filings}-00000000`,
    kind: 'request',
    category: 'lighting',
    placeId: rooms[0]?.placeId,
    text,
  })
  return ticketId
}

const stateOf = async (ticketId: string) =>
  (await host.call(await host.token(clerk), 'ticket', 'get', { ticketId })).state

function expectLight(program: MiniProgram): void {
  expect(program.errors).toEqual([])
  expect(program.unknownApis).toEqual([])
  const first = program.setData.filter(call => call.first).map(({ bytes }) => bytes)
  expect(Math.max(...first)).toBeLessThanOrEqual(budget.first)
  expect(Math.max(...program.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(budget.largest)
  const { depth, widest } = program.extent()
  expect(depth).toBeLessThan(budget.depth)
  expect(widest).toBeLessThanOrEqual(budget.children)
}

/** Answers come over real sockets; what follows from them is drawn in further turns. */
async function rest(program: MiniProgram): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await program.pass()
}

describe('the steward’s mini-program', () => {
  it('takes a ticket from the card, replies and reports it as done', async () => {
    const ticketId = await file()
    const program = await launch(dist, { ...(await signedIn(steward)), path: 'work/worklist/index' })
    await rest(program)
    await program.tap(`#next-${ticketId}`)
    await rest(program)
    expect(await stateOf(ticketId)).toBe('inProgress')

    await program.tap('#segment-doing')
    await rest(program)
    await program.tap(`#ticket-${ticketId}`)
    await rest(program)
    expect(program.route).toBe('work/ticket/index')
    expect(program.text()).toContain('大厅的灯坏了两盏')

    await program.tap('#act-reply')
    await rest(program)
    await program.tap('#field-text-template-1')
    await program.tap('#submit')
    await rest(program)
    expect(program.route).toBe('work/ticket/index')
    expect(program.text()).toContain('我预计今天上门查看')

    await program.tap('#act-complete')
    await rest(program)
    await program.tap('#submit')
    expect(program.text()).toContain('请补充处理情况')
    // Common work is reported as done with a photo, a whole sentence and the button (D-HD-3, D-CL-5).
    expect(program.text()).toContain('归因：材料 · 属实 · 物业（可改）')
    await program.tap('#field-photos-picker-photo')
    await rest(program)
    await program.tap('#field-summary-phrase-0')
    await program.tap('#submit')
    await rest(program)
    expect(await stateOf(ticketId)).toBe('completed')
    expect((await host.call(await host.token(clerk), 'ticket', 'get', { ticketId })).completion).toMatchObject({
      summary: '已更换灯具，照明恢复正常。',
      factor: 'material',
      responsibleParty: 'own',
    })
    expectLight(program)
  })

  it('keeps what was typed when answers are lost, and has sent it once when the program starts again (D-HD-10)', async () => {
    const ticketId = await file()
    const token = await host.token(steward)
    await host.call(token, 'ticket', 'act', { ticketId, command: 'accept', idempotencyKey: 'staff-test-accept-1' })
    const online = await signedIn(steward)
    const path = `work/act/index?ticketId=${ticketId}&command=reply`
    const before = await launch(dist, { ...online, path: 'work/worklist/index' })
    await rest(before)
    let lost = 0
    const program = await launch(dist, {
      ...online,
      path,
      storage: Object.fromEntries(before.storage),
      request: async options => {
        const answer = await online.request?.(options)
        // The server has done it; the answer is lost on the way, every time.
        if (JSON.stringify(options.data ?? '').includes('半小时后到')) {
          lost += 1
          throw new Error('timeout')
        }
        return answer ?? { statusCode: 503, data: {} }
      },
    })
    await rest(program)
    await program.input('#field-text', '半小时后到。')
    await program.tap('#submit')
    await program.pass(60_000)
    await rest(program)
    expect(lost).toBeGreaterThan(3)
    expect(JSON.stringify(program.storage.get('outbox'))).toContain('半小时后到。')

    const again = await launch(dist, {
      ...online,
      path: 'work/worklist/index',
      storage: Object.fromEntries(program.storage),
    })
    await rest(again)
    expect(again.storage.get('outbox')).toMatchObject({ value: [] })
    const { timeline } = await host.call(token, 'ticket', 'get', { ticketId })
    expect(timeline.filter(({ text }) => text === '半小时后到。')).toHaveLength(1)
    expect(again.storage.has(`draft:act:${ticketId}:reply`)).toBe(false)
  })

  it('stays light with a long worklist, also when the device has kept it', async () => {
    for (let n = 0; n < 45; n++) await file(`第 ${n} 处路灯不亮。${'请尽快来看看。'.repeat(20)}`)
    const program = await launch(dist, { ...(await signedIn(steward)), path: 'work/worklist/index' })
    await rest(program)
    await program.reachBottom()
    await rest(program)
    await program.reachBottom()
    await rest(program)
    expect(program.all('ticket-card').length).toBeGreaterThan(40)
    expectLight(program)
    const again = await launch(dist, {
      ...(await signedIn(steward, Object.fromEntries(program.storage))),
      path: 'work/worklist/index',
    })
    await rest(again)
    expectLight(again)
  })
})

describe('the desk’s mini-program', () => {
  it('verifies what has been reported as done, with both answers in sight', async () => {
    const ticketId = await file()
    const token = await host.token(steward)
    const act = async (data: Record<string, unknown>) =>
      host.post(
        'ticket',
        { action: 'act', data: { ticketId, idempotencyKey: `staff-test-${++filings}-0000`, ...data } },
        token,
      )
    await act({ command: 'accept' })
    await act({
      command: 'complete',
      summary: '已更换。',
      cause: { factor: 'material' },
      verdict: 'substantiated',
      responsibleParty: 'own',
    })
    const program = await launch(dist, { ...(await signedIn(clerk)), path: 'work/queue/index' })
    await rest(program)
    await program.tap('#segment-verify')
    await rest(program)
    await program.tap(`#ticket-${ticketId}`)
    await rest(program)
    expect(program.route).toBe('work/ticket/index')
    expect([program.has('#act-reject'), program.has('#act-verify')]).toEqual([true, true])
    await program.tap('#act-verify')
    await rest(program)
    await program.tap('#submit')
    await rest(program)
    expect(['callback', 'quietPeriod']).toContain(await stateOf(ticketId))
    expectLight(program)
  })
})
