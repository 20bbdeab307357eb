import { countFailures } from '../../cloud/store/timer/dead-letters'
import { recorded } from '../../cloud/actions/timer-run'
import { Unavailable } from '../../cloud/store/engine/errors'
import { toJson } from '../../cloud/store/engine/json'
import { day, march, minute } from '../builders/clock'
import { personNames } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const overview = (world: World, person = 'manager-1') => world.ok(person, 'center.overview', {})
const elsewhere = (world: World) => world.file('resident-9', { placeId: world.ids('room-901') })

describeWorld('who watches what', tell => {
  const managers = ['engineering-head', 'service-head', 'manager-1', 'quality-1', 'quality-x', 'supervisor-1']
  const told = ['engineering-head', 'service-head', 'manager-1', 'quality-1', 'quality-x']
  const runs = ['manager-1', 'quality-1', 'quality-x', 'admin-1', 'admin-at-home']

  tell('by post, and nobody else', async world => {
    for (const person of personNames)
      for (const [action, allowed] of [
        ['overview', managers],
        ['escalations', told],
        ['health', runs],
      ] as const) {
        const { answer } = await world.call(person, `center.${action}`, {})
        const code = answer.ok ? 'ok' : answer.error.code
        expect([person, action, code]).toEqual([person, action, allowed.includes(person) ? 'ok' : 'forbidden'])
      }
  })

  tell('managers their center, heads their department, quality all of the company', async world => {
    const leak = await world.file()
    const outdoors = await world.file('resident-1', { placeId: world.ids('garden'), category: 'lighting' })
    await elsewhere(world)
    const sees = async (person: string) => {
      const { open, next } = await overview(world, person)
      return [open, next.map(line => line.ticketId).sort()]
    }
    expect((await overview(world, 'manager-1')).open).toBe(2)
    expect(await sees('service-head')).toEqual([1, [leak]])
    expect(await sees('engineering-head')).toEqual([1, [outdoors]])
    expect((await overview(world, 'quality-1')).open).toBe(3)
    expect((await overview(world, 'supervisor-1')).open).toBe(3)
    expect(await sees('quality-x')).toEqual([0, []])
  })
})

describeWorld('the overview', tell => {
  tell('open, at risk and late by person, category and building', async world => {
    expect(await overview(world)).toMatchObject({ open: 0, unowned: 0, byPerson: [], next: [] })
    const emergency = await world.file('resident-1', { urgency: 'emergency' })
    await world.act('guard-1', emergency, 'accept', {})
    await world.act('guard-1', emergency, 'reply', { text: '马上到' })
    const dispute = await world.file('resident-3', { category: 'neighbour', placeId: world.ids('room-201') })
    world.clock.set(march(2, '13:00'))
    const seen = await overview(world)
    expect(seen).toMatchObject({ now: march(2, '13:00'), open: 2, dueSoon: 1, overdue: 0, unowned: 1, supervised: 0 })
    expect(seen.byPerson).toEqual([expect.objectContaining({ name: 'guard-1 的名字', open: 1, dueSoon: 1 })])
    expect(seen.byCategory.map(({ name, open }) => [name, open])).toEqual([
      ['漏水渗水', 1],
      ['邻里纠纷', 1],
    ])
    expect(seen.byBuilding.map(({ name, open }) => [name, open])).toEqual([
      ['b1', 1],
      ['b2', 1],
    ])
    expect(seen.next[0]).toMatchObject({
      ticketId: emergency,
      kind: 'completion',
      category: '漏水渗水',
      place: 'room-101',
      assignee: 'guard-1 的名字',
    })
    world.clock.set(march(2, '13:30'))
    expect(await overview(world)).toMatchObject({ overdue: 1 })
    await world.act('manager-1', dispute, 'supervise', { text: '今天必须处理' })
    expect(await overview(world)).toMatchObject({ supervised: 1 })
  })
})

describeWorld('the escalation inbox', tell => {
  const emergency = { urgency: 'emergency' } as const

  // An emergency goes to the guard on duty; security has no head, so its manager is told.
  tell('whoever was told finds it there, with what has become of it', async world => {
    const ticketId = await world.file('resident-1', emergency)
    await world.act('guard-1', ticketId, 'accept', {})
    await world.act('guard-1', ticketId, 'reply', { text: '马上到' })
    // Completion is due at 13:01; swept on the minute, so that nothing is held back for a summary.
    world.clock.set(march(2, '13:02'))
    await world.sweep()
    const { items } = await world.ok('manager-1', 'center.escalations', {})
    expect(items).toEqual([
      expect.objectContaining({
        ticketId,
        kind: 'completion',
        level: 1,
        noticedAt: march(2, '13:02'),
        metAt: null,
        supervised: false,
        category: '漏水渗水',
      }),
    ])
    expect((await world.ok('service-head', 'center.escalations', {})).items).toEqual([])
    expect((await world.ok('engineering-head', 'center.escalations', {})).items).toEqual([])
    expect((await world.ok('manager-1', 'center.escalations', { openOnly: true })).items).toHaveLength(1)
    await world.act('guard-1', ticketId, 'complete', {
      summary: '已修好',
      cause: { factor: 'equipment' },
      verdict: 'substantiated',
      responsibleParty: 'own',
    })
    expect((await world.ok('manager-1', 'center.escalations', {})).items[0]?.metAt).toBe(march(2, '13:03'))
    expect((await world.ok('manager-1', 'center.escalations', { openOnly: true })).items).toEqual([])
  })

  tell('pages go on where the last one ended, also through what a standstill has held back', async world => {
    for (let index = 0; index < 5; index += 1) {
      const ticketId = await world.file('resident-1', { ...emergency, idempotencyKey: aKey() })
      await world.act('guard-1', ticketId, 'accept', {})
    }
    await world.pass(2 * day)
    const all = (await world.ok('manager-1', 'center.escalations', { limit: 50 })).items
    expect(all.length).toBeGreaterThanOrEqual(5)
    const keys = []
    let cursor: string | undefined
    do {
      const page = await world.ok('manager-1', 'center.escalations', { limit: 2, ...(cursor ? { cursor } : {}) })
      keys.push(...page.items.map(item => `${item.ticketId} ${item.kind} ${item.level}`))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(keys).toEqual(all.map(item => `${item.ticketId} ${item.kind} ${item.level}`))
    expect(new Set(keys).size).toBe(keys.length)
    expect(await world.refusal('manager-1', 'center.escalations', { cursor: 'no-cursor' })).toBe('invalidRequest')
  })
})

describeWorld('the escalation inbox of somebody who has another post now', tell => {
  /** Page by page, as the screen asks. */
  const pagesOf = async (world: World, person: string, limit: number) => {
    const pages = []
    let cursor: string | undefined
    do {
      const page = await world.ok(person, 'center.escalations', { limit, ...(cursor ? { cursor } : {}) })
      pages.push(page.items.map(item => item.ticketId))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return pages
  }
  const told = async (world: World, person: string) => (await pagesOf(world, person, 50)).flat()
  const post = (world: World, person: string) => world.db.updateTable('post').where('person_id', '=', world.ids(person))

  tell('tells a head nothing of the department that was left, and everything after the return', async world => {
    const outdoors = await world.file('resident-1', { placeId: world.ids('garden'), category: 'lighting' })
    await world.pass(4 * day)
    expect(await told(world, 'engineering-head')).toContain(outdoors)
    await post(world, 'engineering-head').set({ department_id: 'service' }).execute()
    expect(await told(world, 'engineering-head')).toEqual([])
    expect(await world.refusal('engineering-head', 'ticket.get', { ticketId: outdoors })).toBe('notFound')
    await post(world, 'engineering-head').set({ department_id: 'engineering' }).execute()
    expect(await told(world, 'engineering-head')).toContain(outdoors)
  })

  tell('tells a manager of the new center only, and every page is full', async world => {
    const [first, second] = [world.ids('center-1'), world.ids('center-2')]
    await world.db
      .insertInto('post')
      .values({
        center_id: second,
        person_id: world.ids('manager-1'),
        role: 'serviceManager',
        department_id: null,
        building_ids: JSON.stringify([]) as never,
        skills: JSON.stringify([]) as never,
        present: false,
        since: 0,
      })
      .execute()
    for (let index = 0; index < 4; index += 1) {
      await world.file('resident-9', { placeId: world.ids('room-901') })
      await world.file('resident-3', { placeId: world.ids('room-201') })
    }
    // Some are told one by one, some are held back for the summary of a standstill.
    for (let index = 0; index < 20; index += 1) await world.pass(20 * minute)
    await world.pass(2 * day)
    const before = await told(world, 'manager-1')
    await world.db
      .deleteFrom('post')
      .where('person_id', '=', world.ids('manager-1'))
      .where('center_id', '=', first)
      .execute()
    const of2 = await world.db.selectFrom('ticket').where('center_id', '=', second).select('id').execute()
    const ids = new Set(of2.map(row => row.id))
    const expected = before.filter(id => ids.has(id))
    expect(expected.length).toBeGreaterThan(4)
    expect(expected.length).toBeLessThan(before.length)
    const pages = await pagesOf(world, 'manager-1', 2)
    expect(pages.flat()).toEqual(expected)
    expect(pages.slice(0, -1).every(page => page.length === 2)).toBe(true)
    expect(pages.at(-1)).not.toEqual([])
    const open = (await world.ok('manager-1', 'center.escalations', { openOnly: true, limit: 50 })).items
    expect(open.every(item => ids.has(item.ticketId))).toBe(true)
  })
})

describeWorld('the health page', tell => {
  tell('what is due, what ran, what has failed too often', async world => {
    const quiet = await world.ok('admin-1', 'center.health', {})
    expect(quiet).toMatchObject({ oldestDueAt: null, backlog: 0, deadLetters: [], runs: [], uncoveredYears: [] })
    const ticketId = await world.file()
    world.clock.advance(3 * day)
    const late = await world.ok('manager-1', 'center.health', {})
    expect(late.backlog).toBeGreaterThan(0)
    expect(late.oldestDueAt).toBeLessThan(late.now)
    const { center_id, number } = await world.db
      .selectFrom('ticket')
      .where('id', '=', ticketId)
      .select(['center_id', 'number'])
      .executeTakeFirstOrThrow()
    const failed = { centerId: center_id, itemId: ticketId, ticketId, version: 0, error: 'out of memory' }
    await countFailures(world.db, 'deadline', [failed], late.now - minute, 1)
    const { deadLetters } = await world.ok('quality-1', 'center.health', {})
    expect(deadLetters).toEqual([
      {
        work: 'deadline',
        itemId: ticketId,
        ticketId,
        number,
        attempts: 1,
        since: late.now - minute,
        technical: 'out of memory',
        mayRetry: false,
      },
    ])
    for (const person of ['admin-1', 'manager-1'])
      expect((await world.ok(person, 'center.health', {})).deadLetters).toMatchObject([{ mayRetry: true }])
    expect((await world.ok('quality-x', 'center.health', {})).deadLetters).toEqual([])
  })
  tell('says in words what a failed run means, and keeps the error for whoever mends it', async world => {
    const run = (name: string, error: Error) =>
      recorded(name, async () => {
        throw error
      })(world.runtime, { budgetMs: 1_000 }).catch(() => undefined)
    await run('deadline', new Unavailable(new Error('connect ECONNREFUSED 10.0.0.5:5432')))
    await run('notify', new Error('cannot read properties of undefined'))
    const { runs } = await world.ok('admin-1', 'center.health', {})
    expect(runs).toMatchObject([
      { name: 'deadline', failed: true, technical: expect.stringContaining('not available') as string },
      { name: 'notify', failed: true, technical: 'cannot read properties of undefined' },
    ])
    expect(runs.map(({ result }) => result)).toEqual([
      '数据库当时连不上，没有做完。系统会自动再试；如果一直这样，请联系技术支持',
      '程序出了问题，没有做完。系统会自动再试；如果一直这样，请把技术详情发给技术支持',
    ])
    await recorded('notify', async () => ({ sent: 3, more: true }))(world.runtime, { budgetMs: 1_000 })
    const after = await world.ok('admin-1', 'center.health', {})
    expect(after.runs[1]).toMatchObject({ result: '发送 3，还有待处理', failed: false, technical: null })
  })
})

describeWorld('trying a dead letter again', tell => {
  const lighting = { category: 'lighting' } as const
  const retry = (world: World, person: string, ticketId: string, idempotencyKey = aKey()) =>
    world.call(person, 'center.retryDeadLetter', { idempotencyKey, work: 'deadline', itemId: ticketId })
  const deadOf = async (world: World) => (await world.ok('admin-1', 'center.health', {})).deadLetters

  /** A ticket that cannot be read, five sweeps later; answers what mends it. */
  const failForGood = async (world: World) => {
    const ticketId = await world.file('resident-1', lighting)
    const row = world.db.updateTable('ticket').where('id', '=', ticketId)
    const body = await world.ticket(ticketId)
    await row.set({ body: toJson(JSON.parse('{}')) }).execute()
    world.clock.set(march(2, '13:00'))
    for (let attempt = 0; attempt < 5; attempt += 1) await world.sweep()
    return { ticketId, number: body.number, mend: () => row.set({ body: toJson(body) }).execute() }
  }

  tell('the next sweep tries it, and who wanted that is kept', async world => {
    const { ticketId, number, mend } = await failForGood(world)
    expect(await deadOf(world)).toMatchObject([
      { ticketId, number, work: 'deadline', attempts: 5, technical: expect.any(String) as string, mayRetry: true },
    ])
    await mend()
    expect(await world.sweep()).toMatchObject({ tickets: 0 })
    const idempotencyKey = aKey()
    const { answer } = await retry(world, 'admin-1', ticketId, idempotencyKey)
    expect(answer).toMatchObject({ ok: true, data: { work: 'deadline', itemId: ticketId, number, retried: true } })
    // An answer that was lost is asked for again, and is the same.
    expect((await retry(world, 'admin-1', ticketId, idempotencyKey)).answer).toMatchObject({
      data: { retried: true },
    })
    expect(await world.sweep()).toMatchObject({ tickets: 1, failed: 0 })
    expect(await deadOf(world)).toEqual([])
    const kept = await world.db
      .selectFrom('command_key')
      .where('action', '=', 'center.retryDeadLetter')
      .select(['person_id', 'created_at', 'response'])
      .execute()
    expect(kept).toEqual([
      {
        person_id: world.ids('admin-1'),
        created_at: world.clock.now(),
        response: { work: 'deadline', itemId: ticketId, number, retried: true },
      },
    ])
  })

  tell('what still fails is a dead letter again after as many attempts', async world => {
    const { ticketId, mend } = await failForGood(world)
    await world.ok('manager-1', 'center.retryDeadLetter', {
      idempotencyKey: aKey(),
      work: 'deadline',
      itemId: ticketId,
    })
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await world.sweep()).toMatchObject({ failed: 1 })
      expect(await deadOf(world)).toEqual([])
    }
    await world.sweep()
    expect(await deadOf(world)).toMatchObject([{ ticketId, attempts: 5 }])
    await mend()
    await world.ok('manager-1', 'center.retryDeadLetter', {
      idempotencyKey: aKey(),
      work: 'deadline',
      itemId: ticketId,
    })
    await world.sweep()
  })

  tell('no dead letter any more: said so, and no error', async world => {
    const ticketId = await world.file()
    expect((await retry(world, 'manager-1', ticketId)).answer).toMatchObject({ ok: true, data: { retried: false } })
  })

  tell('is for admins and managers of that center', async world => {
    const { ticketId, mend } = await failForGood(world)
    const codes: Record<string, string> = { 'admin-1': 'none', 'manager-1': 'none', 'admin-at-home': 'none' }
    for (const person of personNames) {
      if (codes[person]) continue
      const code = await world.refusal(person, 'center.retryDeadLetter', {
        idempotencyKey: aKey(),
        work: 'deadline',
        itemId: ticketId,
      })
      expect([person, code]).toEqual([person, 'forbidden'])
    }
    const post = world.db.updateTable('post').where('person_id', '=', world.ids('manager-1'))
    await post.set({ center_id: world.ids('center-2') }).execute()
    for (const [person, id] of [
      ['manager-1', ticketId],
      ['admin-1', world.ids('nothing')],
      ['admin-1', 'no-id'],
    ] as const)
      expect(
        await world.refusal(person, 'center.retryDeadLetter', { idempotencyKey: aKey(), work: 'deadline', itemId: id }),
      ).toBe('notFound')
    expect(await deadOf(world)).toHaveLength(1)
    await mend()
    expect(
      await world.refusal('admin-at-home', 'center.retryDeadLetter', {
        idempotencyKey: aKey(),
        work: 'deadline',
        itemId: ticketId,
      }),
    ).toBe('none')
    await world.sweep()
  })
})
