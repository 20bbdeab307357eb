import { healthOf } from '../../cloud/host/timers-health'
import { describeOnPostgres } from '../support/databases'
import { monday, openHost } from '../support/host'

const hour = 3_600_000

describeOnPostgres('the health page', open => {
  test('says of the timers what is due, late and set aside, and what the last run came to', async () => {
    const host = await openHost(await open())
    try {
      const timers = async () =>
        ((await (await fetch(`${host.url}/healthz`)).json()) as { timers: Record<string, unknown> }).timers
      const before = { oldestDueAt: null, lateSeconds: 0, backlog: 0, deadLetters: 0, lastRun: null }
      expect(await timers()).toEqual(before)

      const resident = await host.token('resident-1')
      const me = await host.call(resident, 'account', 'me', {})
      await host.call(resident, 'ticket', 'file', {
        idempotencyKey: 'health-page-1',
        kind: 'complaint',
        category: 'lighting',
        placeId: me.rooms[0]?.placeId ?? '',
        text: '楼道的灯不亮了',
      })
      // The machine goes on while nothing fires: the first warning was due an hour after the filing.
      host.wall.now = monday + 2 * hour - 1
      expect(await timers()).toMatchObject({
        oldestDueAt: monday + hour,
        lateSeconds: 3_599,
        backlog: 1,
        deadLetters: 0,
      })

      await fetch(`${host.url}/demo/clock`, { method: 'POST', body: JSON.stringify({ advance: 'PT1S' }) })
      const lastRun = { name: 'deadline', startedAt: monday + 2 * hour + 999, result: { failed: 0, more: false } }
      expect(await timers()).toMatchObject({ oldestDueAt: null, lateSeconds: 0, backlog: 0, lastRun })
    } finally {
      await host.close()
    }
  })

  test('says which year ahead is not announced yet, until every center has it (D-SLA-21)', async () => {
    const host = await openHost(await open())
    try {
      const years = async () =>
        ((await (await fetch(`${host.url}/healthz`)).json()) as { unannouncedYears: unknown }).unannouncedYears
      expect(await years()).toEqual([])
      host.wall.now = Date.parse('2026-10-08T09:00:00+08:00')
      expect(await years()).toEqual([2027])
      const quality = await host.token('quality-1')
      const centers = await host.runtime.db.selectFrom('center').select('id').execute()
      for (const { id: centerId } of centers) {
        expect(await years()).toEqual([2027])
        const { policy, current } = await host.call(quality, 'policy', 'current', { centerId })
        await host.call(quality, 'policy', 'save', {
          centerId,
          idempotencyKey: `holidays-${centerId}`,
          baseVersion: current.version,
          policy: { ...policy, holidayYears: { 2027: { holidays: ['2027-01-01'], makeUpDays: [] } } },
          note: '导入 2027 年放假安排',
          applyTo: 'new',
        })
      }
      expect(centers.length).toBeGreaterThan(0)
      expect(await years()).toEqual([])
    } finally {
      await host.close()
    }
  })

  test('many who ask at once are answered by one reading, and a database that fails is no crash', async () => {
    const host = await openHost(await open())
    try {
      let readings = 0
      const counting = { ...host.runtime, clock: { now: () => (readings += 1) } }
      const health = healthOf(counting)
      const answers = await Promise.all(Array.from({ length: 20 }, () => health()))
      expect(readings).toBe(1)
      expect(answers.every(answer => answer?.backlog === 0)).toBe(true)

      const logged: string[] = []
      const gone = { ...host.runtime, log: (line: string) => void logged.push(line) }
      await gone.db.schema.alterTable('timer_run').renameTo('timer_run_away').execute()
      expect(await healthOf(gone)()).toBeNull()
      expect(logged.join()).toContain('timer_run')
    } finally {
      await host.close()
    }
  })
})
