import { type World, aKey, someCompletion } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const words = '厨房天花板漏水，一直滴到灶台'

const join = (world: World, person: string, incidentId: string, some: object = {}) =>
  world.ok(person, 'incident.join', { incidentId, idempotencyKey: aKey(), ...some })
const offered = async (world: World, person: string, place: string, text?: string) =>
  (
    await world.ok(person, 'incident.nearby', {
      category: 'leak',
      placeId: world.ids(place),
      ...(text ? { text } : {}),
    })
  ).items

describeWorld('a neighbour’s matter (D-IN-6, D-HD-8)', tell => {
  tell('is offered without a word of theirs, joined with one tap, and undone within the day', async world => {
    const first = await world.file('resident-1', { text: words })
    const items = await offered(world, 'resident-2', 'room-102', '厨房天花板漏水')
    const since = (await world.ticket(first)).filedAt
    expect(items).toEqual([{ incidentId: first, title: 'b1 · 漏水渗水', place: 'b1', households: 1, since }])
    expect(await offered(world, 'resident-1', 'room-101')).toEqual([])
    expect(await offered(world, 'resident-3', 'room-201')).toEqual([])

    const key = aKey()
    const photo = await world.photo('resident-2')
    const request = { incidentId: first, idempotencyKey: key, photos: [photo], text: '我家也漏' }
    const joined = await world.ok('resident-2', 'incident.join', request)
    expect(joined).toMatchObject({ households: 2, incidentNumber: (await world.ticket(first)).number })
    expect(await world.ok('resident-2', 'incident.join', request)).toEqual(joined)
    expect(await world.refusal('resident-2', 'incident.join', { ...request, idempotencyKey: aKey() })).toBe('notFound')
    expect(await world.events(joined.ticketId)).toEqual(['filed', 'merged'])
    expect(await world.inbox('steward-1')).toContain('又有人反映同一件事')

    // Each reads own words and what is done, and neither the other's words, photos or home.
    const seen = JSON.stringify([
      await world.get('resident-2', first),
      await world.get('resident-2', joined.ticketId),
      items,
    ])
    for (const secret of [words, 'room-101', world.ids('resident-1')]) expect(seen).not.toContain(secret)
    const filers = JSON.stringify(await world.get('resident-1', first))
    for (const secret of ['我家也漏', photo, joined.number]) expect(filers).not.toContain(secret)

    await world.ok('resident-2', 'incident.undo', { ticketId: joined.ticketId, idempotencyKey: aKey() })
    expect(await world.ticket(joined.ticketId)).toMatchObject({ state: 'submitted', text: '我家也漏' })
    expect((await world.ticket(first)).complainants).toHaveLength(1)
    expect(await world.refusal('resident-2', 'ticket.get', { ticketId: first })).toBe('notFound')
  })

  tell('exists only for whom it may be offered, and not once it is done', async world => {
    const first = await world.file('resident-1', { text: words })
    const refused = (person: string, some: object = {}) =>
      world.refusal(person, 'incident.join', { incidentId: first, idempotencyKey: aKey(), ...some })
    expect(await refused('resident-9')).toBe('notFound')
    expect(await refused('resident-3')).toBe('unknownPlace')
    expect(await refused('resident-3', { placeId: world.ids('room-201') })).toBe('notFound')
    expect(await refused('resident-2', { placeId: world.ids('room-101') })).toBe('unknownPlace')
    expect(await refused('resident-1')).toBe('notFound')
    expect(await refused('family-1')).toBe('notFound')
    await world.act('steward-1', first, 'accept', {})
    // All at one instant: whoever was let in stands there once, and nobody between the two.
    const tap = () => world.refusal('resident-2', 'incident.join', { incidentId: first, idempotencyKey: aKey() })
    const complete = () => world.act('steward-1', first, 'complete', someCompletion)
    const [one, other] = await Promise.all([tap(), tap(), complete()])
    const came = [one, other].filter(code => code === 'none')
    expect(came.length).toBeLessThanOrEqual(1)
    const there = (await world.ticket(first)).complainants.filter(
      ({ personId }) => personId === world.ids('resident-2'),
    )
    expect(there).toHaveLength(came.length)
    expect(await offered(world, 'clerk-at-home', 'room-102')).toEqual([])
  })

  tell('staff join whoever rings up, split later with a reason, and undo a split', async world => {
    const first = await world.file('resident-1', { text: words })
    const onBehalf = { channel: 'phone', name: '李女士', phone: '13800000001' } as const
    const placeId = world.ids('room-102')
    const { ticketId } = await join(world, 'clerk-1', first, { onBehalf, placeId })
    expect((await world.get('clerk-1', first)).complainants).toMatchObject([{}, { name: '李女士', hasAccount: false }])
    const split = { ticketId, reason: '楼上的管道，不是同一处' }
    expect(await world.refusal('steward-1', 'incident.split', { ...split, idempotencyKey: aKey() })).toBe('forbidden')
    world.clock.advance(26 * 3_600_000)
    expect(await world.refusal('clerk-1', 'incident.undo', { ticketId, idempotencyKey: aKey() })).toBe('wrongState')
    await world.ok('clerk-1', 'incident.split', { ...split, idempotencyKey: aKey() })
    expect((await world.ticket(first)).complainants).toHaveLength(1)
    expect(await world.ok('clerk-1', 'incident.undo', { ticketId, idempotencyKey: aKey() })).toEqual({
      state: 'merged',
    })
    expect((await world.ticket(first)).complainants).toHaveLength(2)
  })
})

describeWorld('a hot matter (D-SP-2, D-CL-3)', tell => {
  const lift = (world: World, person: string, place: string, text: string) =>
    world.file(person, { category: 'lift', placeId: world.ids(place), text })
  const proposals = async (world: World, ticketIds: readonly string[]) => {
    const tickets = await Promise.all(ticketIds.map(id => world.ticket(id)))
    return tickets.map(({ severityProposal }) => severityProposal?.severity ?? null)
  }

  tell('is proposed at the complaint that completes it, and confirmed by a person', async world => {
    const first = await lift(world, 'resident-1', 'room-101', '二单元电梯又停了，早上等了二十分钟')
    const again = await lift(world, 'resident-1', 'room-101', '二单元电梯又停了，今天也是')
    const other = await lift(world, 'lodger-1', 'room-101', '电梯轿厢里灯管一闪一闪')
    const elsewhere = await lift(world, 'resident-3', 'room-201', '二单元电梯又停了')
    const second = await lift(world, 'resident-2', 'room-102', '您好，二单元电梯又停了，老人下不了楼')
    expect(await proposals(world, [first, again, other, elsewhere, second])).toEqual([null, null, null, null, null])
    const third = await lift(world, 'clerk-at-home', 'room-102', '二单元电梯又停了')
    expect(await proposals(world, [third])).toEqual(['hot'])
    const seen = await world.get('manager-1', third)
    const numbers = await Promise.all([first, again, second, third].map(async id => (await world.ticket(id)).number))
    expect(seen.severityProposal?.tickets.map(({ number }) => number).sort()).toEqual([...numbers].sort())
    expect((await world.get('clerk-at-home', third)).severityProposal).toBeNull()
    expect(await world.inbox('quality-1')).toContain('可能是热点投诉，请判定')
    expect(await world.refuses('steward-1', third, 'judgeSeverity', { confirmed: true })).toBe('forbidden')
    await world.act('manager-1', third, 'judgeSeverity', { confirmed: true })
    expect(await world.ticket(third)).toMatchObject({ severity: 'hot' })
    const last = await lift(world, 'admin-at-home', 'b1-lobby', '二单元电梯又停了')
    expect(await proposals(world, [last])).toEqual([null])
    // D-CL-3: lowered again it needs a reason, and those who had its reports hear of it.
    const lower = { category: 'lift', urgency: 'normal', severity: 'ordinary', reason: '三张工单是三部电梯' } as const
    await world.act('clerk-1', third, 'reclassify', lower)
    expect(await world.inbox('quality-1')).toContain('严重程度降为一般，原来是热点')
  })

  tell('is proposed once, also where those who complete it file at one instant', async world => {
    const told = ['resident-1', 'lodger-1', 'resident-2', 'clerk-at-home'] as const
    const ids = await Promise.all(
      told.map((person, index) => lift(world, person, index < 2 ? 'room-101' : 'room-102', '二单元电梯又停了')),
    )
    expect((await proposals(world, ids)).filter(one => one === 'hot')).toHaveLength(1)
  })
})
