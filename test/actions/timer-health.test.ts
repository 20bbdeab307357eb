import { recorded } from '../../cloud/actions/timer-run'
import { inTransaction } from '../../cloud/store/engine/transaction'
import { deadLetters, reviveDeadLetter } from '../../cloud/store/timer/dead-letters'
import { mostCounted, timerFigures, timerHealth } from '../../cloud/store/timer/health'
import { march, minute } from '../builders/clock'
import type { World } from '../builders/world'
import { damage } from '../support/damage'
import { describeWorld } from '../support/describe-world'

const health = (world: World) => timerHealth(world.db, world.clock.now())

describeWorld('what the timers say of themselves', tell => {
  tell('the oldest step that is due, how late it is, and how many there are', async world => {
    await world.file('resident-1', { category: 'lighting' })
    expect((await health(world)).figures).toEqual({ oldestDueAt: null, lateSeconds: 0, backlog: 0, deadLetters: 0 })
    // Two hours to accept, from 09:01: the first warning at 10:01.
    world.clock.set(march(2, '10:01') + 90_500)
    const { figures } = await health(world)
    expect(figures).toEqual({ oldestDueAt: march(2, '10:01'), lateSeconds: 90, backlog: 1, deadLetters: 0 })
    await world.sweep()
    expect((await health(world)).figures).toMatchObject({ oldestDueAt: null, backlog: 0 })
  })

  tell('a backlog is counted up to a bound', async world => {
    const ticketId = await world.file('resident-1', { category: 'lighting' })
    const center_id = world.ids('center-1')
    const times = { started_at: 0, due_at: 0, held_seconds: 0, next_fire_at: 1 }
    const rows = Array.from({ length: 2_000 }, (_, index) => index)
    for (let cycle = 100; cycle < 100 + mostCounted + 10; cycle += rows.length)
      await world.db
        .insertInto('deadline')
        .values(
          rows.map(index => ({
            center_id,
            ticket_id: ticketId,
            kind: 'quiet' as const,
            cycle: cycle + index,
            ...times,
          })),
        )
        .execute()
    expect(await timerFigures(world.db, world.clock.now())).toMatchObject({ backlog: mostCounted, oldestDueAt: 1 })
    await world.db.deleteFrom('deadline').where('kind', '=', 'quiet').execute()
  })

  tell('what has failed too often, since when, and that it can be tried again', async world => {
    const ticketId = await world.file('resident-1', { category: 'lighting' })
    const { mend } = await damage(world, ticketId)
    const { number } = await world.db.selectFrom('ticket').select('number').executeTakeFirstOrThrow()
    world.clock.set(march(2, '10:02'))
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect(await world.sweep()).toMatchObject({ tickets: 0, failed: 1 })
      expect((await health(world)).deadLetters).toEqual([])
    }
    world.clock.advance(minute)
    await world.sweep()
    const centerId = world.ids('center-1')
    expect(await health(world)).toMatchObject({
      figures: { oldestDueAt: null, backlog: 0, deadLetters: 1 },
      deadLetters: [
        { centerId, work: 'deadline', itemId: ticketId, ticketId, number, attempts: 5, since: march(2, '10:03') },
      ],
    })
    expect(await deadLetters(world.db, { centerIds: [world.ids('center-2')], limit: 10 })).toEqual([])
    expect(await deadLetters(world.db, { centerIds: [centerId], limit: 10 })).toHaveLength(1)

    await mend()
    expect(await world.sweep()).toMatchObject({ tickets: 0 })
    const key = { centerId, work: 'deadline', itemId: ticketId } as const
    expect(await inTransaction(world.db, trx => reviveDeadLetter(trx, key, world.clock.now()))).toBe(true)
    expect(await world.sweep()).toMatchObject({ tickets: 1, failed: 0 })
    expect((await health(world)).deadLetters).toEqual([])
  })

  tell('each run of a timer, when it began and ended, and what came of it', async world => {
    const sweep = recorded('deadline', async runtime => {
      world.clock.advance(2_000)
      return world.sweep(runtime)
    })
    const began = world.clock.now()
    await sweep(world.runtime, { budgetMs: 1_000 })
    const result = { tickets: 0, fired: 0, failed: 0, more: false }
    expect((await health(world)).runs).toEqual([
      { name: 'deadline', startedAt: began, finishedAt: began + 2_000, result },
    ])
    // One that was killed has begun and not ended; what the one before it said still stands.
    world.clock.advance(minute)
    let reached: () => void = () => undefined
    const killed = new Promise<void>(resolve => {
      reached = resolve
    })
    void recorded('deadline', () => {
      reached()
      return new Promise(() => undefined)
    })(world.runtime, { budgetMs: 1_000 })
    await killed
    expect((await health(world)).runs).toEqual([
      { name: 'deadline', startedAt: began + minute + 2_000, finishedAt: began + 2_000, result },
    ])
  })

  tell('a run that fails is told with its reason, and fails', async world => {
    const failing = recorded('notify', async () => {
      throw new Error('the channel is away')
    })
    await expect(failing(world.runtime, { budgetMs: 1_000 })).rejects.toThrow('the channel is away')
    expect((await health(world)).runs).toMatchObject([{ name: 'notify', result: { error: 'the channel is away' } }])
  })
})
