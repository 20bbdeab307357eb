import { minute } from '../builders/clock'
import { phoneOf } from '../builders/estate'
import { type World, unsatisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const perTicket = (world: World, person: string, some: { limit?: number; cursor?: string } = {}) =>
  world.ok(person, 'notice.list', { perTicket: true, ...some })
const unread = async (world: World, person: string) => (await world.ok(person, 'account.me', {})).unread

describeWorld('the inbox by tickets', tell => {
  tell('one entry per ticket: its newest message, how many are new, and which matter it is', async world => {
    const first = await world.file()
    const second = await world.file('resident-1', { category: 'lift', placeId: world.ids('b1-lobby') })
    await world.act('steward-1', first, 'accept', {})
    await world.act('steward-1', first, 'reply', { text: '马上到' })
    const { items, unread: all } = await perTicket(world, 'resident-1')
    expect(
      items.map(({ ticketId, title, text, unread: count, matter }) => [ticketId, title, text, count, matter]),
    ).toEqual([
      [first, '有新的回复', '马上到', 3, 'room-101 · 漏水渗水'],
      [second, '已安排steward-1 的名字处理', '已安排steward-1 的名字处理您反映的事。', 1, 'b1-lobby · 电梯'],
    ])
    expect(all).toBe(4)
    const flat = (await world.ok('resident-1', 'notice.list', {})).items
    expect([flat.length, flat.every(({ unread: count, read }) => (count === 0) === read)]).toEqual([4, true])
  })

  tell('its pages leave out no ticket and show none twice', async world => {
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.unshift(await world.file())
    for (const ticketId of ids.slice(1, 4)) await world.act('clerk-1', ticketId, 'reply', { text: '收到' })
    const paged: (string | null)[] = []
    for (let cursor: string | undefined; ;) {
      const page = await perTicket(world, 'resident-1', { limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      paged.push(...page.items.map(({ ticketId }) => ticketId))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(paged).toEqual([ids[3], ids[2], ids[1], ids[0], ids[4]])
  })

  tell('opening a ticket reads its messages, as far as they had been seen, and nobody else’s', async world => {
    const first = await world.file()
    const second = await world.file()
    await world.act('steward-1', first, 'accept', {})
    const seen = await world.get('resident-1', first)
    await world.act('steward-1', first, 'reply', { text: '还要一小时' })
    const opened = { ticketId: first, until: seen.updatedAt }
    expect(await world.ok('steward-2', 'notice.read', opened)).toEqual({ unread: 0 })
    expect(await unread(world, 'resident-1')).toBe(4)
    expect(await world.ok('resident-1', 'notice.read', opened)).toEqual({ unread: 2 })
    const counts = async () => (await perTicket(world, 'resident-1')).items.map(item => [item.ticketId, item.unread])
    expect(await counts()).toEqual([
      [first, 1],
      [second, 1],
    ])
    await world.ok('resident-1', 'notice.read', { ticketId: first })
    expect(await counts()).toEqual([
      [first, 0],
      [second, 1],
    ])
    expect(await world.ok('resident-1', 'notice.read', { ticketId: 'no-id' })).toEqual({ unread: 1 })
    // Staff alike.
    expect(await unread(world, 'steward-1')).toBe(2)
    expect(await world.ok('steward-1', 'notice.read', { ticketId: second })).toEqual({ unread: 1 })
  })

  tell('the request to rate goes when its round is over, by an answer or by time', async world => {
    const titles = async () =>
      (await world.ok('resident-1', 'notice.list', { limit: 50 })).items.map(({ title }) => title)
    const ticketId = await world.verified()
    expect([(await titles())[0], await unread(world, 'resident-1')]).toEqual(['请您评价', 4])
    await world.answer('resident-1', ticketId, unsatisfied)
    expect(await titles()).not.toContain('请您评价')
    expect(await unread(world, 'resident-1')).toBe((await titles()).length)
    // The second round has a request of its own.
    await world.finish(
      ticketId,
      (await world.ticket(ticketId)).assignment?.personId === world.ids('steward-1') ? 'steward-1' : 'service-head',
    )
    expect((await titles()).filter(title => title === '请您评价')).toHaveLength(1)
    for (let day = 0; day < 3; day += 1) {
      await world.act('clerk-1', ticketId, 'recordCallback', { result: 'unreached' })
      world.clock.advance(24 * 60 * minute)
    }
    expect((await world.ticket(ticketId)).state).toBe('closed')
    expect((await titles()).filter(title => title === '请您评价' || title === '还在等您的评价')).toEqual([])
  })

  tell('a matter says no more than its receiver may know (D-IN-3), and nothing once it is not theirs', async world => {
    const hidden = await world.file('resident-1', { anonymous: true })
    const matters = async (person: string) => (await perTicket(world, person)).items.map(({ matter }) => matter)
    expect(await matters('steward-1')).toEqual(['b1 · 漏水渗水'])
    expect(await matters('resident-1')).toEqual(['room-101 · 漏水渗水'])
    const joined = await world.file('resident-2', { placeId: world.ids('room-102') })
    const open = await world.file('resident-1')
    await world.act('clerk-1', joined, 'merge', { into: open })
    await world.act('steward-1', open, 'accept', {})
    expect((await matters('resident-2'))[0]).toBe('邻居反映的位置 · 漏水渗水')
    await world.act('manager-1', hidden, 'transfer', { assigneeId: world.ids('guard-1'), reason: '请秩序部处理' })
    expect(await matters('guard-1')).toEqual(['b1 · 漏水渗水'])
    await world.act('manager-1', hidden, 'transfer', { assigneeId: world.ids('engineer-1'), reason: '还是工程' })
    const { items } = await perTicket(world, 'guard-1')
    expect(items.map(({ matter }) => matter)).toEqual([null])
    expect(JSON.stringify(items)).not.toContain(phoneOf('resident-1'))
  })
})
