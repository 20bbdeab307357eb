import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { deliverNotices } from '../../cloud/actions/notify/deliver'
import { takePushed } from '../../cloud/actions/notify/pushed'
import { subscriptionChannel, type Templates } from '../../cloud/actions/notify/subscription-channel'
import { weChat } from '../../cloud/platform/wechat'
import { type PushSecrets, isFromWeChat, readPush } from '../../cloud/platform/wechat/push'
import { readTemplates } from '../../cloud/platform/wechat/templates'
import { deadLetters } from '../../cloud/store/timer/dead-letters'
import { minute } from '../builders/clock'
import type { World } from '../builders/world'
import { describeWorld } from '../support/describe-world'
import { type WeChatServer, startWeChatServer } from '../support/wechat-server'

const data = { character_string1: 'number', thing2: 'title', time3: 'at' } as const
const templates: Templates = {
  progress: { id: 'tmpl-progress-of-the-company', data },
  rate: { id: 'tmpl-rate-of-the-company', data },
  work: { id: 'tmpl-work-of-the-company', data },
}
const idOf = (kind: 'progress' | 'rate' | 'work') => templates[kind]?.id ?? ''
const openidOf = (who: string) => `o-${who}`

/** D-NT-1, P-SUB-2: subscription messages, against a server that speaks the platform's documented protocol. */
describeWorld('subscription messages', tell => {
  let server: WeChatServer
  beforeEach(async () => {
    server = await startWeChatServer()
  })
  afterEach(() => server.close())

  /** A process that sends by WeChat; people of the estate have openids such as the platform gives. */
  const sending = async (world: World, who: readonly string[], timeoutMs = 5_000) => {
    for (const name of who)
      await world.db
        .updateTable('person')
        .set({ openid: openidOf(name) })
        .where('id', '=', world.ids(name))
        .execute()
    const { send } = weChat(
      { appId: server.appId, secret: server.secret, baseUrl: server.url, timeoutMs },
      { now: () => Date.now(), mayForce: async () => true, log: line => world.log.push(line) },
    )
    const { db, clock } = world.runtime
    const channel = subscriptionChannel({ db, clock, templates, send, log: line => world.log.push(line) })
    const runtime = world.process({ channels: [channel], templates })
    return {
      runtime,
      deliver: () => deliverNotices(runtime, { budgetMs: 60_000 }),
      call: (person: string, name: string, request: unknown) => world.call(openidOf(person), name, request, runtime),
    }
  }
  /** Accepts in the dialog: the platform counts it, and the mini-program says so. */
  const accept = async (
    call: (person: string, name: string, request: unknown) => Promise<unknown>,
    who: string,
    kind: 'progress' | 'rate' | 'work',
  ) => {
    server.accept(openidOf(who), idOf(kind))
    await call(who, 'notice.accepted', { templateIds: [idOf(kind)] })
  }
  const file = (call: (person: string, name: string, request: unknown) => Promise<unknown>, world: World) =>
    call('resident-1', 'ticket.file', {
      idempotencyKey: 'filed-by-resident-1',
      kind: 'complaint',
      category: 'leak',
      placeId: world.ids('room-101'),
      text: '厨房天花板漏水，王先生家 13800000000',
    })

  tell('go to whoever has accepted one, once for each, and name nobody’s words', async world => {
    const { deliver, call } = await sending(world, ['resident-1', 'steward-1'])
    await accept(call, 'steward-1', 'work')
    await accept(call, 'resident-1', 'progress')
    await file(call, world)
    await deliver()
    expect(
      server.delivered.map(({ touser, template_id, page }) => [touser, template_id, String(page).replace(/=.*/, '')]),
    ).toEqual(
      expect.arrayContaining([
        ['o-steward-1', idOf('work'), 'work/ticket/index?ticketId'],
        ['o-resident-1', idOf('progress'), 'pages/ticket/index?ticketId'],
      ]),
    )
    expect(server.delivered).toHaveLength(2)
    expect(JSON.stringify(server.delivered)).not.toMatch(/漏水|王先生|13800000000|room-101/)
    expect(server.delivered[0]).toMatchObject({ miniprogram_state: 'formal', lang: 'zh_CN' })
    // The next one has no credit, and nothing is asked of the platform; the inbox has it all the same.
    const asked = server.asked.length
    await world.act(
      'clerk-1',
      (await world.db.selectFrom('ticket').select('id').executeTakeFirstOrThrow()).id,
      'reply',
      { text: '马上安排' },
    )
    await deliver()
    expect(server.asked.length).toBe(asked)
    expect((await world.ok(openidOf('resident-1'), 'notice.list', {})).items[0]?.title).toBe('有新的回复')
    expect(await deadLetters(world.db, { centerIds: [world.ids('center-1')], limit: 5 })).toEqual([])
  })

  tell('are offered with how many are left; work only to staff', async world => {
    const { call } = await sending(world, ['resident-1', 'steward-1'])
    await accept(call, 'resident-1', 'rate')
    await accept(call, 'resident-1', 'rate')
    await call('resident-1', 'notice.accepted', { templateIds: ['tmpl-of-somebody-else'] })
    const of = async (who: string) => {
      const { answer } = (await call(who, 'notice.templates', {})) as {
        answer: { data: { items: { kind: string; left: number }[] } }
      }
      return answer.data.items.map(({ kind, left }) => `${kind} ${left}`)
    }
    expect(await of('resident-1')).toEqual(['progress 0', 'rate 2'])
    expect(await of('steward-1')).toEqual(['progress 0', 'rate 0', 'work 0'])
  })

  tell('the platform’s count is the right one: without credit there is no second try', async world => {
    const { deliver, call, runtime } = await sending(world, ['steward-1'])
    // Said by the mini-program, and turned off in the settings since.
    await call('steward-1', 'notice.accepted', { templateIds: [idOf('work')] })
    await file((_person, name, request) => world.call('resident-1', name, request, runtime), world)
    await deliver()
    expect(server.delivered).toEqual([])
    const { answer } = (await call('steward-1', 'notice.templates', {})) as {
      answer: { data: { items: { kind: string; left: number }[] } }
    }
    expect(answer.data.items).toContainEqual({ kind: 'work', templateId: idOf('work'), left: 0 })
    world.clock.advance(60 * minute)
    const asked = server.asked.length
    await deliver()
    expect(server.asked.length).toBe(asked)
  })

  const path = '/cgi-bin/message/subscribe/send'
  const busy = [
    ['43108, another one under way', { errcode: 43108, errmsg: 'concurrent' }],
    ['45009, too many today', { errcode: 45009, errmsg: 'reach max api daily quota limit' }],
    ['44991, too many this minute', { errcode: 44991, errmsg: 'reach max api minute quota limit' }],
    ['silence', 'silence'],
    ['nonsense', 'nonsense'],
  ] as const
  for (const [name, fault] of busy)
    tell(`${name}: is sent later, and no credit is lost`, async world => {
      const { deliver, call, runtime } = await sending(world, ['steward-1'], fault === 'silence' ? 400 : 5_000)
      await accept(call, 'steward-1', 'work')
      await file((_person, called, request) => world.call('resident-1', called, request, runtime), world)
      server.fault(path, fault)
      await deliver()
      expect(server.delivered).toEqual([])
      world.clock.advance(minute)
      await deliver()
      expect(server.delivered).toHaveLength(1)
    })

  const hopeless = [
    ['45168, a word that is not allowed', { errcode: 45168, errmsg: 'hit sensitive word' }],
    ['47003, a field that does not fit', { errcode: 47003, errmsg: 'argument invalid' }],
    ['40037, a template that is none', { errcode: 40037, errmsg: 'invalid template_id' }],
  ] as const
  for (const [name, fault] of hopeless)
    tell(`${name}: is not tried again, and the log says why`, async world => {
      const { deliver, call, runtime } = await sending(world, ['steward-1'])
      await accept(call, 'steward-1', 'work')
      await file((_person, called, request) => world.call('resident-1', called, request, runtime), world)
      server.fault(path, fault)
      await deliver()
      world.clock.advance(60 * minute)
      await deliver()
      expect(server.delivered).toEqual([])
      expect(world.log.some(line => line.includes(String(fault.errcode)))).toBe(true)
    })

  tell('two processes never send two to one person at once, nor two for one credit', async world => {
    const { deliver, call, runtime } = await sending(world, ['steward-1'])
    for (let more = 0; more < 3; more += 1) await accept(call, 'steward-1', 'work')
    for (let more = 0; more < 6; more += 1) {
      await world.call(
        'resident-1',
        'ticket.file',
        {
          idempotencyKey: `filed-${more}-by-resident-1`,
          kind: 'complaint',
          category: 'leak',
          placeId: world.ids('room-101'),
          text: `漏水 ${more}`,
        },
        runtime,
      )
    }
    await Promise.all([deliver(), deliver(), deliver()])
    expect(server.delivered).toHaveLength(3)
    const sends = server.asked.filter(asked => asked.path === path)
    expect(sends).toHaveLength(3)
  })

  tell('pushed by the platform, an accept counts once, and turning them off takes all', async world => {
    const event = (name: string, state: string, CreateTime: number, many = false) => {
      const one = { TemplateId: idOf('rate'), SubscribeStatusString: state, PopupScene: '0' }
      // A list of one is pushed as that one.
      return {
        FromUserName: 'o-resident-1',
        Event: name,
        CreateTime,
        List: many ? [one, { ...one, TemplateId: idOf('progress') }] : one,
      }
    }
    const left = async () =>
      Object.fromEntries(
        (await world.db.selectFrom('message_credit').selectAll().execute()).map(row => [row.template_id, row.credits]),
      )
    const popup = event('subscribe_msg_popup_event', 'accept', 1)
    await Promise.all([takePushed(world.runtime, popup), takePushed(world.runtime, popup)])
    expect(await left()).toEqual({ [idOf('rate')]: 1 })
    await takePushed(world.runtime, event('subscribe_msg_popup_event', 'accept', 2, true))
    expect(await left()).toEqual({ [idOf('rate')]: 2, [idOf('progress')]: 1 })
    await takePushed(world.runtime, event('subscribe_msg_change_event', 'reject', 3))
    expect(await left()).toEqual({ [idOf('rate')]: 0, [idOf('progress')]: 1 })
    await takePushed(world.runtime, { FromUserName: 'o-resident-1', Event: 'user_enter_tempsession' })
    // Where the platform pushes, what the mini-program says does not count as well.
    await world.call(
      'resident-1',
      'notice.accepted',
      { templateIds: [idOf('rate')] },
      world.process({ templates, countsPushes: true }),
    )
    expect(await left()).toEqual({ [idOf('rate')]: 0, [idOf('progress')]: 1 })
  })
})

describe('a push of the platform', () => {
  const secrets: PushSecrets = {
    appId: 'wx0123456789abcdef',
    token: 'PushToken1',
    key: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  }
  const sha1 = (...parts: readonly string[]) =>
    createHash('sha1')
      .update([...parts].sort().join(''))
      .digest('hex')

  /** As the platform encrypts: 16 random bytes, the length, the text, the app id, padded to blocks of 32. */
  function encrypt(text: string, { appId, key, token }: PushSecrets) {
    const bytes = Buffer.from(text)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    const plain = Buffer.concat([randomBytes(16), length, bytes, Buffer.from(appId)])
    const pad = 32 - (plain.length % 32)
    const secret = Buffer.from(`${key}=`, 'base64')
    const cipher = createCipheriv('aes-256-cbc', secret, secret.subarray(0, 16)).setAutoPadding(false)
    const Encrypt = Buffer.concat([
      cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
      cipher.final(),
    ]).toString('base64')
    const query = { timestamp: '1772414000', nonce: 'n0nce' }
    return { query: { ...query, msg_signature: sha1(token, query.timestamp, query.nonce, Encrypt) }, body: { Encrypt } }
  }

  it('is read where it is signed and meant for this app', () => {
    const { query, body } = encrypt('{"Event":"subscribe_msg_popup_event","名":"字"}', secrets)
    expect(readPush(secrets, query, body)).toEqual({ Event: 'subscribe_msg_popup_event', 名: '字' })
  })

  it.each([
    ['another token', { ...secrets, token: 'Another1' }],
    ['another key', { ...secrets, key: secrets.key.toUpperCase() }],
    ['another app', { ...secrets, appId: 'wxffffffffffffffff' }],
  ])('with %s it is not', (_name, other) => {
    const { query, body } = encrypt('{"Event":"x"}', other)
    expect(readPush(secrets, query, body)).toBeNull()
  })

  it('changed in one character it is not', () => {
    const { query, body } = encrypt('{"Event":"x"}', secrets)
    const changed = body.Encrypt.replace(/^./, first => (first === 'A' ? 'B' : 'A'))
    expect(readPush(secrets, query, { Encrypt: changed })).toBeNull()
    expect(readPush(secrets, { ...query, nonce: 'other' }, body)).toBeNull()
    for (const nothing of [null, [], {}, { Encrypt: 7 }, 'text']) expect(readPush(secrets, query, nothing)).toBeNull()
  })

  it('whose address is checked is known by its signature', () => {
    const query = { timestamp: '1', nonce: '2', signature: sha1(secrets.token, '1', '2') }
    expect(isFromWeChat(secrets, query)).toBe(true)
    expect(isFromWeChat(secrets, { ...query, signature: 'f'.repeat(40) })).toBe(false)
    expect(isFromWeChat(secrets, {})).toBe(false)
  })
})

describe('WECHAT_TEMPLATES', () => {
  it('is read', () => {
    expect(readTemplates(JSON.stringify({ rate: { id: 'a'.repeat(43), data } }))).toEqual({
      rate: { id: 'a'.repeat(43), data },
    })
  })
  it.each([
    ['{', 'must be JSON'],
    ['{"rate":{"id":"short","data":{}}}', 'rate.id'],
    [JSON.stringify({ rate: { id: 'a'.repeat(43), data: { thing1: 'phone' } } }), 'rate.data.thing1'],
    [JSON.stringify({ rate: { id: 'a'.repeat(43), data: { money1: 'title' } } }), 'rate.data.money1'],
    [JSON.stringify({ other: { id: 'a'.repeat(43), data: {} } }), 'WECHAT_TEMPLATES is wrong'],
  ])('%s is named', (text, part) => {
    expect(() => readTemplates(text)).toThrow(part)
  })
})
