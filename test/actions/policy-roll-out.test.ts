import { rollOutPolicies } from '../../cloud/actions/deadline/roll-out'
import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { Policy } from '../../cloud/domain/policy/model/policy'
import { timerFigures } from '../../cloud/store/timer/health'
import type { RequestOf } from '../../types/contract/index'
import { day, march, minute } from '../builders/clock'
import { type World, aKey, someCompletion } from '../builders/world'
import { damage } from '../support/damage'
import { describeWorld } from '../support/describe-world'

type Document = RequestOf<'policy', 'save'>['policy']

const office = defaultPolicy.calendars.office
const shut = (date: string): Partial<Policy> => {
  if (office === undefined || office === '24x7') throw new Error('the default policy has lost its calendar')
  return { calendars: { ...defaultPolicy.calendars, office: { ...office, shifts: { [date]: [] } } } }
}
const faster: Partial<Policy> = {
  deadlines: defaultPolicy.deadlines.map(rule =>
    rule.kind === 'completion' && !rule.when ? { ...rule, target: { workingDays: 1 } } : rule,
  ),
}

const save = (world: World, baseVersion: number, some: Partial<Policy>, applyTo: 'new' | 'running' = 'new') =>
  world.ok('manager-1', 'policy.save', {
    idempotencyKey: aKey(),
    baseVersion,
    policy: JSON.parse(JSON.stringify({ ...defaultPolicy, ...some })) as Document,
    note: '调整',
    applyTo,
  })
/** Lighting is of normal urgency: completion in three working days, Thursday 18:00 for a Monday. */
const lighting = { category: 'lighting', urgency: 'normal' } as const
const completionOf = async (world: World, ticketId: string) => {
  const row = await world.db
    .selectFrom('deadline')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'completion')
    .selectAll()
    .executeTakeFirstOrThrow()
  return row.due_at
}
const rollOut = (world: World, runtime = world.runtime, batch?: number) =>
  rollOutPolicies(runtime, { budgetMs: 600_000, ...(batch ? { batch } : {}) })
const applied = async (world: World, ticketId: string) =>
  (await world.events(ticketId)).filter(type => type === 'policyApplied').length

describeWorld('what a saved policy does to running tickets', tell => {
  tell('a closed day moves what still runs, and no figure does', async world => {
    const ticketId = await world.file('resident-1', lighting)
    expect(await completionOf(world, ticketId)).toBe(march(5, '18:00'))
    expect(await save(world, 1, { ...shut('2026-03-04'), ...faster })).toEqual({ version: 2, runningTickets: 1 })
    expect(await rollOut(world)).toEqual({ moved: 1, failed: 0, more: false })
    // Wednesday is closed: three working days end on Friday; the new figure is for later tickets.
    expect(await completionOf(world, ticketId)).toBe(march(6, '18:00'))
    expect(await world.ticket(ticketId)).toMatchObject({ policyVersion: 1, calendarVersion: 2 })
    expect(await rollOut(world)).toEqual({ moved: 0, failed: 0, more: false })
    expect(await applied(world, ticketId)).toBe(1)
    const later = await world.file('resident-1', lighting)
    expect(await completionOf(world, later)).toBe(march(3, '18:00'))
  })

  tell('a figure reaches what runs when the manager says so', async world => {
    const ticketId = await world.file('resident-1', lighting)
    expect(await save(world, 1, faster, 'running')).toEqual({ version: 2, runningTickets: 1 })
    expect(await world.tick()).toMatchObject({ moved: 1, more: true })
    expect(await completionOf(world, ticketId)).toBe(march(3, '18:00'))
    expect(await world.ticket(ticketId)).toMatchObject({ policyVersion: 2 })
    expect(await world.tick()).toMatchObject({ moved: 0, more: false })
  })

  tell('a save that changes neither calendars nor what runs moves nothing', async world => {
    const ticketId = await world.file('resident-1', lighting)
    expect(await save(world, 1, { ...faster, holdMaxDays: 10 })).toMatchObject({ runningTickets: 0 })
    expect(await rollOut(world)).toEqual({ moved: 0, failed: 0, more: false })
    expect(await applied(world, ticketId)).toBe(0)
    expect(await completionOf(world, ticketId)).toBe(march(5, '18:00'))
  })

  tell(
    'rules for running tickets, then calendars, then neither: each ticket ends where all of them say',
    async world => {
      const ticketId = await world.file('resident-1', lighting)
      await save(world, 1, faster, 'running')
      await save(world, 2, { ...faster, ...shut('2026-03-03') })
      await save(world, 3, { ...shut('2026-03-03'), holdMaxDays: 5 })
      const between = await world.file('resident-1', lighting)
      await rollOut(world)
      expect(await world.ticket(ticketId)).toMatchObject({ policyVersion: 2, calendarVersion: 4 })
      // One working day after Monday, of which Tuesday is none.
      expect(await completionOf(world, ticketId)).toBe(march(4, '18:00'))
      expect(await world.ticket(between)).toMatchObject({ policyVersion: 4 })
      expect(await applied(world, between)).toBe(0)
    },
  )

  tell('what is over is left alone, and moves when it is opened again', async world => {
    const ticketId = await world.verified('resident-1', lighting)
    await world.answer('resident-1', ticketId)
    await save(world, 1, shut('2026-03-04'))
    expect(await rollOut(world)).toMatchObject({ moved: 0 })
    await world.act('resident-1', ticketId, 'reopen', { reason: '又坏了' })
    expect(await rollOut(world)).toMatchObject({ moved: 1 })
    expect(await world.ticket(ticketId)).toMatchObject({ calendarVersion: 2 })
  })

  tell('what was due under the old calendar by then has happened under it', async world => {
    const ticketId = await world.file('resident-1', lighting)
    await world.act('steward-1', ticketId, 'accept', {})
    world.clock.set(march(6, '09:00'))
    await save(world, 1, shut('2026-03-04'))
    await rollOut(world)
    // Thursday 18:00 had passed when the change came: the breach stands.
    const types = await world.events(ticketId)
    expect(types.indexOf('breached')).toBeGreaterThan(0)
    expect(types.indexOf('breached')).toBeLessThan(types.indexOf('policyApplied'))
  })

  tell('a row of a release that knew no calendars is put right without an event', async world => {
    const ticketId = await world.file('resident-1', lighting)
    await save(world, 1, shut('2026-03-04'))
    const later = await world.file('resident-1', lighting)
    await world.db.updateTable('ticket').set({ calendar_version: 1 }).where('id', '=', later).execute()
    expect(await rollOut(world)).toEqual({ moved: 1, failed: 0, more: false })
    expect(await applied(world, later)).toBe(0)
    expect(await applied(world, ticketId)).toBe(1)
  })

  tell('several workers, batches, a crash in between: each ticket is moved once', async world => {
    const ids = []
    for (let index = 0; index < 23; index += 1) ids.push(await world.file('resident-1', lighting))
    await world.act('steward-1', ids[0] ?? '', 'accept', {})
    await world.act('steward-1', ids[0] ?? '', 'complete', someCompletion)
    await save(world, 1, shut('2026-03-04'))
    // The second batch dies before it commits.
    let asked = 0
    const dying = world.process({
      clock: {
        now: () => {
          asked += 1
          if (asked > 2) throw new Error('killed')
          return world.clock.now()
        },
      },
    })
    await rollOut(world, dying, 5).catch((error: unknown) => expect(String(error)).toContain('killed'))
    const after = (await Promise.all(ids.map(id => applied(world, id)))).filter(count => count > 0).length
    expect(after).toBeLessThan(23)
    const done = await Promise.all([0, 1, 2].map(() => rollOut(world, world.process(), 4)))
    expect(done.reduce((sum, { moved }) => sum + moved, after)).toBe(23)
    for (const id of ids) expect(await applied(world, id)).toBe(1)
    for (const id of ids.slice(1)) expect(await completionOf(world, id)).toBe(march(6, '18:00'))
  })

  tell('one broken ticket does not keep the others back', async world => {
    const ids = []
    for (let index = 0; index < 7; index += 1) ids.push(await world.file('resident-1', lighting))
    await save(world, 1, shut('2026-03-04'))
    const broken = ids[3] ?? ''
    const { head_hash, policy_version } = await world.db
      .selectFrom('ticket')
      .where('id', '=', broken)
      .select(['head_hash', 'policy_version'])
      .executeTakeFirstOrThrow()
    // An event that is already there makes the append fail.
    const ticket = await world.ticket(broken)
    const row = await world.db
      .selectFrom('event')
      .where('ticket_id', '=', broken)
      .where('seq', '=', 1)
      .selectAll()
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('event')
      .values({ ...row, body: JSON.stringify(row.body) as never, seq: ticket.version + 1 })
      .execute()
    const first = await rollOut(world, world.runtime, 3)
    expect(first).toEqual({ moved: 6, failed: 1, more: false })
    expect(world.log.join('\n')).toContain(broken)
    await world.db
      .deleteFrom('event')
      .where('ticket_id', '=', broken)
      .where('seq', '=', ticket.version + 1)
      .execute()
    expect({ head_hash, policy_version }).toEqual({ head_hash: expect.any(String) as string, policy_version: 1 })
    expect(await rollOut(world)).toEqual({ moved: 1, failed: 0, more: false })
  })

  tell('one that fails again and again is a dead letter, seen, and tried again when somebody says so', async world => {
    const [poisoned = '', whole = ''] = [
      await world.file('resident-1', lighting),
      await world.file('resident-1', lighting),
    ]
    await save(world, 1, shut('2026-03-04'))
    const { number } = await world.ticket(poisoned)
    const { mend } = await damage(world, poisoned, body => ({ ...body, policyVersion: 0 }))
    const dead = async () => (await world.ok('manager-1', 'center.health', {})).deadLetters
    expect(await rollOut(world)).toEqual({ moved: 1, failed: 1, more: false })
    expect(await applied(world, whole)).toBe(1)
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      expect(await dead()).toEqual([])
      expect(await rollOut(world)).toEqual({ moved: 0, failed: 1, more: false })
    }
    // It is no longer tried, and stands where the timers' failures stand; its own clocks run on.
    expect(await rollOut(world)).toEqual({ moved: 0, failed: 0, more: false })
    expect(await dead()).toEqual([
      {
        work: 'policy',
        itemId: poisoned,
        ticketId: poisoned,
        number,
        attempts: 5,
        since: world.clock.now(),
        technical: expect.any(String) as string,
        mayRetry: true,
      },
    ])
    expect((await timerFigures(world.db, world.clock.now())).deadLetters).toBe(1)
    const stopped = world.db.selectFrom('deadline').where('ticket_id', '=', poisoned).where('dead', '=', true)
    expect(await stopped.select('kind').execute()).toEqual([])

    // A new version is a new reason to try.
    await save(world, 2, shut('2026-03-05'))
    expect(await rollOut(world)).toEqual({ moved: 1, failed: 1, more: false })
    expect(await dead()).toEqual([])
    for (let attempt = 2; attempt <= 5; attempt += 1) await rollOut(world)
    expect(await dead()).toMatchObject([{ ticketId: poisoned, attempts: 5 }])

    await mend()
    expect(await rollOut(world)).toMatchObject({ moved: 0 })
    const retry = { idempotencyKey: aKey(), work: 'policy', itemId: poisoned } as const
    expect(await world.ok('manager-1', 'center.retryDeadLetter', retry)).toMatchObject({ retried: true })
    expect(await rollOut(world)).toEqual({ moved: 1, failed: 0, more: false })
    expect(await dead()).toEqual([])
    expect(await applied(world, poisoned)).toBe(1)
  })

  tell('one that comes right by itself is not counted for what it failed before', async world => {
    const ticketId = await world.file('resident-1', lighting)
    await save(world, 1, shut('2026-03-04'))
    const { mend } = await damage(world, ticketId, body => ({ ...body, policyVersion: 0 }))
    for (let attempt = 0; attempt < 4; attempt += 1) await rollOut(world)
    await mend()
    expect(await rollOut(world)).toMatchObject({ moved: 1, failed: 0 })
    expect(await world.db.selectFrom('dead_letter').selectAll().execute()).toEqual([])
  })

  tell('a spent budget is told, and the next run goes on', async world => {
    for (let index = 0; index < 4; index += 1) await world.file('resident-1', lighting)
    await save(world, 1, shut('2026-03-04'))
    let spent = 0
    const slow = world.process({ wallClock: { now: () => (spent += 10) } })
    expect(await rollOutPolicies(slow, { budgetMs: 5, batch: 2 })).toEqual({ moved: 2, failed: 0, more: true })
    world.clock.advance(minute)
    expect(await rollOut(world)).toEqual({ moved: 2, failed: 0, more: false })
    world.clock.advance(day)
  })
})
