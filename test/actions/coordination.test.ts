import { expectConsistent } from '../support/consistency'
import { march } from '../builders/clock'
import { phoneOf } from '../builders/estate'
import { type World, aKey, satisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const assignee = async (world: World, ticketId: string) => (await world.ticket(ticketId)).assignment?.personId

describeWorld('several people at one ticket', tell => {
  tell('after two transfers only the manager decides, and the clock runs on', async world => {
    const ticketId = await world.file()
    const dueAt = async () =>
      (await world.get('manager-1', ticketId)).deadlines.find(({ kind }) => kind === 'completion')?.dueAt
    const before = await dueAt()
    const to = (person: string) => ({ assigneeId: world.ids(person), reason: '他更熟悉' })
    await world.act('steward-1', ticketId, 'transfer', to('engineer-1'))
    expect(await world.refuses('steward-1', ticketId, 'accept', {})).toBe('forbidden')
    await world.act('engineer-1', ticketId, 'transfer', to('steward-1'))
    expect(await world.refuses('steward-1', ticketId, 'transfer', to('engineer-2'))).toBe('forbidden')
    expect(await world.refuses('steward-1', ticketId, 'transfer', to('clerk-9'))).toBe('forbidden')
    await world.act('manager-1', ticketId, 'transfer', to('engineer-2'))
    expect(await assignee(world, ticketId)).toBe(world.ids('engineer-2'))
    expect(await world.inbox('engineer-2')).toEqual(['【加急】新工单，请接单'])
    expect(await dueAt()).toBe(before)
  })

  tell('what is returned goes to the next, the head, the manager, quality, and never to nobody', async world => {
    const ticketId = await world.file('resident-1', { category: 'lift', placeId: world.ids('garden') })
    const seen: (string | undefined)[] = []
    const names = ['engineer-1', 'engineer-2', 'engineering-head', 'manager-1', 'quality-1']
    for (let turn = 0; turn < names.length; turn += 1) {
      const holder = await assignee(world, ticketId)
      const name = names.find(person => world.ids(person) === holder)
      seen.push(name)
      if (turn < names.length - 1) await world.act(name ?? '', ticketId, 'return', { reason: '不归我管' })
      else expect(await world.refuses(name ?? '', ticketId, 'return', { reason: '不归我管' })).toBe('wrongState')
    }
    expect([...seen].sort()).toEqual([...names].sort())
    expect(seen.slice(2)).toEqual(['engineering-head', 'manager-1', 'quality-1'])
  })

  tell(
    'idle people take turns: whoever was given something longest ago is next, also when all is done',
    async world => {
      const outdoors = { category: 'lift', placeId: world.ids('garden') }
      const seen: (string | undefined)[] = []
      for (let turn = 0; turn < 4; turn += 1) {
        const ticketId = await world.file('resident-1', outdoors)
        seen.push(await assignee(world, ticketId))
        await world.act('resident-1', ticketId, 'withdraw', { reason: '不用了' })
        world.clock.advance(60_000)
      }
      expect(new Set(seen.slice(0, 2)).size).toBe(2)
      expect(seen.slice(2)).toEqual(seen.slice(0, 2))
    },
  )

  tell('a supervise order waits for its answer', async world => {
    const ticketId = await world.file()
    expect(await world.refuses('steward-1', ticketId, 'answerSupervision', { text: '好' })).toBe('wrongState')
    await world.act('manager-1', ticketId, 'supervise', { text: '今天必须处理' })
    expect((await world.get('resident-1', ticketId)).supervision).toBeNull()
    await world.act('steward-1', ticketId, 'answerSupervision', { text: '已安排' })
    expect(await world.inbox('manager-1')).toContain('督办已答复')
  })

  tell('candidates stand once, those on duty first, with what they carry', async world => {
    const ticketId = await world.file()
    const { people, departments } = await world.ok('clerk-1', 'ticket.candidates', { ticketId })
    expect(new Set(people.map(person => person.id)).size).toBe(people.length)
    expect(people[0]).toMatchObject({ id: world.ids('guard-1'), present: true, openTickets: 0 })
    expect(people.find(person => person.id === world.ids('steward-1'))).toMatchObject({ openTickets: 1 })
    expect(people.map(person => person.role)).not.toContain('admin')
    expect(departments.map(({ id }) => id)).toContain('engineering')
  })
})

describeWorld('helping (D-RT-5)', tell => {
  const helped = async (world: World) => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('steward-1', ticketId, 'assist', { assigneeId: world.ids('engineer-1'), task: '关总阀' })
    return ticketId
  }
  const worklist = async (world: World, person: string, segment?: 'toAccept' | 'doing' | 'overdue') =>
    (await world.ok(person, 'ticket.list', { scope: 'assigned', ...(segment ? { segment } : {}) })).items

  tell('stands in the worklist of whoever helps, with the time for it, until it is finished', async world => {
    const ticketId = await helped(world)
    const [item, ...others] = await worklist(world, 'engineer-1', 'doing')
    expect(others).toEqual([])
    expect(item).toMatchObject({ ticketId, assisting: true, nextDue: { kind: 'assist' } })
    expect(item?.allowedActions).toContain('finishAssist')
    expect(await worklist(world, 'engineer-1', 'toAccept')).toEqual([])
    expect(await world.ok('engineer-1', 'ticket.summary', {})).toMatchObject({ doing: 1, toAccept: 0 })
    expect(await worklist(world, 'steward-1')).toMatchObject([{ ticketId, assisting: false }])
    expect(await worklist(world, 'engineer-2')).toEqual([])
    await world.act('engineer-1', ticketId, 'finishAssist', { assist: 1, text: '已关' })
    expect(await worklist(world, 'engineer-1')).toEqual([])
  })

  tell('is late for whoever helps when their own time is over, and not when the lead’s is', async world => {
    const ticketId = await helped(world)
    await world.act('steward-1', ticketId, 'assist', { assigneeId: world.ids('guard-1'), task: '看门', hours: 200 })
    const counts = async (person: string) => {
      const { doing, overdue } = await world.ok(person, 'ticket.summary', {})
      return { doing, overdue }
    }
    expect(await counts('engineer-1')).toEqual({ doing: 1, overdue: 0 })
    await world.pass(3 * 24 * 3_600_000)
    expect(await counts('steward-1')).toMatchObject({ overdue: 1 })
    expect(await counts('engineer-1')).toEqual({ doing: 1, overdue: 1 })
    expect(await counts('guard-1')).toEqual({ doing: 1, overdue: 0 })
    expect(await worklist(world, 'guard-1', 'overdue')).toEqual([])
    // A ticket of one's own that runs out before the help does stands above it, page by page too.
    const own = await world.file('resident-3', { placeId: world.ids('room-201') })
    await world.act('clerk-1', own, 'dispatch', { assigneeId: world.ids('guard-1') })
    const first = await world.ok('guard-1', 'ticket.list', { scope: 'assigned', limit: 1 })
    const cursor = first.nextCursor ?? ''
    const second = await world.ok('guard-1', 'ticket.list', { scope: 'assigned', limit: 1, cursor })
    expect([...first.items, ...second.items].map(item => item.ticketId)).toEqual([own, ticketId])
    expect(second.nextCursor).toBeNull()
    expect(await worklist(world, 'engineer-1', 'overdue')).toMatchObject([{ ticketId, nextDue: { kind: 'assist' } }])
  })

  tell('is seen by the head of whoever helps, who may finish it and nothing else', async world => {
    const ticketId = await helped(world)
    const seen = await world.ok('engineering-head', 'ticket.list', { scope: 'center' })
    expect(seen.items.map(item => item.ticketId)).toContain(ticketId)
    const { allowedActions } = await world.get('engineering-head', ticketId)
    expect(allowedActions).toContain('finishAssist')
    expect(allowedActions).not.toContain('transfer')
    await world.act('engineering-head', ticketId, 'finishAssist', { assist: 1, text: '已关' })
    expect((await world.ok('engineering-head', 'ticket.list', { scope: 'center' })).items).toEqual([])
  })

  tell('goes with everything else when somebody leaves', async world => {
    const ticketId = await helped(world)
    const { people } = await world.ok('engineering-head', 'staff.list', {})
    expect(people.find(({ id }) => id === world.ids('engineer-1'))).toMatchObject({ openTickets: 1 })
    const request = { personId: world.ids('engineer-1'), toPersonId: world.ids('engineer-2'), reason: '休假' }
    const { moved } = await world.ok('engineering-head', 'staff.handOver', { ...request, idempotencyKey: aKey() })
    expect(moved).toEqual([expect.objectContaining({ ticketId, to: 'engineer-2 的名字' })])
    expect(await worklist(world, 'engineer-1')).toEqual([])
    expect(await worklist(world, 'engineer-2')).toMatchObject([{ ticketId, assisting: true }])
    expect(await world.inbox('engineer-2')).toEqual(['移交给您的协办，请接着处理'])
    expect(await assignee(world, ticketId)).toBe(world.ids('steward-1'))
  })
})

describeWorld('co-complainants', tell => {
  const secret = '我家 101 的厨房，电话里说过'
  /** Two neighbours about one leak: the second ticket goes into the first. */
  const merged = async (world: World) => {
    const first = await world.file('resident-1', { text: secret, expectation: '尽快', photos: [await world.photo()] })
    const second = await world.file('resident-2', { placeId: world.ids('room-102'), text: '我家也漏' })
    await world.act('clerk-1', second, 'merge', { into: first })
    return { first, second }
  }

  tell('the neighbour gets notices and the survey, and reads no word of the other', async world => {
    const { first, second } = await merged(world)
    expect(await world.get('resident-2', second)).toMatchObject({ state: 'merged', text: '我家也漏' })
    await world.act('resident-1', first, 'supplement', { text: '现在滴到卧室了' })
    await world.act('resident-1', first, 'urge', { text: '真的很急' })
    await world.finish(first)
    expect(await world.inbox('resident-2')).toEqual(
      expect.arrayContaining(['请您评价', '和邻居的反映一起处理', '已处理好，正在复核']),
    )
    const surveys = await world.ok('resident-2', 'survey.list', {})
    expect(surveys.items.map(item => item.ticketId)).toEqual([first])
    const list = await world.ok('resident-2', 'ticket.list', { scope: 'mine' })
    expect(list.items.map(item => item.ticketId)).toEqual([second, first])
    const told = JSON.stringify([await world.get('resident-2', first), list.items[1], surveys])
    const hidden = [secret, '尽快', '滴到卧室', '真的很急', 'room-101', 'resident-1', world.ids('resident-1')]
    for (const word of [...hidden, phoneOf('resident-1')]) expect(told).not.toContain(word)
    expect((await world.get('resident-2', first)).photos.before).toEqual([])

    expect(await world.answer('resident-2', first)).toEqual({ state: 'callback' })
    expect(
      await world.refusal('resident-2', 'survey.answer', { ticketId: first, idempotencyKey: aKey(), ...satisfied }),
    ).toBe('alreadyAnswered')
    expect(JSON.stringify(await world.get('resident-1', first))).not.toContain('resident-2')
    expect(await world.answer('resident-1', first)).toEqual({ state: 'closed' })
  })

  tell('a neighbour who joins while the others are being asked is asked too', async world => {
    const first = await world.verified()
    const second = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', second, 'merge', { into: first })
    expect((await world.ok('resident-2', 'survey.list', {})).items).toMatchObject([{ ticketId: first, round: 1 }])
    await world.answer('resident-2', first, { text: '挺好' })
    const kept = await world.db
      .selectFrom('survey')
      .where('person_id', '=', world.ids('resident-2'))
      .select('answers')
      .executeTakeFirstOrThrow()
    expect(kept.answers).toMatchObject({ text: '挺好' })
  })

  tell('a merged ticket says where the matter stands, to its end (D-HD-8)', async world => {
    const { first, second } = await merged(world)
    const seen = async () => {
      const { promise, mergedInto } = await world.get('resident-2', second)
      const items = (await world.ok('resident-2', 'ticket.list', { scope: 'mine' })).items
      return { promise, state: mergedInto?.state, listed: items.find(item => item.ticketId === second)?.promise }
    }
    expect(await seen()).toMatchObject({ state: 'dispatched', promise: expect.stringContaining('回复您') })
    await world.finish(first)
    await world.answer('resident-1', first)
    const closed = '和邻居反映的是同一件事，已办结'
    expect(await seen()).toEqual({ state: 'closed', promise: closed, listed: closed })
    expect(await world.refuses('resident-2', second, 'supplement', { text: '还没好' })).toBe('wrongState')
  })

  tell('whoever withdraws leaves the matter to the others (D-HD-8)', async world => {
    const { first, second } = await merged(world)
    await world.act('resident-1', first, 'withdraw', { reason: '我不在意了' })
    const left = await world.get('resident-2', first)
    expect(left.state).toBe('dispatched')
    expect(left.allowedActions).toEqual(expect.arrayContaining(['supplement', 'urge', 'withdraw']))
    expect(JSON.stringify(left)).not.toContain('我不在意了')
    expect(await world.inbox('steward-1')).toContain('一位业主已撤回')
    expect((await world.get('resident-1', first)).allowedActions).toEqual([])
    await world.finish(first)
    expect((await world.ok('resident-1', 'survey.list', {})).items).toEqual([])
    expect(await world.answer('resident-2', first)).toEqual({ state: 'closed' })
    expect((await world.get('resident-2', second)).promise).toContain('已办结')
    await expectConsistent(world)
  })

  tell('a merge brings its urgency, tells the handler, and can be undone (D-HD-8)', async world => {
    const first = await world.file('resident-1')
    await world.act('steward-1', first, 'accept', {})
    const second = await world.file('resident-2', { placeId: world.ids('room-102'), urgency: 'emergency' })
    const before = await world.ticket(second)
    await world.act('clerk-1', second, 'merge', { into: first })
    expect(await world.ticket(first)).toMatchObject({ state: 'inProgress', urgency: 'emergency' })
    expect(await world.inbox('steward-1')).toEqual(
      expect.arrayContaining(['又有人反映同一件事', '等级提高：紧急，一般']),
    )
    await expectConsistent(world)
    expect(await world.refuses('steward-1', second, 'undoMerge', {})).toBe('forbidden')
    await world.act('clerk-1', second, 'undoMerge', { reason: '不是同一处' })
    const after = await world.ticket(second)
    expect(after).toMatchObject({
      state: before.state,
      assignment: before.assignment,
      deadlineRuns: before.deadlineRuns,
    })
    expect(await world.refusal('resident-2', 'ticket.get', { ticketId: first })).toBe('notFound')
    expect(await world.inbox('resident-2')).toContain('您反映的事单独处理')
    await expectConsistent(world)
  })

  tell('what a clerk writes down for one resident is not read by another', async world => {
    const onBehalf = { channel: 'phone', name: '王阿姨', phone: '13900001234' } as const
    const first = await world.file('clerk-1', { text: '王阿姨说她独居', onBehalf })
    const second = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', second, 'merge', { into: first })
    await world.act('clerk-1', first, 'supplement', { text: '王阿姨又来电话' })
    await world.finish(first)
    const answers = { ...satisfied, solved: false, result: 1, text: '王阿姨说没修好' }
    await world.act('clerk-2', first, 'recordCallback', { result: 'answered', answers })
    const seen = await world.get('resident-2', first)
    expect(JSON.stringify(seen)).not.toMatch(/王阿姨|13900001234|room-101/)
    expect(seen.timeline.map(entry => entry.type)).toContain('reopened')
  })

  tell('a ticket goes into an open one of the same center only', async world => {
    const ticketId = await world.file()
    const closed = await world.verified()
    await world.answer('resident-1', closed)
    const elsewhere = await world.file('resident-9', { placeId: world.ids('room-901') })
    for (const into of [ticketId, closed, elsewhere, world.ids('nothing'), 'no-id'])
      expect(await world.refuses('clerk-1', ticketId, 'merge', { into })).toBe('notFound')
    expect(await world.refuses('quality-1', ticketId, 'merge', { into: elsewhere })).toBe('notFound')
  })
})

describeWorld('on behalf of somebody without an account', tell => {
  tell(
    'whoever was recorded by phone and merged can still be called, and is before it closes (D-HD-8)',
    async world => {
      const phone = '13900001234'
      const first = await world.file('resident-1')
      const second = await world.file('clerk-1', { onBehalf: { channel: 'phone', name: '王阿姨', phone } })
      await world.act('clerk-1', second, 'merge', { into: first })
      await world.finish(first)
      expect(await world.answer('resident-1', first)).toEqual({ state: 'callback' })
      const { complainants } = await world.get('clerk-1', first)
      expect(complainants).toMatchObject([
        { hasAccount: true, survey: 'answered' },
        { complainant: second, name: '王阿姨', phone: '139****1234', hasAccount: false, survey: 'open' },
      ])
      expect((await world.get('resident-1', first)).complainants).toEqual([])
      const request = { ticketId: first, idempotencyKey: aKey(), complainant: second }
      expect(await world.ok('clerk-1', 'ticket.revealContact', request)).toEqual({
        name: '王阿姨',
        phone,
        forName: null,
      })
      const unknown = { ...request, idempotencyKey: aKey(), complainant: world.ids('resident-9') }
      expect(await world.refusal('clerk-1', 'ticket.revealContact', unknown)).toBe('unknownPerson')
      const call = { result: 'answered', answers: satisfied, complainant: second } as const
      expect((await world.act('clerk-2', first, 'recordCallback', call)).state).toBe('closed')
      await expectConsistent(world)
    },
  )

  tell('the phone is masked for everybody, shown with a record, and kept nowhere else', async world => {
    const phone = '13900001234'
    const ticketId = await world.file('clerk-1', { onBehalf: { channel: 'phone', name: '王阿姨', phone } })
    for (const person of ['clerk-1', 'steward-1', 'manager-1'])
      expect((await world.get(person, ticketId)).complainant).toEqual({
        name: '王阿姨',
        relation: null,
        phone: '139****1234',
        mine: false,
      })
    const request = { ticketId, idempotencyKey: aKey() }
    const shown = { name: '王阿姨', phone, forName: null }
    expect(await world.ok('steward-1', 'ticket.revealContact', request)).toEqual(shown)
    expect(await world.ok('steward-1', 'ticket.revealContact', request)).toEqual(shown)
    expect((await world.events(ticketId)).filter(type => type === 'contactRevealed')).toHaveLength(1)
    const kept = await world.db.selectFrom('command_key').select('response').execute()
    expect(JSON.stringify(kept)).not.toContain(phone)
  })

  tell('the clerk agrees and supplements for them, and calls back', async world => {
    const ticketId = await world.file('clerk-1', {
      onBehalf: { channel: 'letter', name: '王阿姨', phone: '13900001234' },
    })
    await world.act('steward-1', ticketId, 'accept', {})
    const completeBy = march(9, '18:00')
    await world.act('steward-1', ticketId, 'propose', { measures: '换管', responsible: '工程部', completeBy })
    expect(await world.refuses('steward-2', ticketId, 'agree', {})).toBe('notFound')
    expect((await world.act('clerk-1', ticketId, 'agree', {})).state).toBe('agreed')
  })

  tell('nothing is kept of somebody who wants to stay unnamed', async world => {
    const onBehalf = { channel: 'phone', name: '王阿姨', phone: '13900001234' } as const
    await world.file('clerk-1', { anonymous: true, onBehalf })
    expect(await world.db.selectFrom('contact').selectAll().execute()).toEqual([])
  })
})
