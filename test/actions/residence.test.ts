import { newcomerName } from '../../cloud/actions/caller'
import type { World } from '../builders/world'
import { aKey } from '../builders/world'
import { day } from '../builders/clock'
import { describeWorld } from '../support/describe-world'

/** D-OR-2: how people come into their rooms, and out of them. */
describeWorld('who lives in a room', tell => {
  const invite = (world: World, by: string, room: string, relation: 'owner' | 'family' | 'tenant', more: object = {}) =>
    world.ok(by, 'organisation.invite', { placeId: world.ids(room), relation, idempotencyKey: aKey(), ...more })
  const bind = (world: World, by: string, code: string, idempotencyKey = aKey()) =>
    world.ok(by, 'organisation.bind', { code, idempotencyKey })
  const homes = async (world: World, who: string) =>
    (await world.ok(who, 'account.me', {})).rooms.map(({ name, relation, household }) => ({
      name,
      relation,
      with: household.map(one => one.name),
    }))
  const request = (world: World, by: string, room: string, more: object = {}) =>
    world.ok(by, 'organisation.requestBinding', {
      centerId: world.ids('center-1'),
      placeId: world.ids(room),
      name: '新来的人',
      relation: 'owner',
      idempotencyKey: aKey(),
      ...more,
    })
  const decide = (world: World, by: string, requestId: string, more: object = {}) =>
    world.ok(by, 'organisation.approveBinding', {
      centerId: world.ids('center-1'),
      requestId,
      approve: true,
      idempotencyKey: aKey(),
      ...more,
    })

  tell('the head of a household adds family by a code that serves one person once', async world => {
    const { code } = await invite(world, 'resident-2', 'room-102', 'family')
    await bind(world, 'resident-3', code)
    expect(await homes(world, 'resident-3')).toEqual([
      { name: 'room-102', relation: 'family', with: ['resident-2 的名字'] },
      { name: 'room-201', relation: 'owner', with: [] },
    ])
    expect(await world.refusal('resident-9', 'organisation.bind', { code, idempotencyKey: aKey() })).toBe('notFound')
  })

  tell(
    'a code is told again by a repeated call, written as people write it, and is too old after a week',
    async world => {
      const data = { placeId: world.ids('room-102'), relation: 'owner' as const, idempotencyKey: aKey() }
      const first = await world.ok('clerk-1', 'organisation.invite', data)
      expect(await world.ok('clerk-1', 'organisation.invite', data)).toEqual(first)
      const written = `${first.code.toLowerCase().replace(/(.{4})/g, '$1-')} `
      world.clock.advance(7 * day)
      expect(await world.refusal('resident-9', 'organisation.bind', { code: written, idempotencyKey: aKey() })).toBe(
        'notFound',
      )
      world.clock.advance(-1)
      await bind(world, 'resident-9', written)
      expect(await homes(world, 'resident-9')).toContainEqual(expect.objectContaining({ name: 'room-102' }))
      // Nothing that is stored lets anybody in.
      const kept = await world.db.selectFrom('command_key').selectAll().execute()
      const invitations = await world.db.selectFrom('invitation').selectAll().execute()
      expect(JSON.stringify([kept, invitations])).not.toContain(first.code)
    },
  )

  tell('nobody else invites: not family, not a steward of another building, not another center', async world => {
    const refused = async (by: string, room: string, relation: 'owner' | 'family') =>
      await world.refusal(by, 'organisation.invite', { placeId: world.ids(room), relation, idempotencyKey: aKey() })
    expect(await refused('family-1', 'room-101', 'family')).toBe('notFound')
    expect(await refused('resident-1', 'room-101', 'owner')).toBe('notFound')
    expect(await refused('resident-1', 'room-102', 'family')).toBe('notFound')
    expect(await refused('steward-2', 'room-101', 'owner')).toBe('notFound')
    expect(await refused('clerk-9', 'room-101', 'owner')).toBe('notFound')
    expect(await refused('engineer-1', 'room-101', 'owner')).toBe('notFound')
    await invite(world, 'steward-1', 'room-101', 'owner')
  })

  tell('of two who use one code at once, one is bound', async world => {
    const { code } = await invite(world, 'clerk-1', 'room-102', 'owner')
    const both = await Promise.all(
      ['resident-9', 'resident-3'].map(who => world.call(who, 'organisation.bind', { code, idempotencyKey: aKey() })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    const there = await world.db
      .selectFrom('residency')
      .where('place_id', '=', world.ids('room-102'))
      .selectAll()
      .execute()
    // Whoever rents it, the clerk of the sister center, and the new one.
    expect(there).toHaveLength(3)
  })

  tell('whoever has no code asks, a clerk decides and sees who lives there, and the person is told', async world => {
    const { rooms } = await world.ok('resident-9', 'organisation.findRooms', {
      centerId: world.ids('center-1'),
      text: '101',
    })
    expect(rooms).toEqual([{ placeId: world.ids('room-101'), name: 'room-101' }])
    const { requestId } = await request(world, 'resident-9', 'room-101', { relation: 'family', phone: '138 0000 0000' })
    const { items } = await world.ok('clerk-1', 'organisation.bindings', {})
    expect(items).toEqual([
      expect.objectContaining({
        requestId,
        name: '新来的人',
        phone: '13800000000',
        relation: 'family',
        place: 'room-101',
      }),
    ])
    expect(items[0]?.residents.map(({ name }) => name)).toEqual([
      'resident-1 的名字',
      'family-1 的名字',
      'lodger-1 的名字',
    ])
    await decide(world, 'clerk-1', requestId)
    expect(await homes(world, 'resident-9')).toContainEqual({
      name: 'room-101',
      relation: 'family',
      with: ['resident-1 的名字', 'family-1 的名字'],
    })
    expect(await world.ok('resident-9', 'organisation.myBindings', {})).toMatchObject({
      items: [{ place: 'room-101', state: 'approved', reason: null }],
    })
    expect((await world.inbox('resident-9'))[0]).toBe('房号已绑定')
    expect((await world.ok('clerk-1', 'organisation.bindings', {})).items).toEqual([])
  })

  tell('somebody without a name takes one along with the code; a name that is known stays', async world => {
    const take = async (who: string, code: string) =>
      await world.ok(who, 'organisation.bind', { code, name: '孙红', idempotencyKey: aKey() })
    await world.db.updateTable('person').set({ name: newcomerName }).where('id', '=', world.ids('resident-9')).execute()
    await take('resident-9', (await invite(world, 'resident-2', 'room-102', 'family')).code)
    await take('resident-3', (await invite(world, 'resident-2', 'room-102', 'family')).code)
    const [home] = (await world.ok('resident-2', 'account.me', {})).rooms
    expect(home?.household.map(({ name }) => name).sort()).toEqual(['resident-3 的名字', '孙红'])
  })

  tell('the rooms of a center are looked at by whoever decides who lives there, and by nobody else', async world => {
    const data = { centerId: world.ids('center-1'), parentId: world.ids('room-101') }
    for (const who of ['clerk-1', 'manager-1', 'admin-1'])
      expect(await world.ok(who, 'organisation.places', data)).toEqual({ items: [], nextCursor: null })
    expect(await world.refusal('clerk-9', 'organisation.places', data)).toBe('notFound')
    for (const who of ['steward-1', 'resident-1'])
      expect(await world.refusal(who, 'organisation.places', data)).toBe('forbidden')
  })

  tell('a request is declined with a reason, decided once, and never by who made it', async world => {
    const { requestId } = await request(world, 'clerk-1', 'room-201')
    expect(
      await world.refusal('clerk-1', 'organisation.approveBinding', {
        centerId: world.ids('center-1'),
        requestId,
        approve: true,
        idempotencyKey: aKey(),
      }),
    ).toBe('forbidden')
    expect(
      await world.refusal('clerk-2', 'organisation.approveBinding', {
        centerId: world.ids('center-1'),
        requestId,
        approve: false,
        idempotencyKey: aKey(),
      }),
    ).toBe('invalidRequest')
    const both = await Promise.all(
      [true, false].map(approve =>
        world.call('clerk-2', 'organisation.approveBinding', {
          centerId: world.ids('center-1'),
          requestId,
          approve,
          reason: '与登记不符',
          idempotencyKey: aKey(),
        }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await world.inbox('clerk-1')).filter(title => title.startsWith('房号'))).toHaveLength(1)
    expect(
      await world.refusal('clerk-9', 'organisation.approveBinding', {
        centerId: world.ids('center-1'),
        requestId,
        approve: true,
        idempotencyKey: aKey(),
      }),
    ).toBe('notFound')
  })

  tell('a room is asked for once, by strangers to it, and not without end', async world => {
    await request(world, 'resident-9', 'room-101')
    const refused = async (who: string, room: string) =>
      await world.refusal(who, 'organisation.requestBinding', {
        centerId: world.ids('center-1'),
        placeId: world.ids(room),
        name: '某人',
        relation: 'owner',
        idempotencyKey: aKey(),
      })
    expect(await refused('resident-9', 'room-101')).toBe('wrongState')
    expect(await refused('resident-1', 'room-101')).toBe('wrongState')
    expect(await refused('resident-9', 'room-901')).toBe('unknownPlace')
    expect(await refused('resident-9', 'b1')).toBe('unknownPlace')
    await request(world, 'resident-9', 'room-102')
    await request(world, 'resident-9', 'room-201')
    expect(await refused('resident-9', 'room-201')).toBe('wrongState')
  })

  tell(
    'a flat that is sold: the old owner’s family leaves, their matters stay theirs, and the new owner sees none of them',
    async world => {
      const ticketId = await world.file('resident-1', { placeId: world.ids('room-101') })
      const { requestId } = await request(world, 'resident-9', 'room-101')
      await decide(world, 'clerk-1', requestId, { replaces: true })
      expect(await homes(world, 'resident-1')).toEqual([])
      expect(await homes(world, 'family-1')).toEqual([])
      expect(await homes(world, 'lodger-1')).toHaveLength(1)
      expect(await homes(world, 'resident-9')).toContainEqual({ name: 'room-101', relation: 'owner', with: [] })
      expect(await world.refusal('resident-9', 'ticket.get', { ticketId })).toBe('notFound')
      expect(await world.refusal('family-1', 'ticket.get', { ticketId })).toBe('notFound')
      expect((await world.ok('resident-1', 'ticket.get', { ticketId })).ticketId).toBe(ticketId)
      expect((await world.inbox('family-1'))[0]).toBe('您已不再绑定这个房号')
      const { items: changes } = await world.ok('admin-1', 'organisation.history', {})
      expect(changes.map(({ what, name }) => `${what} ${name}`)).toEqual([
        'added room-101 新来的人',
        'removed room-101 family-1 的名字',
        'removed room-101 resident-1 的名字',
      ])
    },
  )

  tell('one leaves by oneself; the head takes family off, and nobody else', async world => {
    const off = (by: string, who: string, room = 'room-101') => ({
      by,
      data: { placeId: world.ids(room), personId: world.ids(who), idempotencyKey: aKey() },
    })
    for (const { by, data } of [
      off('family-1', 'resident-1'),
      off('resident-1', 'lodger-1'),
      off('resident-2', 'family-1'),
      off('clerk-9', 'family-1'),
      off('steward-1', 'family-1'),
    ])
      expect([by, await world.refusal(by, 'organisation.leave', data)]).toEqual([by, 'notFound'])
    const { data } = off('resident-1', 'family-1')
    await world.ok('resident-1', 'organisation.leave', data)
    expect(await world.ok('resident-1', 'organisation.leave', data)).toEqual({ done: true })
    expect(await homes(world, 'family-1')).toEqual([])
    await world.ok('lodger-1', 'organisation.leave', { placeId: world.ids('room-101'), idempotencyKey: aKey() })
    expect(await homes(world, 'lodger-1')).toEqual([])
    await world.ok('clerk-1', 'organisation.leave', off('clerk-1', 'resident-1').data)
    expect(await homes(world, 'resident-1')).toEqual([])
  })

  tell('a lease that has ended takes the tenants and their family off, on the day after, once', async world => {
    const untilDay = '2026-03-09'
    const { code } = await invite(world, 'clerk-1', 'room-201', 'tenant', { untilDay })
    await bind(world, 'resident-9', code)
    const family = await invite(world, 'resident-9', 'room-201', 'family')
    await bind(world, 'resident-x', family.code)
    expect(await homes(world, 'resident-9')).toContainEqual({
      name: 'room-201',
      relation: 'tenant',
      with: ['resident-x 的名字'],
    })
    world.clock.set(Date.UTC(2026, 2, 9, 15, 59))
    expect((await world.tick()).leases).toBe(0)
    world.clock.advance(60_000)
    const two = await Promise.all([world.tick(), world.tick(world.process())])
    expect(two[0].leases + two[1].leases).toBe(1)
    expect((await world.tick()).leases).toBe(0)
    for (const who of ['resident-9', 'resident-x'])
      expect((await homes(world, who)).filter(({ name }) => name === 'room-201')).toEqual([])
    // Its owner stays.
    expect(await homes(world, 'resident-3')).toHaveLength(1)
    expect((await world.inbox('resident-9'))[0]).toBe('您已不再绑定这个房号')
    const { items } = await world.ok('admin-1', 'organisation.history', { limit: 2 })
    expect(items.map(({ what, by }) => `${what} ${by}`)).toEqual(['removed 系统', 'removed 系统'])
  })

  tell(
    'whoever is taken off at midnight reads it in the inbox at once, and is woken by no other channel',
    async world => {
      const { code } = await invite(world, 'clerk-1', 'room-201', 'tenant', { untilDay: '2026-03-09' })
      await bind(world, 'resident-9', code)
      world.clock.set(Date.UTC(2026, 2, 9, 16))
      expect((await world.tick()).leases).toBe(1)
      const told = await world.db
        .selectFrom('notice')
        .where('person_id', '=', world.ids('resident-9'))
        .where('type', '=', 'takenOff')
        .select(['created_at', 'next_attempt_at'])
        .executeTakeFirstOrThrow()
      expect(told.created_at).toBe(world.clock.now())
      // 07:30 at +08:00, when the center's quiet hours end.
      expect(told.next_attempt_at).toBe(Date.UTC(2026, 2, 9, 23, 30))
    },
    { channels: [{ name: 'some', send: async () => 'sent' }] },
  )
})
