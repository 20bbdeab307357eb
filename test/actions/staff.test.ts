import { centerContextOf } from '../../cloud/actions/center-context'
import { type RequestOf, contract } from '../../types/contract/index'
import { day, hour, march, monday9 } from '../builders/clock'
import { personNames } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const leave = (world: World, person: string, from = '2026-03-02', to = '2026-03-06') => ({
  idempotencyKey: aKey(),
  personId: world.ids(person),
  from,
  to,
})
const duty = (world: World, person: string, from: number, to: number) => ({
  idempotencyKey: aKey(),
  personId: world.ids(person),
  from,
  to,
})
const directoryVersion = async (world: World) =>
  (
    await world.db
      .selectFrom('company')
      .where('id', '=', world.ids('company-1'))
      .select('directory_version')
      .executeTakeFirstOrThrow()
  ).directory_version
const member = async (world: World, person: string, by = 'manager-1') => {
  const { people } = await world.ok(by, 'staff.list', {})
  const found = people.find(one => one.id === world.ids(person))
  if (!found) throw new Error(`${person} is not listed`)
  return found
}
const handOver = (world: World, person: string, to?: string): RequestOf<'staff', 'handOver'> => ({
  idempotencyKey: aKey(),
  personId: world.ids(person),
  ...(to === undefined ? {} : { toPersonId: world.ids(to) }),
  reason: '休产假',
})
/** A matter that the default rules give to an engineer. */
const outdoors = (world: World) => ({ placeId: world.ids('garden'), category: 'lighting' })

describeWorld('who may see and plan staff', tell => {
  const planners = ['engineering-head', 'service-head', 'manager-1', 'admin-1', 'admin-at-home']
  const readers = [
    ...planners,
    'clerk-1',
    'clerk-2',
    'clerk-9',
    'clerk-x',
    'clerk-at-home',
    'quality-1',
    'quality-x',
    'supervisor-1',
  ]

  tell('everybody by their post', async world => {
    for (const person of personNames) {
      const { answer } = await world.call(person, 'staff.list', {})
      const seen = answer.ok ? 'ok' : answer.error.code
      expect([person, seen]).toEqual([person, readers.includes(person) ? 'ok' : 'forbidden'])
      const planned = await world.refusal(person, 'staff.setPresence', {
        idempotencyKey: aKey(),
        personId: world.ids('engineer-1'),
        present: true,
      })
      // The head of another department plans for somebody else.
      const may = planners.includes(person) && person !== 'service-head'
      expect([person, planned]).toEqual([person, may ? 'none' : 'forbidden'])
    }
    expect(await world.refusal(null, 'staff.list', {})).toBe('unauthenticated')
  })

  tell('nobody plans for strangers, and does not learn whether they exist', async world => {
    const stranger = ['steward-9', 'quality-x', 'resident-1', 'nobody']
    for (const person of stranger) {
      expect([person, await world.refusal('manager-1', 'staff.addLeave', leave(world, person))]).toEqual([
        person,
        'unknownPerson',
      ])
      expect([person, await world.refusal('manager-1', 'staff.handOver', handOver(world, person))]).toEqual([
        person,
        'unknownPerson',
      ])
    }
    expect(
      await world.refusal('manager-1', 'staff.addLeave', { ...leave(world, 'engineer-1'), personId: 'no-id' }),
    ).toBe('unknownPerson')
    expect(await world.refusal('engineering-head', 'staff.handOver', handOver(world, 'steward-1'))).toBe('forbidden')
    expect(await world.db.selectFrom('leave').selectAll().execute()).toEqual([])
  })

  tell('a list shows the center and no other', async world => {
    const { people, editable } = await world.ok('clerk-1', 'staff.list', {})
    expect(editable).toBe(false)
    const ids = people.map(person => person.id)
    expect(ids).toContain(world.ids('steward-1'))
    expect(ids).not.toContain(world.ids('steward-9'))
    expect(ids).not.toContain(world.ids('resident-1'))
    expect((await member(world, 'steward-1')).posts).toEqual([
      { role: 'steward', departmentId: 'service', departmentName: '客服部', buildings: [world.ids('b1')], skills: [] },
    ])
  })
})

describeWorld('presence, leave and duty', tell => {
  tell('leave sends new tickets to others from the next filing on, in every process', async world => {
    const other = world.process()
    const filing = { kind: 'complaint', category: 'leak', placeId: world.ids('room-101'), text: '漏水' }
    const assignee = async () => {
      const { answer } = await world.call('resident-1', 'ticket.file', { ...filing, idempotencyKey: aKey() }, other)
      return (await world.ticket(answer.ok ? (answer.data as { ticketId: string }).ticketId : '')).assignment
        ?.personName
    }
    expect(await assignee()).toBe('steward-1 的名字')
    const before = await directoryVersion(world)
    expect(await world.ok('manager-1', 'staff.addLeave', leave(world, 'steward-1'))).toEqual({ openTickets: 1 })
    expect(await directoryVersion(world)).toBe(before + 1)
    expect(await member(world, 'steward-1')).toMatchObject({
      onLeaveToday: true,
      leave: [{ from: '2026-03-02', to: '2026-03-06' }],
      openTickets: 1,
    })
    await world.ok('manager-1', 'staff.removeLeave', leave(world, 'steward-1'))
    expect(await member(world, 'steward-1')).toMatchObject({ onLeaveToday: false, leave: [] })
    expect(await assignee()).toBe('steward-1 的名字')
  })

  tell('presence is that of all posts', async world => {
    await world.ok('engineering-head', 'staff.setPresence', {
      idempotencyKey: aKey(),
      personId: world.ids('engineer-1'),
      present: true,
    })
    expect(await member(world, 'engineer-1')).toMatchObject({ present: true })
  })

  tell('a night on the roster is one shift, listed until it is long over', async world => {
    const night = duty(world, 'guard-1', march(2, '20:00'), march(3, '08:00'))
    await world.ok('manager-1', 'staff.addDuty', night)
    const [shift] = (await member(world, 'guard-1')).duty
    expect(shift).toEqual({ from: march(2, '20:00'), to: march(3, '08:00') })
    await world.ok('manager-1', 'staff.addDuty', { ...night, idempotencyKey: aKey() })
    expect((await member(world, 'guard-1')).duty).toHaveLength(1)
    world.clock.set(monday9 + 20 * day)
    expect((await member(world, 'guard-1')).duty).toEqual([])
    await world.ok('manager-1', 'staff.removeDuty', { ...night, idempotencyKey: aKey() })
    expect(await world.db.selectFrom('roster_shift').selectAll().execute()).toEqual([])
  })

  tell('impossible days and shifts are refused, naming the field', async world => {
    const field = async (action: string, data: object) => {
      const { answer } = await world.call('manager-1', `staff.${action}`, data)
      return answer.ok ? 'ok' : [answer.error.code, ...Object.keys(answer.error.fields ?? {})]
    }
    expect(await field('addLeave', leave(world, 'guard-1', '2026-03-05', '2026-03-02'))).toEqual([
      'invalidRequest',
      'to',
    ])
    expect(await field('addLeave', leave(world, 'guard-1', '2026-02-30', '2026-03-02'))).toEqual([
      'invalidRequest',
      'from',
    ])
    expect(await field('addLeave', leave(world, 'guard-1', '2026-03-02', '2028-03-02'))).toEqual([
      'invalidRequest',
      'to',
    ])
    expect(await field('addDuty', duty(world, 'guard-1', monday9, monday9))).toEqual(['invalidRequest', 'to'])
    expect(await field('addDuty', duty(world, 'guard-1', monday9, monday9 + 3 * day))).toEqual(['invalidRequest', 'to'])
    expect(await field('addDuty', duty(world, 'guard-1', monday9 + 900 * day, monday9 + 900 * day + hour))).toEqual([
      'invalidRequest',
      'from',
    ])
    await world.ok('manager-1', 'staff.addDuty', duty(world, 'guard-1', monday9, monday9 + 8 * hour))
    expect(await field('addDuty', duty(world, 'guard-1', monday9 + hour, monday9 + 9 * hour))).toEqual([
      'invalidRequest',
      'from',
    ])
    expect(await field('addDuty', duty(world, 'guard-1', monday9 + 8 * hour, monday9 + 9 * hour))).toBe('ok')
  })

  tell('two overlapping shifts added at once: one of them', async world => {
    const all = await Promise.all(
      [0, 1, 2].map(index =>
        world.call(
          'manager-1',
          'staff.addDuty',
          duty(world, 'guard-1', monday9 + index * hour, monday9 + 8 * hour),
          world.process(),
        ),
      ),
    )
    expect(all.filter(({ answer }) => answer.ok)).toHaveLength(1)
    expect(await world.db.selectFrom('roster_shift').selectAll().execute()).toHaveLength(1)
  })
})

describeWorld('presence in every center somebody works for', tell => {
  const seenFrom = async (world: World, center: string, person: string) => {
    const { directory } = await centerContextOf(world.process(), world.ids(center))
    return directory.staff
      .filter(one => one.id === world.ids(person))
      .map(({ leave: away, rosterShifts: shifts }) => [away, shifts])
  }

  tell('a quality person on leave is away from every center of the company', async world => {
    const night = duty(world, 'quality-1', monday9, monday9 + 8 * hour)
    await world.ok('manager-1', 'staff.addDuty', night)
    await world.ok('manager-1', 'staff.addLeave', leave(world, 'quality-1'))
    const away = [[[{ from: '2026-03-02', to: '2026-03-06' }], [{ from: night.from, to: night.to }]]]
    expect(await seenFrom(world, 'center-1', 'quality-1')).toEqual(away)
    expect(await seenFrom(world, 'center-2', 'quality-1')).toEqual(away)
    expect(await seenFrom(world, 'center-x', 'quality-1')).toEqual([])
  })

  tell(
    'somebody with posts in two centers is on leave in both, and on the roster of the one that says so',
    async world => {
      const at2 = { center_id: world.ids('center-2'), person_id: world.ids('guard-1') }
      await world.db
        .insertInto('post')
        .columns(['center_id', 'person_id', 'role', 'department_id', 'building_ids', 'skills', 'present', 'since'])
        .expression(eb =>
          eb
            .selectFrom('post')
            .where('person_id', '=', at2.person_id)
            .select([
              eb.val(at2.center_id).as('center_id'),
              'person_id',
              'role',
              'department_id',
              'building_ids',
              'skills',
              'present',
              'since',
            ]),
        )
        .execute()
      await world.ok('manager-1', 'staff.addLeave', leave(world, 'guard-1'))
      await world.ok('manager-1', 'staff.addDuty', duty(world, 'guard-1', monday9, monday9 + hour))
      const days = [{ from: '2026-03-02', to: '2026-03-06' }]
      expect(await seenFrom(world, 'center-1', 'guard-1')).toEqual([[days, [{ from: monday9, to: monday9 + hour }]]])
      expect(await seenFrom(world, 'center-2', 'guard-1')).toEqual([[days, []]])
      // The sister center's list says so too; taking the leave back is for whoever has recorded it.
      expect(await member(world, 'guard-1', 'clerk-9')).toMatchObject({ onLeaveToday: true, leave: [] })
      expect(await member(world, 'guard-1')).toMatchObject({ onLeaveToday: true, leave: days })
    },
  )
})

describeWorld('handing over', tell => {
  tell('everything somebody has goes to the one named, in the state it is in', async world => {
    const waiting = await world.file()
    const taken = await world.file()
    await world.act('steward-1', taken, 'accept', {})
    const held = await world.file()
    await world.act('steward-1', held, 'accept', {})
    await world.act('steward-1', held, 'hold', { reason: 'awaitingPart' })
    const done = await world.verified()
    await world.answer('resident-1', done)
    const others = await world.file('resident-3', { placeId: world.ids('room-201') })
    const { moved } = await world.ok('service-head', 'staff.handOver', handOver(world, 'steward-1', 'steward-2'))
    expect(moved.map(({ ticketId, to }) => [ticketId, to])).toEqual(
      [waiting, taken, held].sort().map(id => [id, 'steward-2 的名字']),
    )
    for (const [id, state] of [
      [waiting, 'dispatched'],
      [taken, 'inProgress'],
      [held, 'onHold'],
    ] as const)
      expect(await world.ticket(id)).toMatchObject({ state, assignment: { personId: world.ids('steward-2') } })
    expect(await world.ticket(done)).toMatchObject({ assignment: { personId: world.ids('steward-1') } })
    expect(await world.events(others)).not.toContain('handedOver')
    expect(await member(world, 'steward-1')).toMatchObject({ openTickets: 0 })
  })

  tell('without a name each goes to whoever the rules would ask next', async world => {
    const ids = [await world.file('resident-1', outdoors(world)), await world.file('resident-1', outdoors(world))]
    const first = (await world.ticket(ids[0] ?? '')).assignment?.personId
    const holder = first === world.ids('engineer-1') ? 'engineer-1' : 'engineer-2'
    const { moved } = await world.ok('manager-1', 'staff.handOver', handOver(world, holder))
    expect(moved.length).toBeGreaterThan(0)
    for (const id of ids) expect((await world.ticket(id)).assignment?.personId).not.toBe(world.ids(holder))
  })

  tell('the same key hands over once; a second hand-over finds nothing', async world => {
    await world.file()
    const request = handOver(world, 'steward-1', 'steward-2')
    const answers = await Promise.all([0, 1].map(() => world.ok('manager-1', 'staff.handOver', request)))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.moved).toHaveLength(1)
    expect(await world.ok('manager-1', 'staff.handOver', handOver(world, 'steward-1', 'steward-2'))).toEqual({
      moved: [],
    })
  })

  tell('nobody to hand over to: refused, and nothing has moved', async world => {
    const ticketId = await world.file()
    for (const to of ['steward-1', 'steward-9', 'assistant-1', 'resident-2', 'nobody'])
      expect([to, await world.refusal('manager-1', 'staff.handOver', handOver(world, 'steward-1', to))]).toEqual([
        to,
        'unknownPerson',
      ])
    expect(await world.events(ticketId)).not.toContain('handedOver')
  })

  tell('nobody named and nobody left: said so, with the ticket, and nothing has moved', async world => {
    const ticketId = await world.file()
    await world.db
      .deleteFrom('post')
      .where('person_id', 'not in', [world.ids('steward-1'), world.ids('admin-1')])
      .execute()
    const { number } = await world.ticket(ticketId)
    const { answer } = await world.call('admin-1', 'staff.handOver', handOver(world, 'steward-1'), world.process())
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'wrongState', message: `工单 ${number} 按规则没有其他同事可以接手，请另外指定接手的人` },
    })
    expect(contract.staff.handOver.errors).toContain('wrongState')
    expect(await world.events(ticketId)).not.toContain('handedOver')
  })

  tell('somebody named who cannot take it: the field is named', async world => {
    await world.file()
    for (const to of ['assistant-1', 'nobody']) {
      const { answer } = await world.call('manager-1', 'staff.handOver', handOver(world, 'steward-1', to))
      expect(answer).toMatchObject({
        error: { code: 'unknownPerson', fields: { toPersonId: '请重新选择接手的人，这位同事不在本中心或不能接单' } },
      })
    }
  })

  tell('while somebody accepts, a ticket is handed over whole or accepted whole', async world => {
    const ids = []
    for (let index = 0; index < 6; index += 1) ids.push(await world.file())
    await Promise.all([
      world.ok('manager-1', 'staff.handOver', handOver(world, 'steward-1', 'steward-2')),
      ...ids.map(id => world.call('steward-1', 'ticket.act', world.request(id, 'accept', {}), world.process())),
    ])
    for (const id of ids)
      expect(await world.ticket(id)).toMatchObject({ assignment: { personId: world.ids('steward-2') } })
  })
})
