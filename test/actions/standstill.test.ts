import { firingsOf } from '../support/firings'
import { sweepDeadlines } from '../../cloud/actions/deadline/sweep'
import { march } from '../builders/clock'
import { twoHours } from '../builders/policy'
import type { World } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const lighting = { category: 'lighting' } as const

/** From 09:01: warnings at 10:01 and 10:37, due at 11:01, the manager is told at 13:31, quality at 14:31. */
const policy = twoHours
const summary = '系统补记了停机期间的提醒'

const summariesOf = async (world: World, person: string) =>
  (await world.ok(person, 'notice.list', { limit: 50 })).items.filter(item => item.type === 'standstill')

/** What stands in the table, counted again for one notice. */
const counted = async (world: World, noticeId: string) => {
  const held = await world.db.selectFrom('held_notice').where('summary_id', '=', noticeId).selectAll().execute()
  const overdue = new Set(held.filter(row => row.type !== 'warned').map(row => row.ticket_id))
  const tickets = new Set(held.map(row => row.ticket_id))
  return { overdue: overdue.size, soon: tickets.size - overdue.size, reminders: held.length }
}

const openHeld = async (world: World) =>
  (await world.db.selectFrom('held_notice').where('summary_id', 'is', null).select('seq').execute()).length

describeWorld('after a standstill', tell => {
  const story = (title: string, tale: (world: World) => Promise<void>) => tell(title, tale, { policy })

  story(
    'everybody gets one notice with figures, and each breach its due time and the time it was noticed',
    async world => {
      const tickets = [await world.file('resident-1', lighting), await world.file('resident-1', lighting)]
      world.clock.set(march(2, '17:00'))
      const fresh = await world.file('resident-1', lighting)
      expect(await world.sweep()).toMatchObject({ tickets: 2, failed: 0 })
      expect(await world.inbox('steward-1')).toEqual([summary, '新工单，请接单', '新工单，请接单', '新工单，请接单'])
      const [told] = await summariesOf(world, 'steward-1')
      expect(told?.text).toContain('2 件已超时。3月2日周一 10:01 至 3月2日周一 11:02 的提醒')
      expect(told?.ticketId).toBeNull()
      expect(await counted(world, told?.noticeId ?? '')).toEqual({ overdue: 2, soon: 0, reminders: 6 })
      expect(await world.inbox('service-head')).toEqual([summary])
      expect(await world.inbox('manager-1')).toEqual([summary])
      const breaches = (await firingsOf(world.db)).filter(({ step }) => step === 'breach')
      expect(breaches.map(row => [row.ticketId, row.dueAt, row.noticedAt]).sort()).toEqual(
        [
          [tickets[0], march(2, '11:01'), march(2, '17:01')],
          [tickets[1], march(2, '11:02'), march(2, '17:01')],
        ].sort(),
      )
      expect(await world.events(fresh)).toEqual(['filed', 'assigned'])
      // Nothing more comes of it, however often the timer fires.
      await world.sweep()
      await world.sweep()
      expect(await summariesOf(world, 'steward-1')).toHaveLength(1)
      expect(await openHeld(world)).toBe(0)
    },
  )

  story('what was only close to its due time is counted apart', async world => {
    await world.file('resident-1', lighting)
    await world.file('resident-1', lighting)
    world.clock.set(march(2, '10:50'))
    await world.file('resident-1', lighting)
    // The third should have been warned of at 11:51, over two hours before; its second warning, at 13:57, is in time.
    world.clock.set(march(2, '10:51'))
    await world.sweep()
    world.clock.set(march(2, '14:00'))
    await world.sweep()
    const [told] = await summariesOf(world, 'steward-1')
    expect(told?.text).toContain('2 件已超时，1 件快到时间')
    expect(await counted(world, told?.noticeId ?? '')).toMatchObject({ overdue: 2, soon: 1 })
  })

  story('an hour late is no standstill', async world => {
    await world.file('resident-1', lighting)
    world.clock.set(march(2, '11:01'))
    await world.sweep()
    expect(await world.inbox('steward-1')).toContain('完成处理已超时')
    expect(await world.inbox('service-head')).toEqual(['完成处理超时，请您关注'])
    expect(await summariesOf(world, 'steward-1')).toEqual([])
  })

  story('who has missed one reminder only reads that one', async world => {
    const ticketId = await world.file('resident-1', lighting)
    world.clock.set(march(2, '11:01'))
    await world.sweep()
    world.clock.set(march(2, '16:00'))
    await world.sweep()
    const [told] = await summariesOf(world, 'manager-1')
    expect(told).toMatchObject({ title: '完成处理超时，请您关注', ticketId })
    expect(told?.text).toContain('本应 3月2日周一 13:31')
  })

  story(
    'the notice waits until everything late has fired, and comes although the worker died before it',
    async world => {
      for (let n = 0; n < 3; n += 1) await world.file('resident-1', lighting)
      world.clock.set(march(2, '17:00'))
      // Each of these ends with its budget: as a worker does that is killed after its commit.
      for (let left = 3; left > 0; left -= 1) {
        const batch = await sweepDeadlines(world.process(), { budgetMs: 0, batch: 1 })
        expect(batch).toMatchObject({ tickets: 1, more: true })
        expect(await world.inbox('steward-1')).not.toContain(summary)
      }
      expect(await openHeld(world)).toBeGreaterThan(0)
      expect(await world.sweep()).toMatchObject({ tickets: 0 })
      expect(await summariesOf(world, 'steward-1')).toHaveLength(1)
      const notices = await world.db.selectFrom('notice').where('type', '=', 'standstill').select('person_id').execute()
      expect(notices).toHaveLength(new Set(notices.map(row => row.person_id)).size)
    },
  )

  story('two workers that catch up together write it once', async world => {
    for (let n = 0; n < 12; n += 1) await world.file('resident-1', lighting)
    world.clock.set(march(2, '17:00'))
    const workers = [world.process(), world.process({ clock: { now: () => march(2, '17:01') } })]
    const swept = await Promise.all(
      [...workers, ...workers].map(worker => sweepDeadlines(worker, { budgetMs: 60_000, batch: 2 })),
    )
    expect(swept.reduce((sum, { fired }) => sum + fired, 0)).toBe(12 * 6)
    await world.sweep()
    for (const person of ['steward-1', 'service-head', 'manager-1'])
      expect(await summariesOf(world, person)).toHaveLength(1)
    const [told] = await summariesOf(world, 'steward-1')
    expect(await counted(world, told?.noticeId ?? '')).toEqual({ overdue: 12, soon: 0, reminders: 36 })
  })

  const channels = [{ name: 'test', reaches: async () => true, send: async () => 'sent' as const }]
  const outside = (title: string, tale: (world: World) => Promise<void>) => tell(title, tale, { policy, channels })

  /** When somebody's summary goes out. */
  const goesOutAt = async (world: World, person: string) => {
    const rows = await world.db
      .selectFrom('notice')
      .where('type', '=', 'standstill')
      .where('person_id', '=', world.ids(person))
      .select('next_attempt_at as at')
      .execute()
    return rows.map(({ at }) => at)
  }

  outside('channels outside get the one notice and none of those it stands for', async world => {
    await world.file('resident-1', lighting)
    await world.file('resident-1', lighting)
    await world.db.updateTable('notice').set({ next_attempt_at: null }).execute()
    world.clock.set(march(2, '17:00'))
    await world.sweep()
    const sent = await world.db
      .selectFrom('notice')
      .where('next_attempt_at', 'is not', null)
      .select(['type', 'person_id', 'next_attempt_at'])
      .execute()
    expect(sent.map(row => row.type)).toEqual(sent.map(() => 'standstill'))
    expect(new Set(sent.map(row => row.person_id)).size).toBe(sent.length)
    expect(sent.length).toBeGreaterThanOrEqual(3)
    expect(sent.map(row => row.next_attempt_at)).toEqual(sent.map(() => world.clock.now()))
  })

  outside('at night the summary is in the inbox at once, and wakes nobody', async world => {
    await world.file('resident-1', lighting)
    await world.file('resident-1', lighting)
    world.clock.set(march(2, '22:00'))
    await world.sweep()
    for (const person of ['steward-1', 'service-head', 'manager-1']) {
      expect(await summariesOf(world, person)).toHaveLength(1)
      expect(await goesOutAt(world, person)).toEqual([march(3, '07:30')])
    }
  })

  outside('whoever has an emergency among theirs hears of it by night', async world => {
    await world.file('resident-1', lighting)
    const emergency = await world.file('resident-1', { ...lighting, urgency: 'emergency' })
    expect((await world.ticket(emergency)).assignment?.personId).not.toBe(world.ids('steward-1'))
    world.clock.set(march(2, '22:00'))
    await world.sweep()
    expect(await goesOutAt(world, 'manager-1')).toEqual([march(2, '22:00')])
    expect(await goesOutAt(world, 'steward-1')).toEqual([march(3, '07:30')])
  })
})
