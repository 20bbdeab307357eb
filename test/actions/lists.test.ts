import type { RequestOf } from '../../types/contract/index'
import { march, minute } from '../builders/clock'
import { type World, aKey, someCompletion } from '../builders/world'
import { describeWorld, describeWorldOnEachEngine } from '../support/describe-world'

type Asked = RequestOf<'ticket', 'list'>

/** Every page of a list; `between` happens after the first of them. */
async function pages(world: World, person: string, asked: Asked, between?: () => Promise<unknown>): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await world.ok(person, 'ticket.list', { limit: 4, ...asked, cursor })
    ids.push(...page.items.map(item => item.ticketId))
    if (page.nextCursor === null) return ids
    if (cursor === undefined) await between?.()
    cursor = page.nextCursor
  }
}

/** Eleven tickets, several of them filed in one and the same millisecond. */
async function eleven(world: World): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < 11; index += 1) {
    if (index % 4 !== 0) world.clock.advance(-minute)
    ids.push(await world.file('resident-1', { category: index % 2 ? 'lighting' : 'leak' }))
  }
  return ids
}

const ordered = async (world: World, by: 'next_due_at' | 'filed_at', direction: 'asc' | 'desc') => {
  const rows = await world.db
    .selectFrom('ticket')
    .select('id')
    .orderBy(by, direction)
    .orderBy('id', direction)
    .execute()
  return rows.map(row => row.id)
}

describeWorldOnEachEngine('lists by page', tell => {
  const newest: readonly [string, Asked][] = [
    ['resident-1', { scope: 'mine' }],
    ['clerk-1', { scope: 'center' }],
    ['steward-1', { scope: 'center' }],
  ]
  tell('newest first: all of them, each once, even while others are filed', async world => {
    const filed = await eleven(world)
    const expected = await ordered(world, 'filed_at', 'desc')
    expect(new Set(expected)).toEqual(new Set(filed))
    for (const [person, asked] of newest)
      expect([person, await pages(world, person, asked)]).toEqual([person, expected])
    const meanwhile = await pages(world, 'clerk-1', { scope: 'center' }, () => world.file())
    expect(meanwhile).toEqual(expected)
  })

  tell('what runs out first on top: the worklist and the queues', async world => {
    await eleven(world)
    const expected = await ordered(world, 'next_due_at', 'asc')
    expect(await pages(world, 'steward-1', { scope: 'assigned' })).toEqual(expected)
    expect(await pages(world, 'steward-1', { scope: 'assigned', segment: 'toAccept' })).toEqual(expected)
    expect(await pages(world, 'clerk-1', { scope: 'center', queue: 'unaccepted' })).toEqual(expected)
  })

  tell('a page of exactly what is left is the last one', async world => {
    for (let index = 0; index < 4; index += 1) await world.file()
    const page = await world.ok('resident-1', 'ticket.list', { scope: 'mine', limit: 4 })
    expect(page).toMatchObject({ nextCursor: null })
    expect(page.items).toHaveLength(4)
  })

  tell('a cursor that is none of ours is refused', async world => {
    for (const cursor of ['', 'x', '12', `1_${'-'.repeat(36)}`, `99999999999999999999_${world.ids('nothing')}`])
      expect([cursor, await world.refusal('resident-1', 'ticket.list', { scope: 'mine', cursor })]).toEqual([
        cursor,
        'invalidRequest',
      ])
  })
})

describeWorld('the worklist', tell => {
  tell('is cut into what is to accept, in hand, due soon and late, and counted', async world => {
    const toAccept = await world.file()
    const doing = await world.file()
    await world.act('steward-1', doing, 'accept', {})
    const finished = await world.file()
    await world.act('steward-1', finished, 'accept', {})
    await world.act('steward-1', finished, 'complete', someCompletion)
    const list = (segment?: Asked['segment']) => pages(world, 'steward-1', { scope: 'assigned', segment })
    expect(await list('toAccept')).toEqual([toAccept])
    expect(await list('doing')).toEqual([doing])
    expect(await list()).toHaveLength(3)
    // An urgent one is to be accepted within 30 minutes.
    world.clock.set(march(2, '09:26'))
    expect(await list('dueSoon')).toEqual([toAccept])
    expect(await list('overdue')).toEqual([])
    world.clock.set(march(2, '09:31'))
    expect(await list('overdue')).toEqual([toAccept])
    expect(await world.ok('steward-1', 'ticket.summary', {})).toMatchObject({
      toAccept: 1,
      doing: 1,
      dueSoon: 0,
      overdue: 1,
      queues: { triage: 0, verify: 1, unaccepted: 1, overdue: 1, callback: 0 },
    })
    expect(await world.ok('resident-1', 'ticket.summary', {})).toMatchObject({ toAccept: 0, queues: { verify: 0 } })
    expect(await pages(world, 'clerk-1', { scope: 'center', queue: 'verify' })).toEqual([finished])
    expect(await pages(world, 'clerk-1', { scope: 'center', queue: 'overdue' })).toEqual([toAccept])
  })
})

describeWorld('what was mine', tell => {
  tell(
    'is found again after it is done: by whoever did it, what changed last on top, and by its words',
    async world => {
      const done: string[] = []
      for (const text of ['大厅的灯坏了', '楼道的门关不上']) {
        const ticketId = await world.file('resident-1', { text })
        await world.act('steward-1', ticketId, 'accept', {})
        await world.act('steward-1', ticketId, 'complete', someCompletion)
        done.push(ticketId)
        world.clock.advance(minute)
      }
      const open = await world.file('resident-1', { text: '车库的灯坏了' })
      const list = (person: string, segment: Asked['segment'], text?: string) =>
        pages(world, person, { scope: 'assigned', segment, text })
      expect(await list('steward-1', 'finished')).toEqual([done[1], done[0]])
      expect(await list('steward-1', 'ever', '灯坏了')).toEqual([open, done[0]])
      expect([await list('steward-2', 'finished'), await list('steward-2', 'ever')]).toEqual([[], []])
    },
  )

  tell('tells staff in the list what is new, and neighbours nothing of it', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('resident-1', ticketId, 'urge', { text: '还在漏，'.repeat(40) })
    await world.act('steward-1', ticketId, 'hold', {
      reason: 'awaitingPart',
      until: world.clock.now() + 3 * 86_400_000,
    })
    const row = async (person: string, scope: Asked['scope']) =>
      (await world.ok(person, 'ticket.list', { scope })).items.find(item => item.ticketId === ticketId)
    const mine = await row('steward-1', 'assigned')
    expect(mine).toMatchObject({ news: { urges: 1, objection: null }, hold: { reason: 'awaitingPart' } })
    expect(mine?.news?.words?.text.length).toBeLessThanOrEqual(80)
    expect((await world.ok('steward-1', 'ticket.get', { ticketId })).news?.words?.text).toHaveLength(160)
    expect(await row('resident-1', 'mine')).toMatchObject({ news: null })
    await world.act('steward-1', ticketId, 'reply', { text: '马上到' })
    expect(await row('clerk-1', 'center')).toMatchObject({ news: null })
  })
})

describeWorldOnEachEngine('search and filters', tell => {
  tell('finds words, numbers and places, and takes % and _ as they are', async world => {
    const percent = await world.file('resident-1', { text: '水压只有 50% 左右' })
    const underscore = await world.file('resident-1', { text: '门牌 A_1 掉了' })
    const backslash = await world.file('resident-1', { text: '写成 A\\B 了' })
    const plain = await world.file('resident-3', { placeId: world.ids('room-201'), text: '门牌 AX1 掉了' })
    const find = async (text: string) => new Set(await pages(world, 'clerk-1', { scope: 'center', text }))
    expect(await find('50%')).toEqual(new Set([percent]))
    expect(await find('%')).toEqual(new Set([percent]))
    expect(await find('A_1')).toEqual(new Set([underscore]))
    expect(await find('\\')).toEqual(new Set([backslash]))
    expect(await find(' 门牌 ')).toEqual(new Set([underscore, plain]))
    expect(await find('ROOM-201')).toEqual(new Set([plain]))
    expect(await find((await world.ticket(plain)).number)).toEqual(new Set([plain]))
    expect(await find('')).toHaveProperty('size', 4)
    expect(await find("'; drop table ticket; --")).toEqual(new Set())
  })

  tell('finds what stands at the end of a long text, and what anybody has said since', async world => {
    const ticketId = await world.file('resident-1', { text: `${'甲'.repeat(1200)}紫色雨伞` })
    await world.act('resident-1', ticketId, 'supplement', { text: '绿色水桶' })
    await world.act('steward-1', ticketId, 'reply', { text: '橙色梯子' })
    await world.act('steward-1', ticketId, 'note', { text: '灰色箱子' })
    await world.file('resident-3', { placeId: world.ids('room-201'), text: '紫色的雨，绿色的伞' })
    const find = async (person: string, scope: Asked['scope'], text: string) =>
      (await pages(world, person, { scope, text })).length
    for (const text of ['紫色雨伞', '绿色水桶', '橙色梯子', '灰色箱子', '桶'])
      expect([text, await find('clerk-1', 'center', text), await find('steward-1', 'assigned', text)]).toEqual([
        text,
        1,
        1,
      ])
    for (const text of ['紫色雨伞', '绿色水桶', '橙色梯子', 'room-101'])
      expect([text, await find('resident-1', 'mine', text)]).toEqual([text, 1])
    expect([await find('resident-1', 'mine', '灰色箱子'), await find('steward-2', 'center', '绿色水桶')]).toEqual([
      0, 0,
    ])
  })

  tell('a neighbour who joined finds what is said to all, and nothing of the other (D-IN-6)', async world => {
    const first = await world.file('resident-1', { text: '蓝色水管' })
    const second = await world.file('resident-2', { placeId: world.ids('room-102'), text: '白色墙面' })
    await world.act('clerk-1', second, 'merge', { into: first })
    await world.act('resident-2', first, 'supplement', { text: '黄色胶带' })
    await world.act('steward-1', first, 'accept', {})
    await world.act('steward-1', first, 'reply', { text: '红色铁锤' })
    const find = async (person: string, text: string) => pages(world, person, { scope: 'mine', text })
    expect([await find('resident-2', '红色铁锤'), await find('resident-2', '黄色胶带')]).toEqual([[first], [first]])
    for (const text of ['蓝色水管', 'room-101']) expect([text, await find('resident-2', text)]).toEqual([text, []])
    expect(await find('resident-1', '黄色胶带')).toEqual([])
  })

  tell('narrows by state, kind, category, urgency and building', async world => {
    const leak = await world.file()
    const praise = await world.file('resident-3', { kind: 'praise', category: 'other', placeId: world.ids('b2') })
    const noise = await world.file('resident-1', { kind: 'request', category: 'noise', urgency: 'emergency' })
    await world.act('resident-1', noise, 'withdraw', {})
    const find = (some: Partial<Asked>) => pages(world, 'clerk-1', { scope: 'center', ...some })
    expect(await find({ states: ['withdrawn'] })).toEqual([noise])
    expect(await find({ states: ['submitted', 'dispatched'] })).toEqual([praise, leak])
    expect(await find({ kind: 'praise' })).toEqual([praise])
    expect(await find({ category: 'leak' })).toEqual([leak])
    expect(await find({ urgency: 'emergency' })).toEqual([noise])
    expect(await find({ buildingId: world.ids('b2') })).toEqual([praise])
    expect(await find({ buildingId: 'no-id' })).toEqual([])
    expect(await find({ states: [] })).toHaveLength(3)
  })

  tell('cuts a long text between characters', async world => {
    // Of 80 units one is the mark's: the 79th is the first half of the drop, which goes as a whole.
    await world.file('resident-1', { text: `${'漏'.repeat(78)}💧${'水'.repeat(20)}` })
    const { items } = await world.ok('resident-1', 'ticket.list', { scope: 'mine' })
    expect(items[0]?.text).toBe(`${'漏'.repeat(78)}…`)
  })

  tell(
    'what the rules make of a filing by phone is said before it is sent, and counts when it is (D-CL-4)',
    async world => {
      const said = { kind: 'request', category: 'lift', text: '电梯停了，老人被困' } as const
      expect(await world.ok('clerk-1', 'ticket.classify', said)).toEqual({
        urgency: 'emergency',
        why: '说到“被困”，可能有危险',
        category: null,
      })
      const denied = { ...said, text: '电梯停了，没有人被困' }
      expect(await world.ok('clerk-1', 'ticket.classify', denied)).toEqual({
        urgency: 'urgent',
        why: null,
        category: null,
      })
      expect(await world.ok('clerk-1', 'ticket.classify', { kind: 'request' })).toEqual({
        urgency: 'normal',
        why: null,
        category: null,
      })
      const spoken = await world.ok('clerk-1', 'ticket.classify', { kind: 'request', text: '三楼的灯不亮' })
      expect(spoken).toMatchObject({ category: 'lighting' })
      expect(
        await world.ok('clerk-1', 'ticket.classify', { kind: 'request', category: 'lighting', text: '三楼的灯不亮' }),
      ).toEqual({ urgency: 'normal', why: null, category: null })
      expect(await world.refusal('clerk-1', 'ticket.classify', { ...said, category: 'nope' })).toBe('unknownCategory')
      expect(await world.refusal('resident-1', 'ticket.classify', said)).toBe('forbidden')

      const onBehalf = { channel: 'phone', name: '王阿姨', phone: '13900001234' } as const
      const filed = await world.file('clerk-1', { ...said, onBehalf })
      expect(await world.get('clerk-1', filed)).toMatchObject({ urgency: 'emergency' })
      const chosen = await world.file('clerk-1', { ...said, urgency: 'normal', onBehalf })
      expect(await world.get('clerk-1', chosen)).toMatchObject({
        urgency: 'normal',
        suggested: { urgency: 'emergency', why: '说到“被困”，可能有危险' },
      })
    },
  )

  tell("the catalog is that of the caller's center", async world => {
    const { categories, kinds } = await world.ok('resident-1', 'ticket.catalog', {})
    expect(categories.find(({ id }) => id === 'leak')).toMatchObject({ parentId: 'engineering', urgency: 'urgent' })
    expect(kinds).toHaveLength(5)
    const { answer } = await world.call('somebody-new', 'ticket.catalog', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    const filing = {
      idempotencyKey: aKey(),
      kind: 'complaint',
      category: 'leak',
      placeText: '门口',
      text: '漏',
    } as const
    expect(await world.refusal('somebody-new', 'ticket.file', filing)).toBe('unknownPlace')
    expect(await world.refusal('resident-1', 'ticket.file', { ...filing, category: 'nope' })).toBe('unknownCategory')
  })
})
