import { sql } from 'kysely'
import { inTransaction } from '../../cloud/store/engine/transaction'
import { lockDue, readDue } from '../../cloud/store/timer/due-tickets'
import { deadLetters } from '../../cloud/store/timer/dead-letters'
import { firingsOf } from '../support/firings'
import { day, march, minute } from '../builders/clock'
import { type World, aKey, someCompletion } from '../builders/world'
import { sweepDeadlines } from '../../cloud/actions/deadline/sweep'
import { toJson } from '../../cloud/store/engine/json'
import { twoHours } from '../builders/policy'
import { describeWorldOnEachEngine } from '../support/describe-world'

const lighting = { category: 'lighting' } as const

const onTwoHours = { policy: twoHours }

const stepsOf = async (world: World, ticketId: string) =>
  (await firingsOf(world.db, ticketId)).flatMap(({ kind, step, dueAt, noticedAt }) =>
    kind === 'completion' ? [[step, dueAt, noticedAt]] : [],
  )

describeWorldOnEachEngine('the deadline sweep', tell => {
  tell(
    'warns at 50 and 80 %, records the breach, and tells one level after the other',
    async world => {
      const ticketId = await world.file('resident-1', lighting)
      world.clock.set(march(2, '10:01') - 1)
      expect((await world.sweep()).fired).toBe(0)
      world.clock.set(march(2, '10:01'))
      expect(await world.sweep()).toMatchObject({ tickets: 1, fired: 1, more: false })
      expect(await world.inbox('steward-1')).toEqual(['完成处理快到时间了', '新工单，请接单'])
      world.clock.set(march(2, '10:37'))
      await world.sweep()
      world.clock.set(march(2, '11:01'))
      await world.sweep()
      expect(await world.inbox('steward-1')).toContain('完成处理已超时')
      expect(await world.inbox('service-head')).toEqual(['完成处理超时，请您关注'])
      // An hour of work later: 59 minutes until noon, one after half past one.
      world.clock.set(march(2, '13:31'))
      await world.sweep()
      expect(await world.inbox('manager-1')).toContain('完成处理超时，请您关注')
      world.clock.set(march(2, '14:31'))
      await world.sweep()
      expect(await world.inbox('quality-1')).toContain('完成处理超时，请您关注')
      expect(await stepsOf(world, ticketId)).toEqual([
        ['warn:0.5', march(2, '10:01'), march(2, '10:01')],
        ['warn:0.8', march(2, '10:37'), march(2, '10:37')],
        ['breach', march(2, '11:01'), march(2, '11:01')],
        ['escalate:1', march(2, '11:01'), march(2, '11:01')],
        ['escalate:2', march(2, '13:31'), march(2, '13:31')],
        ['escalate:3', march(2, '14:31'), march(2, '14:31')],
      ])
      const view = (await world.get('clerk-1', ticketId)).deadlines.find(({ kind }) => kind === 'completion')
      expect(view).toMatchObject({ breachedAt: march(2, '11:01'), running: true })
      expect(view?.escalations.map(({ to }) => to)).toEqual(['departmentHead', 'serviceManager', 'quality'])
    },
    onTwoHours,
  )

  tell(
    'a sweep that comes a day late records when it was due and when it was noticed',
    async world => {
      const ticketId = await world.file('resident-1', lighting)
      world.clock.set(march(3, '09:00'))
      await world.sweep()
      expect((await stepsOf(world, ticketId)).slice(0, 3)).toEqual([
        ['warn:0.5', march(2, '10:01'), march(3, '09:00')],
        ['warn:0.8', march(2, '10:37'), march(3, '09:00')],
        ['breach', march(2, '11:01'), march(3, '09:00')],
      ])
    },
    onTwoHours,
  )

  tell(
    'a command that comes before the sweep settles what was due first',
    async world => {
      const ticketId = await world.file('resident-1', lighting)
      world.clock.set(march(2, '11:05'))
      await world.act('steward-1', ticketId, 'accept', {})
      expect((await stepsOf(world, ticketId)).map(([step]) => step)).toContain('breach')
      expect(await world.sweep()).toMatchObject({ fired: 0 })
    },
    onTwoHours,
  )

  tell('of what comes due at the same instant, what was filed first comes first (D-RH-1)', async world => {
    const filed: string[] = []
    for (let n = 0; n < 4; n += 1) filed.push(await world.file('resident-1', lighting))
    // The rows move to the end of their table one after the other, so that their places no longer tell when they were filed.
    for (const ticketId of [...filed].reverse())
      await sql`update deadline set center_id = center_id where ticket_id = ${ticketId}`.execute(world.db)
    const now = world.clock.now() + day
    const keys = await inTransaction(world.db, trx => lockDue(trx, now, { limit: 200 }))
    expect(keys.map(({ ticketId }) => ticketId)).toEqual(filed)
    const due = await inTransaction(world.db, trx => readDue(trx, [...keys].reverse(), now))
    expect(due.map(({ ticketId }) => ticketId)).toEqual([...filed].reverse())
  })

  tell('a hold ends by itself at its end, whenever that is noticed', async world => {
    const ticketId = await world.file('resident-1', lighting)
    await world.act('steward-1', ticketId, 'accept', {})
    await world.act('steward-1', ticketId, 'hold', { reason: 'awaitingPart', until: march(4, '10:00') })
    world.clock.set(march(4, '10:00') - 1)
    await world.sweep()
    expect((await world.ticket(ticketId)).state).toBe('onHold')
    world.clock.set(march(4, '11:00'))
    await world.sweep()
    const ticket = await world.ticket(ticketId)
    expect(ticket).toMatchObject({ state: 'inProgress', holds: [{ to: march(4, '10:00') }] })
    expect(await world.inbox('steward-1')).toContain('挂起到期，请继续处理')
  })

  tell('the quiet period of an anonymous ticket closes it after seven days', async world => {
    const ticketId = await world.verified('resident-1', { anonymous: true })
    const ticket = await world.ticket(ticketId)
    expect(ticket).toMatchObject({ state: 'quietPeriod', exemption: 'unreachable' })
    world.clock.set(ticket.updatedAt + 7 * day - 1)
    await world.sweep()
    expect((await world.ticket(ticketId)).state).toBe('quietPeriod')
    await world.pass(1)
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'closed', ending: 'quiet' })
  })

  tell('an exempted callback ends in a quiet period, which a new complaint breaks', async world => {
    const ticketId = await world.verified()
    await world.act('clerk-1', ticketId, 'exempt', { reason: 'sensitive', text: '家中有事' })
    expect((await world.ok('resident-1', 'survey.list', {})).items).toEqual([])
    await world.pass(3 * day)
    expect((await world.act('resident-1', ticketId, 'reopen', { reason: '又漏了' })).state).toBe('dispatched')
    await world.pass(5 * day)
    expect((await world.ticket(ticketId)).state).toBe('dispatched')
  })

  tell('no answer in two days: one reminder', async world => {
    const ticketId = await world.verified()
    await world.pass(2 * day - 1)
    expect(await world.inbox('resident-1')).not.toContain('还在等您的评价')
    await world.pass(1)
    await world.pass(5 * day)
    expect((await world.inbox('resident-1')).filter(title => title === '还在等您的评价')).toHaveLength(1)
    expect((await world.ticket(ticketId)).state).toBe('callback')
  })

  tell(
    "a ticket that can't be read stops no other, becomes a dead letter, and comes back once mended",
    async world => {
      const broken = await world.file('resident-1', lighting)
      const whole = await world.file('resident-1', lighting)
      const { body } = await world.db
        .selectFrom('ticket')
        .where('id', '=', broken)
        .select('body')
        .executeTakeFirstOrThrow()
      const damage = { body: toJson(JSON.parse('{}')) }
      await world.db.updateTable('ticket').set(damage).where('id', '=', broken).execute()
      world.clock.set(march(2, '11:02'))
      const swept = await world.sweep()
      expect(swept.failed).toBeGreaterThan(0)
      expect(await stepsOf(world, whole)).toHaveLength(4)
      for (let attempt = 0; attempt < 5; attempt += 1) await world.sweep()
      const dead = async () => (await deadLetters(world.db, { limit: 10 })).map(({ ticketId }) => ticketId)
      expect(await dead()).toEqual([broken])
      expect(await world.sweep()).toEqual({ tickets: 0, fired: 0, failed: 0, more: false })
      expect(world.log.join('\n')).toContain(broken)

      await world.db
        .updateTable('ticket')
        .set({ body: toJson(body) })
        .where('id', '=', broken)
        .execute()
      await world.act('steward-1', broken, 'accept', {})
      expect(await stepsOf(world, broken)).toHaveLength(4)
      expect(await dead()).toEqual([])
    },
    onTwoHours,
  )

  tell(
    'a row that is due by mistake is put right instead of coming up for ever',
    async world => {
      const ticketId = await world.file('resident-1', lighting)
      await world.db.updateTable('deadline').set({ next_fire_at: 1 }).where('ticket_id', '=', ticketId).execute()
      expect(await world.sweep()).toEqual({ tickets: 1, fired: 0, failed: 0, more: false })
      expect(await world.sweep()).toEqual({ tickets: 0, fired: 0, failed: 0, more: false })
    },
    onTwoHours,
  )

  tell(
    'a spent budget is told, and the next call goes on',
    async world => {
      await Promise.all(Array.from({ length: 12 }, () => world.file('resident-1', lighting)))
      world.clock.set(march(2, '12:00'))
      let spent = 0
      const slow = world.process({ wallClock: { now: () => (spent += 1_000) } })
      const first = await sweepDeadlines(slow, { budgetMs: 500, batch: 10 })
      expect(first).toMatchObject({ more: true, tickets: 10 })
      expect(first.fired).toBeGreaterThanOrEqual(10)
      expect(await world.sweep()).toMatchObject({ more: false, tickets: 2 })
      expect(await world.sweep()).toMatchObject({ tickets: 0 })
    },
    onTwoHours,
  )

  tell('nothing is fired on what has ended', async world => {
    const ticketId = await world.file('resident-1', lighting)
    await world.act('resident-1', ticketId, 'withdraw', {})
    const done = await world.file('resident-1', { ...lighting, idempotencyKey: aKey() })
    await world.act('steward-1', done, 'accept', {})
    await world.act('steward-1', done, 'complete', someCompletion)
    await world.pass(minute)
    expect(await world.sweep()).toMatchObject({ tickets: 0 })
    await world.pass(60 * day)
    expect(await world.events(ticketId)).toEqual(['filed', 'assigned', 'withdrawn'])
  })
})
