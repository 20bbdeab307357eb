import sharp from 'sharp'
import { built, buildTimeoutMs } from '../support/build'
import { type TestHost, openHost } from '../support/host'
import { openTestMemory } from '../support/memory-database'
import { type MiniProgram, launch } from './launch'
import type { World } from './fake-wx'
import type { RequestOf } from '../../types/contract/index'

/** The mini-program build itself, run against the real host: filing from the first tap to the receipt (D-IN-4, D-IN-5). */

jest.setTimeout(120_000)

const kb = 1024
let dist = ''
let host: TestHost

beforeAll(async () => {
  dist = built('weapp')
  host = await openHost(await openTestMemory())
}, buildTimeoutMs)

afterAll(async () => {
  await host.close()
  await host.database.close()
})

/** `wx.request` and `wx.uploadFile` as the platform carries them out: over HTTP, to the host. */
async function world(overrides: Partial<World> = {}): Promise<World> {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8b95a0' } })
    .jpeg()
    .toBuffer()
  const here = (url: string): string => url.replace(/^https?:\/\/[^/]+/, host.url)
  const answer = async (response: Response) => ({
    statusCode: response.status,
    data: await response.json(),
    header: Object.fromEntries(response.headers.entries()),
  })
  return {
    request: async ({ url, method, data, header }) =>
      answer(
        await fetch(here(url), {
          method,
          headers: header,
          body: typeof data === 'string' ? data : JSON.stringify(data),
        }),
      ),
    uploadFile: async ({ url, header }) => {
      const form = new FormData()
      form.append('file', new Blob([photo], { type: 'image/jpeg' }), 'photo.jpg')
      const { authorization } = header
      const response = await fetch(here(url), {
        method: 'POST',
        headers: authorization ? { authorization } : {},
        body: form,
      })
      // The platform hands an upload's answer over as text.
      return { statusCode: response.status, data: await response.text() }
    },
    chooseMedia: () => [{ tempFilePath: 'wxfile://tmp_photo.jpg', size: photo.byteLength, fileType: 'image' }],
    ...overrides,
  }
}

const signedIn = async (persona: string): Promise<Record<string, unknown>> => ({
  'session:token': await host.token(persona),
  'session:role': 'resident',
})

async function fill(program: MiniProgram): Promise<void> {
  await program.tap('#file-kind-complaint')
  await program.tap('#file-category-lift')
  await program.input('#file-text', '电梯运行时有很大的响声，到三楼还会抖一下。')
  await program.tap('#file-media-photo')
  // The upload ends, and what follows from it is drawn.
  await program.pass()
  await program.pass()
}

const ticketsOf = async (persona: string) =>
  (await host.call(await host.token(persona), 'ticket', 'list', { scope: 'mine' })).items

describe('filing in the mini-program', () => {
  it('goes from the tap on home to the receipt with number and promise', async () => {
    const program = await launch(dist, {
      path: 'pages/home/index',
      storage: await signedIn('resident-1'),
      ...(await world()),
    })
    await program.tap('#home-file')
    expect(program.route).toBe('pages/file/index')
    await fill(program)
    await program.tap('#file-submit')
    await program.pass()
    expect({ route: program.route, errors: program.errors, unknown: program.unknownApis }).toEqual({
      route: 'pages/receipt/index',
      errors: [],
      unknown: [],
    })
    const [ticket] = await ticketsOf('resident-1')
    expect(ticket).toMatchObject({ state: 'dispatched', category: 'lift', assigneeName: '李静' })
    expect(ticket?.thumbnail).not.toBeNull()
    expect(program.text().replace(/\s/g, '')).toContain(ticket?.number.slice(0, 6))
    expect(program.text()).toContain('今天 24:00 前答复您')
    expect(Math.max(...program.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(128 * kb)
    expect(Math.max(...program.setData.filter(({ first }) => first).map(({ bytes }) => bytes))).toBeLessThanOrEqual(
      32 * kb,
    )
  })

  it('makes a photo smaller that is larger than of use, before it is kept and sent (D-IN-5)', async () => {
    const program = await launch(dist, {
      path: 'pages/file/index',
      storage: await signedIn('resident-3'),
      ...(await world({
        imageSize: { width: 8000, height: 6000 },
        chooseMedia: () => [{ tempFilePath: 'wxfile://tmp_photo.jpg', size: 24 * kb * kb, fileType: 'image' }],
      })),
    })
    await program.tap('#file-media-photo')
    await program.pass()
    const called = (name: string) => program.calls.find(call => call.name === name)?.options
    expect(called('compressImage')).toMatchObject({ src: 'wxfile://tmp_photo.jpg', compressedWidth: 2560 })
    expect(called('saveFile')).toMatchObject({ tempFilePath: 'wxfile://tmp_compressed.jpg' })
    expect(JSON.stringify(program.find('#file-media'))).toContain('1/9')
    expect({ errors: program.errors, unknown: program.unknownApis }).toEqual({ errors: [], unknown: [] })
  })

  it('takes a recording in place of words (D-AC-1)', async () => {
    const program = await launch(dist, {
      path: 'pages/file/index',
      storage: await signedIn('resident-3'),
      ...(await world({ uploadFile: () => Promise.reject(new Error('no network')) })),
    })
    await program.tap('#file-kind-complaint')
    await program.tap('#file-category-lift')
    expect(JSON.stringify(program.find('#file-submit'))).toContain('还差：内容')
    await program.tap('#file-talk-button')
    await program.pass()
    expect(JSON.stringify(program.find('#file-talk'))).toContain('说完点一下')
    await program.pass(3_000)
    await program.tap('#file-talk-button')
    await program.pass()
    expect(JSON.stringify(program.find('#file-media'))).toContain('语音')
    expect(JSON.stringify(program.find('#file-submit'))).toContain('提交')
    expect({ errors: program.errors, unknown: program.unknownApis }).toEqual({ errors: [], unknown: [] })
  })

  it('takes kind, category and danger from the description with one tap (D-CL-4)', async () => {
    const program = await launch(dist, {
      path: 'pages/file/index',
      storage: await signedIn('resident-3'),
      ...(await world()),
    })
    await program.input('#file-text', '2号楼电梯停了，有人被困在里面')
    await program.pass(600)
    expect(program.text()).toContain('像是：报修求助 · 电梯 · 现在很危险')
    expect(program.text()).toContain('因为您写了“被困”')
    await program.tap('#file-proposal-take')
    const chosen = ['#file-kind-request', '#file-category-lift'].map(id => JSON.stringify(program.find(id)))
    expect(chosen.filter(node => !node.includes('choice-on'))).toEqual([])
    expect(JSON.stringify(program.find('#file-emergency'))).toContain('"ariaChecked":"true"')
    expect(program.has('#file-proposal-take')).toBe(false)
    expect(program.errors).toEqual([])
  })

  it('offers 其他 where a search finds nothing, and finds by everyday words', async () => {
    const program = await launch(dist, {
      path: 'pages/file/index',
      storage: await signedIn('resident-3'),
      ...(await world()),
    })
    await program.input('#file-search', '厕所')
    expect(program.has('#file-category-pipe')).toBe(true)
    await program.input('#file-search', '外星人')
    expect(['#file-search-none', '#file-category-other'].filter(id => !program.has(id))).toEqual([])
    expect(program.has('#file-category-pipe')).toBe(false)
  })

  it('files once when the answer is lost and when the button is tapped twice', async () => {
    const real = await world()
    let lost = 0
    const program = await launch(dist, {
      path: 'pages/file/index',
      storage: await signedIn('resident-2'),
      ...real,
      request: async options => {
        const answer = await real.request?.(options)
        const isFiling =
          typeof options.data === 'string'
            ? options.data.includes('"file"')
            : JSON.stringify(options.data).includes('"file"')
        if (isFiling && lost++ === 0) throw new Error('the connection was cut after the host had answered')
        if (!answer) throw new Error('no answer')
        return answer
      },
    })
    await fill(program)
    const button = program.find('#file-submit')
    await Promise.all([program.fire(button, 'tap'), program.fire(button, 'tap')])
    await program.pass(30_000)
    expect(program.route).toBe('pages/receipt/index')
    expect(lost).toBeGreaterThan(1)
    expect(await ticketsOf('resident-2')).toHaveLength(1)
  })

  it('keeps the draft when the person leaves and offers it again', async () => {
    const storage = await signedIn('resident-3')
    const first = await launch(dist, { path: 'pages/file/index', storage, ...(await world()) })
    await first.tap('#file-kind-complaint')
    await first.input('#file-text', '楼道的灯坏了，晚上看不清。')
    const second = await launch(dist, {
      path: 'pages/file/index',
      storage: Object.fromEntries(first.storage),
      ...(await world()),
    })
    expect(JSON.stringify(second.find('#file-text'))).toContain('楼道的灯坏了，晚上看不清。')
    expect(await ticketsOf('resident-3')).toHaveLength(0)
  })
})

describe('rating in the mini-program (D-CB-5)', () => {
  /** Told by resident-4, done, and being asked about. */
  async function toRate(): Promise<string> {
    const resident = await host.token('resident-4')
    const { rooms } = await host.call(resident, 'account', 'me', {})
    const placeId = rooms[0]?.placeId ?? ''
    const told = { kind: 'request', category: 'lighting', text: '楼道的灯不亮', placeId } as const
    const { ticketId } = await host.call(resident, 'ticket', 'file', { idempotencyKey: 'weapp-rating-0', ...told })
    const act = async (persona: string, request: object) =>
      host.call(await host.token(persona), 'ticket', 'act', { ticketId, ...request } as RequestOf<'ticket', 'act'>)
    await act('steward-1', { idempotencyKey: 'weapp-rating-1', command: 'accept' })
    await act('steward-1', {
      idempotencyKey: 'weapp-rating-2',
      command: 'complete',
      summary: '换了灯泡',
      cause: { factor: 'equipment' },
      verdict: 'substantiated',
      responsibleParty: 'own',
    })
    await act('clerk-1', { idempotencyKey: 'weapp-rating-3', command: 'verify' })
    return ticketId
  }

  it('one tap in the inbox is the answer, also where its echo is lost, and the reasons follow it', async () => {
    const ticketId = await toRate()
    const real = await world()
    let lost = 0
    const program = await launch(dist, {
      path: 'pages/notices/index',
      storage: await signedIn('resident-4'),
      ...real,
      request: async options => {
        const answer = await real.request?.(options)
        if (JSON.stringify(options.data).includes('answer') && lost++ === 0)
          throw new Error('the connection was cut after the host had answered')
        if (!answer) throw new Error('no answer')
        return answer
      },
    })
    await program.pass()
    await program.tap(`#solved-no-${ticketId}`)
    await program.pass(30_000)
    expect(program.route).toBe('pages/survey/index')
    expect(program.text()).toContain('已记下：还没解决')
    expect(lost).toBeGreaterThan(1)
    await program.tap('#survey-reason-cameBack')
    for (const _question of ['reasons', 'measures', 'reception']) await program.tap('#survey-next')
    await program.tap('#survey-submit')
    await program.pass()
    expect(program.text()).toContain('很抱歉没有让您满意')
    const { timeline, state } = await host.call(await host.token('steward-1'), 'ticket', 'get', { ticketId })
    expect(state).toBe('dispatched')
    const said = timeline.filter(({ type }) => type.startsWith('survey')).map(({ title, text }) => [title, text])
    expect(said).toEqual([
      ['评价', '没有解决；结果不满意'],
      ['补充评价', '又出现了'],
    ])
    expect({ errors: program.errors, unknown: program.unknownApis }).toEqual({ errors: [], unknown: [] })
  })
})
