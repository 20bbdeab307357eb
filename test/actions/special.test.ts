import { expectConsistent } from '../support/consistency'
import { deadlineKindLabels } from '../../types/vocabulary'
import { march } from '../builders/clock'
import { type World, aKey, someCompletion } from '../builders/world'
import { describeWorld, describeWorldOnEachEngine } from '../support/describe-world'

const water = { kind: 'utility', name: '供水公司', contact: '客服 96116' } as const
const builder = { kind: 'developer', name: '宏远地产' } as const

/** Found in a forum by a clerk, and taken on by the steward. */
async function found(world: World, views = 300): Promise<string> {
  const ticketId = await world.file('clerk-1', {
    onBehalf: { channel: 'online', post: { link: 'https://bbs.example.com/t/1', platform: '业主论坛', views } },
  })
  await world.act('steward-1', ticketId, 'accept', {})
  return ticketId
}

const codes = async (all: readonly Promise<{ answer: { ok: boolean; error?: { code: string } } }>[]) =>
  (await Promise.all(all)).map(({ answer }) => (answer.ok ? 'ok' : answer.error?.code)).sort()

describeWorld('what stands online (D-HD-6, D-SP-5)', tell => {
  tell('is filed with where it was found and how far it had gone, which residents never read', async world => {
    const ticketId = await found(world)
    const view = await world.get('steward-1', ticketId)
    expect(view.posts).toMatchObject([
      { post: 1, link: 'https://bbs.example.com/t/1', readings: [{ views: 300, followers: null }] },
    ])
    expect(view.approvedBy).toEqual({ reply: 'departmentHead', proposal: 'quality' })
    const tomorrow = { link: 'https://x.example.com', readAt: world.clock.now() + 3_600_000 }
    const refused = await world.call('clerk-1', 'ticket.file', {
      idempotencyKey: aKey(),
      kind: 'complaint',
      category: 'leak',
      text: '网上说漏水',
      placeId: world.ids('room-101'),
      onBehalf: { channel: 'online', post: tomorrow },
    })
    expect(refused.answer).toMatchObject({
      ok: false,
      error: { code: 'invalidRequest', fields: { 'onBehalf.post.readAt': expect.any(String) } },
    })
    const own = await world.file('resident-1')
    await world.act('steward-1', own, 'notePost', { link: 'https://bbs.example.com/t/2', comments: 4 })
    const seen = await world.get('resident-1', own)
    expect([seen.posts, seen.timeline.map(({ type }) => type)]).toEqual([[], ['filed', 'assigned']])
    await expectConsistent(world)
  })

  tell('a reply goes out with the approval of the head, who hears of it, and not before', async world => {
    const ticketId = await world.file('resident-1')
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('steward-1', ticketId, 'notePost', { link: 'https://bbs.example.com/t/1' })
    await world.act('steward-1', ticketId, 'reply', { text: '明天上午更换接头' })
    expect((await world.get('resident-1', ticketId)).timeline.map(({ type }) => type)).not.toContain('replied')
    expect(await world.inbox('service-head')).toContain('请您审批回复')
    expect(await world.refuses('clerk-1', ticketId, 'decideDraft', { decision: 'approve' })).toBe('forbidden')
    expect(await world.refuses('service-head', ticketId, 'decideDraft', { decision: 'refuse' })).toBe('invalidRequest')
    await world.act('service-head', ticketId, 'decideDraft', { decision: 'approve' })
    expect((await world.get('resident-1', ticketId)).timeline.at(-1)).toMatchObject({
      type: 'replied',
      text: '明天上午更换接头',
    })
    expect(await world.inbox('steward-1')).toContain('回复已同意，业主已经看到')
    expect(await world.inbox('resident-1')).toContain('有新的回复')
    await expectConsistent(world)
  })

  tell('two matters that belong to one story name each other, by whoever knows both', async world => {
    const [one, other] = [await found(world), await world.file('resident-3', { placeId: world.ids('room-201') })]
    await world.act('clerk-1', one, 'relate', { relatedTo: other })
    const related = async (id: string) => (await world.get('clerk-1', id)).related.map(({ ticketId }) => ticketId)
    expect([await related(one), await related(other)]).toEqual([[other], [one]])
    // Once more, and from the other side: nothing is named twice.
    await world.act('clerk-1', one, 'relate', { relatedTo: other })
    await world.act('manager-1', other, 'relate', { relatedTo: one })
    expect([await related(one), await related(other)]).toEqual([[other], [one]])
    expect(await world.refuses('clerk-1', one, 'relate', { relatedTo: aKey() })).toBe('notFound')
    expect(await world.refuses('steward-1', one, 'relate', { relatedTo: other })).toBe('forbidden')
    await expectConsistent(world)
  })
})

describeWorldOnEachEngine('races about what is approved', tell => {
  tell('of two approvals one goes through, and the reply goes out once', async world => {
    const ticketId = await found(world)
    await world.act('steward-1', ticketId, 'reply', { text: '已安排' })
    const approve = (person: string) =>
      world.call(person, 'ticket.act', world.request(ticketId, 'decideDraft', { decision: 'approve' }), world.process())
    expect(await codes([approve('service-head'), approve('manager-1'), approve('quality-1')])).toEqual([
      'ok',
      'wrongState',
      'wrongState',
    ])
    expect((await world.events(ticketId)).filter(type => type === 'replied')).toHaveLength(1)
    await expectConsistent(world)
  })

  tell('refused and written anew at once: never two drafts at a time, and none goes out', async world => {
    const ticketId = await found(world)
    await world.act('steward-1', ticketId, 'reply', { text: '第一稿' })
    const refuse = world.request(ticketId, 'decideDraft', { decision: 'refuse', text: '写明时间' })
    const again = world.request(ticketId, 'reply', { text: '第二稿' })
    const [decided, written] = await Promise.all([
      world.call('service-head', 'ticket.act', refuse, world.process()),
      world.call('steward-1', 'ticket.act', again, world.process()),
    ])
    expect(decided.answer.ok).toBe(true)
    const { drafts = [] } = await world.ticket(ticketId)
    expect(drafts.filter(({ status }) => status === 'waiting')).toHaveLength(written.answer.ok ? 1 : 0)
    expect(await world.events(ticketId)).not.toContain('replied')
    await expectConsistent(world)
  })

  tell('related from both sides at once, each names the other once', async world => {
    const [one, other] = [await found(world), await world.file('resident-3', { placeId: world.ids('room-201') })]
    const relate = (from: string, to: string) =>
      world.call('clerk-1', 'ticket.act', world.request(from, 'relate', { relatedTo: to }), world.process())
    expect(await codes([relate(one, other), relate(other, one)])).toEqual(['ok', 'ok'])
    expect([(await world.ticket(one)).related, (await world.ticket(other)).related]).toMatchObject([
      [{ id: other }],
      [{ id: one }],
    ])
    await expectConsistent(world)
  })
})

describeWorld('third parties (D-IN-10, D-SP-6)', tell => {
  const declined = async (world: World, thirdParty: typeof water | typeof builder = water) => {
    const ticketId = await world.file('resident-1')
    await world.act('clerk-1', ticketId, 'decline', { reason: 'thirdParty', text: '属于小区外的管网', thirdParty })
    return ticketId
  }
  const mine = async (world: World, segment?: 'doing' | 'overdue' | 'toAccept') =>
    (await world.ok('steward-1', 'ticket.list', { scope: 'assigned', ...(segment ? { segment } : {}) })).items.map(
      item => item.ticketId,
    )

  tell(
    'what is declined for one is still followed: on the worklist, with news each period, until it ends',
    async world => {
      const ticketId = await declined(world)
      expect(await world.inbox('resident-1')).toContain('关于您反映的事')
      const seen = await world.get('resident-1', ticketId)
      expect(seen.thirdParty).toMatchObject({
        name: '供水公司',
        contact: null,
        followed: true,
        newsBy: march(9, '18:00'),
      })
      expect(seen.allowedActions).toContain('dispute')
      expect([await mine(world), await mine(world, 'doing'), await mine(world, 'toAccept')]).toEqual([
        [ticketId],
        [ticketId],
        [],
      ])
      expect(await world.ok('steward-1', 'ticket.summary', {})).toMatchObject({ doing: 1, toAccept: 0, overdue: 0 })
      const news = (await world.get('steward-1', ticketId)).deadlines.find(
        ({ kind, running }) => kind === 'progress' && running,
      )
      world.clock.set((news?.dueAt ?? 0) - 60_000)
      await world.sweep()
      await world.pass(120_000)
      expect(await world.inbox('steward-1')).toContain(`${deadlineKindLabels.progress}已超时`)
      expect(await mine(world, 'overdue')).toEqual([ticketId])
      await world.act('steward-1', ticketId, 'reply', { text: '供水公司下周三施工' })
      expect((await world.get('resident-1', ticketId)).timeline.at(-1)).toMatchObject({ type: 'replied' })
      expect(await mine(world, 'overdue')).toEqual([])
      await world.act('steward-1', ticketId, 'endFollowing', { outcome: 'solved', text: '供水公司已经换了阀门' })
      expect(await mine(world)).toEqual([])
      expect(await world.inbox('resident-1')).toContain('第三方已经解决')
      expect(await world.refuses('steward-1', ticketId, 'reply', { text: '再说一句' })).toBe('wrongState')
      await expectConsistent(world)
    },
  )

  tell('what somebody follows is handed over with the rest of their work (D-RT-7)', async world => {
    const ticketId = await declined(world)
    await world.ok('manager-1', 'staff.handOver', {
      idempotencyKey: aKey(),
      personId: world.ids('steward-1'),
      toPersonId: world.ids('steward-2'),
      reason: '休假',
    })
    expect(await mine(world)).toEqual([])
    const items = (await world.ok('steward-2', 'ticket.list', { scope: 'assigned' })).items
    expect(items).toMatchObject([{ ticketId, state: 'declined' }])
    expect(await world.inbox('steward-2')).toContain('移交给您的工单，请接着处理')
    await world.act('steward-2', ticketId, 'reply', { text: '供水公司说下周来' })
    await expectConsistent(world)
  })

  tell('who it is has to be named, and of a neighbour residents read no name', async world => {
    const ticketId = await world.file('resident-1')
    const { answer } = await world.call(
      'clerk-1',
      'ticket.act',
      world.request(ticketId, 'decline', { reason: 'thirdParty', text: '是别家的事' }),
    )
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalidRequest', fields: { 'thirdParty.name': expect.any(String) } },
    })
    await world.act('clerk-1', ticketId, 'decline', {
      reason: 'thirdParty',
      text: '由楼上住户修复',
      thirdParty: { kind: 'neighbour', name: '201 王女士', contact: '13900000000' },
    })
    const seen = await world.get('resident-1', ticketId)
    expect(seen.thirdParty).toMatchObject({ kind: 'neighbour', name: '其他住户', contact: null })
    expect(JSON.stringify(seen)).not.toMatch(/王女士|13900000000/)
    expect(JSON.stringify(await world.ok('resident-1', 'notice.list', { limit: 50 }))).not.toMatch(/王女士/)
    expect((await world.get('clerk-1', ticketId)).thirdParty).toMatchObject({ name: '201 王女士' })
  })

  tell('what the developer left behind is listed by period, with figures', async world => {
    const q1 = { from: march(1, '00:00'), to: march(31, '00:00') }
    const legacy = await declined(world, builder)
    const mended = await world.file('resident-3', { placeId: world.ids('room-201') })
    await world.act('steward-2', mended, 'accept', {})
    await world.act('steward-2', mended, 'complete', { ...someCompletion, responsibleParty: 'developer' })
    await world.act('clerk-1', mended, 'verify', {})
    await world.answer('resident-3', mended)
    await world.file('resident-1', { category: 'lift' })
    const list = await world.ok('manager-1', 'special.legacy', q1)
    expect(list.rows.map(({ ticketId }) => ticketId)).toEqual([legacy, mended])
    expect(list.rows[0]).toMatchObject({ thirdParty: { name: '宏远地产' }, toldAt: expect.any(Number), solvedAt: null })
    expect(list.figures).toEqual({ carried: 0, filed: 2, solved: 1, stopped: 0, open: 1 })
    // A period later: one comes over, and is given up.
    world.clock.set(march(31, '10:00'))
    await world.act('steward-1', legacy, 'endFollowing', { outcome: 'stopped', text: '开发商已注销' })
    const next = { from: q1.to, to: q1.to + 30 * 24 * 3_600_000 }
    expect((await world.ok('manager-1', 'special.legacy', next)).figures).toEqual({
      carried: 1,
      filed: 0,
      solved: 0,
      stopped: 1,
      open: 0,
    })
    expect(await world.refusal('manager-1', 'special.legacy', { from: q1.to, to: q1.from })).toBe('invalidRequest')
    for (const person of ['service-head', 'clerk-1', 'resident-1'])
      expect([person, await world.refusal(person, 'special.legacy', q1)]).toEqual([person, 'forbidden'])
  })
})

describeWorld('what reached head office first (D-HD-4)', tell => {
  tell('is owed an answer after verification, on the worklist also when it is closed', async world => {
    const ticketId = await world.file('clerk-1', {
      onBehalf: { channel: 'authority', name: '王女士', phone: '13911112222', fromHeadOffice: true },
    })
    await world.finish(ticketId)
    expect((await world.get('steward-1', ticketId)).deadlines).toContainEqual(
      expect.objectContaining({ kind: 'reportBack', running: true }),
    )
    await world.act('clerk-2', ticketId, 'recordCallback', {
      result: 'answered',
      answers: { reception: 5, measures: 5, result: 5, solved: true },
    })
    expect((await world.ticket(ticketId)).state).toBe('closed')
    const owed = async () =>
      (await world.ok('steward-1', 'ticket.list', { scope: 'assigned' })).items.map(item => item.nextDue?.kind)
    expect(await owed()).toEqual(['reportBack'])
    expect(await world.refuses('clerk-1', ticketId, 'archive', {})).toBe('wrongState')
    await world.act('manager-1', ticketId, 'reportBack', { text: '已修好，业主认可' })
    expect(await owed()).toEqual([])
    expect(await world.inbox('quality-1')).toContain('总部转来的事，处理结果')
    expect((await world.get('steward-1', ticketId)).timeline.at(-1)).toMatchObject({
      type: 'reportedBack',
      text: '已修好，业主认可',
      internal: true,
    })
    await expectConsistent(world)
  })
})

describeWorld('lists of special matters', tell => {
  tell('tell managers, heads and quality what is owed about each', async world => {
    const online = await found(world, 25_000)
    await world.act('steward-1', online, 'reply', { text: '已安排' })
    const hot = await world.file('resident-3', { placeId: world.ids('room-201') })
    await world.act('clerk-1', hot, 'reclassify', {
      category: 'leak',
      urgency: 'normal',
      severity: 'hot',
      reason: '多人',
    })
    const listed = async (person: string, list: 'approval' | 'hot' | 'online' | 'major', some = {}) =>
      world.ok(person, 'special.list', { list, ...some })
    const { counts, items } = await listed('manager-1', 'online')
    expect(counts).toMatchObject({ approval: 1, hot: 1, online: 1, major: 0, thirdParty: 0 })
    expect(items).toMatchObject([
      {
        ticketId: online,
        online: { posts: 1, reach: 25_000 },
        approval: { what: '回复', by: 'quality' },
        clocks: [{ kind: 'approval', metAt: null }],
      },
    ])
    expect((await listed('quality-1', 'hot')).items).toMatchObject([
      { ticketId: hot, severity: 'hot', clocks: [{ kind: 'hotReport', metAt: null }] },
    ])
    // A head watches the department, a resident nothing.
    expect((await listed('engineering-head', 'hot')).items).toEqual([])
    expect(await world.refusal('resident-1', 'special.list', { list: 'hot' })).toBe('forbidden')
    expect(await world.refusal('manager-1', 'special.list', { list: 'hot', cursor: 'x' })).toBe('invalidRequest')
    await world.act('resident-3', hot, 'withdraw', {})
    expect((await listed('quality-1', 'hot')).items).toEqual([])
    expect((await listed('quality-1', 'hot', { all: true })).items).toMatchObject([{ ticketId: hot }])
  })

  tell('go on page by page', async world => {
    for (let turn = 0; turn < 3; turn += 1) await found(world)
    const first = await world.ok('manager-1', 'special.list', { list: 'online', limit: 2 })
    const second = await world.ok('manager-1', 'special.list', {
      list: 'online',
      limit: 2,
      cursor: first.nextCursor ?? '',
    })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null])
    expect(new Set([...first.items, ...second.items].map(({ ticketId }) => ticketId)).size).toBe(3)
  })
})
