import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { Policy } from '../../cloud/domain/policy/model/policy'
import type { RequestOf } from '../../types/contract/index'
import { instant, march } from '../builders/clock'
import { personNames } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

type Document = RequestOf<'policy', 'save'>['policy']
type Save = Partial<RequestOf<'policy', 'save'>>

/** As it comes over the wire. */
const wire = (policy: Policy): Document => JSON.parse(JSON.stringify(policy)) as Document
const edited = (some: Partial<Policy> = {}): Document => wire({ ...defaultPolicy, ...some })
const saving = (some: Save = {}): RequestOf<'policy', 'save'> => ({
  idempotencyKey: aKey(),
  baseVersion: 1,
  policy: edited({ holdMaxDays: 30 }),
  note: '挂起最长一个月',
  applyTo: 'new',
  ...some,
})
const save = (world: World, some: Save = {}, person = 'manager-1') => world.ok(person, 'policy.save', saving(some))

const versions = async (world: World) =>
  (await world.db.selectFrom('policy').where('center_id', '=', world.ids('center-1')).select('version').execute())
    .length

/** The running policy is what it was, and nothing was written beside it. */
async function expectUntouched(world: World): Promise<void> {
  expect(await versions(world)).toBe(1)
  const { current, policy } = await world.ok('manager-1', 'policy.current', {})
  expect(current).toMatchObject({ version: 1 })
  expect(policy).toEqual(edited())
}

const withCompletion = (workingDays: number): Partial<Policy> => ({
  deadlines: defaultPolicy.deadlines.map(rule =>
    rule.kind === 'completion' && !rule.when ? { ...rule, target: { workingDays } } : rule,
  ),
})

describeWorld('who may read and change a policy', tell => {
  const readers = [
    'engineering-head',
    'service-head',
    'manager-1',
    'quality-1',
    'supervisor-1',
    'admin-1',
    'admin-at-home',
  ]
  const elsewhere = ['quality-x']
  const writers = ['manager-1', 'quality-1', 'quality-x']

  tell('managers and quality change it, heads, supervisors and admins read it, nobody else does', async world => {
    const { policy } = await world.ok('manager-1', 'policy.current', {})
    for (const person of personNames) {
      const reads = [...readers, ...elsewhere].includes(person)
      const read = { current: {}, history: {}, compare: { from: 1, to: 1 }, check: { policy } }
      for (const [action, data] of Object.entries(read)) {
        const { answer } = await world.call(person, `policy.${action}`, data)
        expect([person, action, answer.ok || answer.error.code]).toEqual([person, action, reads || 'forbidden'])
      }
      const { answer } = await world.call(person, 'policy.save', saving({ baseVersion: 99 }))
      const code = answer.ok ? 'saved' : answer.error.code
      expect([person, code]).toEqual([person, writers.includes(person) ? 'staleVersion' : 'forbidden'])
    }
    expect(await world.refusal(null, 'policy.current', {})).toBe('unauthenticated')
    await expectUntouched(world)
  })

  tell("everybody works on the center of their own post, and somebody else's stays as it was", async world => {
    await save(world)
    expect(await world.ok('quality-x', 'policy.current', {})).toMatchObject({
      centerId: world.ids('center-x'),
      current: { version: 1 },
      editable: true,
    })
    expect(await world.ok('admin-1', 'policy.current', {})).toMatchObject({
      centerId: world.ids('center-1'),
      current: { version: 2, note: '挂起最长一个月', createdBy: 'manager-1 的名字', applyTo: 'new' },
      editable: false,
    })
    const others = await world.db
      .selectFrom('policy')
      .where('center_id', '!=', world.ids('center-1'))
      .select('version')
      .execute()
    expect(others.map(row => row.version)).toEqual([1, 1])
  })
})

describeWorld('a policy is saved as a whole', tell => {
  tell('a new version runs for what is filed later, and its history is told in words', async world => {
    const before = await world.file()
    expect(await save(world, { policy: edited(withCompletion(2)) })).toEqual({ version: 2, runningTickets: 0 })
    const after = await world.file('resident-2', { placeId: world.ids('room-102') })
    expect([await world.ticket(before), await world.ticket(after)]).toMatchObject([
      { policyVersion: 1 },
      { policyVersion: 2 },
    ])
    const { versions: list } = await world.ok('engineering-head', 'policy.history', {})
    expect(list.map(({ version, note }) => [version, note])).toEqual([
      [2, '挂起最长一个月'],
      [1, ''],
    ])
    const { changes, policy } = await world.ok('manager-1', 'policy.compare', { from: 1, to: 2 })
    expect(changes).toEqual([{ section: '时限', what: '完成处理', before: '3 个工作日', after: '2 个工作日' }])
    expect(policy).toEqual(edited(withCompletion(2)))
    expect(await world.refusal('manager-1', 'policy.compare', { from: 1, to: 3 })).toBe('notFound')
  })

  tell('what is wrong is refused with every place, and the running policy stays', async world => {
    const wrong: Partial<Policy> = {
      calendars: {
        ...defaultPolicy.calendars,
        night: {
          weekly: {
            mon: [['20:00', '08:00']],
            tue: [
              ['08:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        },
      },
      deadlines: [
        { kind: 'accept', calendar: 'gone', target: { hours: -1 } },
        {
          kind: 'completion',
          calendar: 'office',
          target: { hours: 99_999 },
          escalate: [
            { at: 1, to: 'quality' },
            { at: 2, to: 'quality' },
          ],
        },
      ],
      routing: [...defaultPolicy.routing, { name: '最后', to: { person: world.ids('steward-9') } }],
    }
    const { status, answer } = await world.call('manager-1', 'policy.save', saving({ policy: edited(wrong) }))
    expect(status).toBe(400)
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidRequest' } })
    const fields = answer.ok ? {} : (answer.error.fields ?? {})
    expect(Object.keys(fields).sort()).toEqual([
      'calendars.night.weekly.mon.0',
      'calendars.night.weekly.tue.1',
      'deadlines.0.calendar',
      'deadlines.0.target.hours',
      'deadlines.1.escalate.1.to',
      'deadlines.1.target.hours',
      'routing.8',
      'routing.8.to.person',
    ])
    for (const message of Object.values(fields)) expect(message).toMatch(/^[\u4e00-\u9fff]/)
    await expectUntouched(world)
    // The same list comes from `check`, which writes nothing either.
    const { problems, changes } = await world.ok('engineering-head', 'policy.check', { policy: edited(wrong) })
    expect(
      problems
        .filter(problem => problem.blocking)
        .map(problem => problem.path)
        .sort(),
    ).toEqual(Object.keys(fields).sort())
    expect(changes.length).toBeGreaterThan(3)
  })

  tell('what is no policy at all is refused before anything looks at it, naming the place', async world => {
    const rules = defaultPolicy.routing
    const unsound: [string, unknown, RegExp][] = [
      [
        'an unknown role',
        {
          ...edited(),
          deadlines: [
            { kind: 'accept', calendar: 'office', target: { hours: 1 }, escalate: [{ at: 1, to: 'emperor' }] },
          ],
        },
        /^policy\.deadlines\.0\.escalate\.0\.to$/,
      ],
      ['a field that is not there', { ...edited(), routing: [{ ...rules[0], color: 'red' }] }, /^policy\.routing\.0/],
      [
        'ten thousand rules',
        {
          ...edited(),
          routing: Array.from({ length: 10_000 }, (_, index) => ({ name: `规则 ${index}`, to: { triage: true } })),
        },
        /^policy\.routing$/,
      ],
      ['words for figures', { ...edited(), holdMaxDays: '三十' }, /^policy\.holdMaxDays$/],
      ['no categories', { ...edited(), categories: undefined }, /^policy\.categories$/],
      ['a time that is none', { ...edited(), quietHours: { from: '9pm', to: '07:00' } }, /^policy\.quietHours\.from$/],
    ]
    for (const [title, policy, place] of unsound) {
      const { answer } = await world.call('manager-1', 'policy.save', { ...saving(), policy })
      const fields = answer.ok ? {} : (answer.error.fields ?? {})
      expect([title, answer.ok ? 'saved' : answer.error.code]).toEqual([title, 'invalidRequest'])
      expect([title, Object.keys(fields).some(path => place.test(path))]).toEqual([title, true])
    }
    await expectUntouched(world)
  })

  tell('a place that only somebody else has is unknown here', async world => {
    const routing = [
      { name: '别人的楼', when: { building: world.ids('b9') }, to: { triage: true as const } },
      ...defaultPolicy.routing,
    ]
    expect(await world.refusal('manager-1', 'policy.save', saving({ policy: edited({ routing }) }))).toBe(
      'invalidRequest',
    )
    const own = [
      {
        name: '一号楼',
        when: { building: [world.ids('b1')], place: world.ids('room-101') },
        to: { triage: true as const },
      },
      ...defaultPolicy.routing,
    ]
    await save(world, { policy: edited({ routing: own }) })
    const { places } = await world.ok('manager-1', 'policy.current', {})
    expect(places.map(place => place.name)).toEqual(['estate', 'garden', 'b1-lobby', 'room-101'])
  })
})

describeWorld('saves that meet', tell => {
  tell('of two managers who save at once one wins, the other is told', async world => {
    const all = await Promise.all(
      ['manager-1', 'quality-1', 'manager-1', 'quality-1'].map((person, index) =>
        world.call(person, 'policy.save', saving({ policy: edited({ holdMaxDays: 10 + index }) }), world.process()),
      ),
    )
    const codes = all.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code)).sort()
    expect(codes).toEqual(['ok', 'staleVersion', 'staleVersion', 'staleVersion'])
    expect(await versions(world)).toBe(2)
  })

  tell('the same key twice is one version with one answer', async world => {
    const request = saving()
    const answers = await Promise.all([0, 1, 2].map(() => world.ok('manager-1', 'policy.save', request)))
    expect(answers).toEqual(Array(3).fill({ version: 2, runningTickets: 0 }))
    expect(await world.ok('manager-1', 'policy.save', request)).toEqual({ version: 2, runningTickets: 0 })
    expect(await world.refusal('manager-1', 'policy.save', { ...request, note: '别的' })).toBe('idempotencyConflict')
    expect(await versions(world)).toBe(2)
  })

  tell('a version that somebody has gone past is not saved over', async world => {
    await save(world)
    expect(await world.refusal('quality-1', 'policy.save', saving())).toBe('staleVersion')
    expect(await world.refusal('quality-1', 'policy.save', saving({ baseVersion: 3 }))).toBe('staleVersion')
    expect(await save(world, { baseVersion: 2 }, 'quality-1')).toMatchObject({ version: 3 })
  })

  tell('another process sees the new version with its next filing', async world => {
    const other = world.process()
    const filing = { kind: 'complaint', category: 'leak', placeId: world.ids('room-101'), text: '漏水' }
    const file = async () => {
      const { answer } = await world.call('resident-1', 'ticket.file', { ...filing, idempotencyKey: aKey() }, other)
      return world.ticket(answer.ok ? (answer.data as { ticketId: string }).ticketId : '')
    }
    expect(await file()).toMatchObject({ policyVersion: 1 })
    await save(world)
    expect(await file()).toMatchObject({ policyVersion: 2 })
  })
})

describeWorld('calendars on screen', tell => {
  const month = (world: World, calendar: unknown, some: object = {}) =>
    world.ok('manager-1', 'policy.month', { calendar: calendar as '24x7', month: '2026-02', ...some })

  tell('a month day by day, with the reason of each', async world => {
    const office = { ...(defaultPolicy.calendars.office as object), shifts: { '2026-02-03': [], '2026-02-07': 'mon' } }
    const { covered, days } = await month(world, office)
    expect(covered).toBe(true)
    expect(days).toHaveLength(28)
    const on = (day: string) => days.find(one => one.day === day)
    const working = [
      ['08:30', '12:00'],
      ['13:30', '18:00'],
    ]
    expect(on('2026-02-02')).toEqual({ day: '2026-02-02', weekday: 0, kind: 'open', shifts: working })
    expect(on('2026-02-03')).toMatchObject({ kind: 'own', shifts: [] })
    expect(on('2026-02-07')).toMatchObject({ weekday: 5, kind: 'own', shifts: working })
    expect(on('2026-02-08')).toMatchObject({ weekday: 6, kind: 'closed', shifts: [] })
    expect(on('2026-02-14')).toMatchObject({ kind: 'makeUp', shifts: working })
    expect(on('2026-02-17')).toMatchObject({ kind: 'holiday', shifts: [] })
    expect((await month(world, '24x7', { month: '2024-12' })).days.at(-1)).toEqual({
      day: '2024-12-31',
      weekday: 1,
      kind: 'open',
      shifts: [['00:00', '24:00']],
    })
  })

  tell('a year without holiday data is said, until it is given', async world => {
    const office = defaultPolicy.calendars.office
    const holidayYears = { 2035: { holidays: ['2035-01-01'], makeUpDays: ['2035-01-06'] } }
    expect(await month(world, office, { month: '2035-01' })).toMatchObject({ covered: false })
    const given = await month(world, office, { month: '2035-01', holidayYears })
    expect(given.covered).toBe(true)
    expect(given.days[0]).toMatchObject({ kind: 'holiday' })
    expect(given.days[5]).toMatchObject({ kind: 'makeUp' })
    world.clock.set(instant('2035-06-01T09:00:00+08:00'))
    const warned = async () => (await world.ok('manager-1', 'policy.current', {})).problems.map(({ path }) => path)
    expect(await warned()).toContain('holidayYears')
    expect((await world.ok('admin-1', 'center.health', {})).uncoveredYears).toEqual([2035])
    await save(world, { policy: edited({ holidayYears }) })
    expect(await warned()).not.toContain('holidayYears')
    expect((await world.ok('manager-1', 'policy.current', {})).coveredYears).toContain(2035)
    expect((await world.ok('admin-1', 'center.health', {})).uncoveredYears).toEqual([])
  })

  tell('a due time in a year that is not announced says so, to staff and to residents (D-SLA-21)', async world => {
    // Thursday evening, New Year's Eve: the first answer is for the next working day, Monday, 4 January.
    world.clock.set(instant('2026-12-31T19:00:00+08:00'))
    const [home] = (await world.ok('resident-1', 'account.me', {})).rooms
    const filed = await world.ok('resident-1', 'ticket.file', {
      idempotencyKey: aKey(),
      kind: 'request',
      category: 'lighting',
      placeId: home?.placeId ?? '',
      text: '楼道的灯不亮了',
    })
    expect(filed).toMatchObject({
      promisedReplyBy: instant('2027-01-05T00:00:00+08:00'),
      unannouncedYears: [2027],
    })
    const yearsOf = async (persona: string, kind: string) =>
      (await world.get(persona, filed.ticketId)).deadlines.find(deadline => deadline.kind === kind)?.unannouncedYears
    expect(await yearsOf('resident-1', 'firstReply')).toEqual([2027])
    expect(await yearsOf('manager-1', 'completion')).toEqual([2027])
    expect(await yearsOf('manager-1', 'acknowledge')).toEqual([])
    expect((await world.get('resident-1', filed.ticketId)).promise).toContain('节假日安排公布后可能略有调整')
    const holidayYears = { 2027: { holidays: ['2027-01-01'], makeUpDays: [] } }
    await save(world, { policy: edited({ holidayYears }) })
    await world.tick()
    expect(await yearsOf('resident-1', 'firstReply')).toEqual([])
    expect((await world.get('resident-1', filed.ticketId)).promise).not.toContain('节假日')
  })

  tell('a broken calendar is named, not drawn', async world => {
    const { answer } = await world.call('manager-1', 'policy.month', {
      calendar: { weekly: { mon: [['12:00', '08:00']] } },
      month: '2026-02',
    })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalidRequest', fields: { 'calendar.weekly.mon.0': expect.stringContaining('周一') as string } },
    })
  })

  tell(
    'a pasted year is read, or told line by line what is wrong; without one the shipped table answers',
    async world => {
      const read = (data: RequestOf<'policy', 'readHolidays'>) => world.ok('manager-1', 'policy.readHolidays', data)
      expect(await read({ year: 2027, text: '2027-01-01~2027-01-03 休\n2027-01-04 班' })).toEqual({
        holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
        makeUpDays: ['2027-01-04'],
      })
      expect((await read({ year: 2026 })).holidays).toContain('2026-10-01')
      expect(await world.refusal('manager-1', 'policy.readHolidays', { year: 2099 })).toBe('notFound')
      const { answer } = await world.call('manager-1', 'policy.readHolidays', {
        year: 2027,
        text: '2027-02-30\n2028-01-01 休',
      })
      expect(answer).toMatchObject({
        error: { code: 'invalidRequest', fields: { text: '第 1 行：没有这个日期；第 2 行：日期不在所选年份' } },
      })
    },
  )
})

describeWorld('what a ticket runs under', tell => {
  tell('a calendar that the newer policy no longer has is kept for the rules that name it', async world => {
    const night: Partial<Policy> = {
      calendars: { ...defaultPolicy.calendars, night: { weekly: { mon: [['20:00', '24:00']] } } },
      deadlines: defaultPolicy.deadlines.map(rule =>
        rule.kind === 'completion' && !rule.when ? { ...rule, calendar: 'night', target: { hours: 2 } } : rule,
      ),
    }
    await save(world, { policy: edited(night) })
    const ticketId = await world.file('resident-1', { urgency: 'normal' })
    await save(world, { baseVersion: 2 })
    await world.tick()
    expect(await world.ticket(ticketId)).toMatchObject({ policyVersion: 2, calendarVersion: 3 })
    const { deadlines } = await world.get('manager-1', ticketId)
    expect(deadlines.find(deadline => deadline.kind === 'completion')?.dueAt).toBe(march(2, '22:00'))
  })
})
