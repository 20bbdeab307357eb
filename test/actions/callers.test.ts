import { phoneOf } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const find = (world: World, person: string, phone: string) => world.ok(person, 'ticket.findCaller', { phone })
const lookups = (world: World) => world.db.selectFrom('caller_lookup').selectAll().execute()
const phoned = (phone: string, name?: string) => ({ onBehalf: { channel: 'phone' as const, phone, name } })

describeWorld('whoever rings up is found by the number (D-IN-2)', tell => {
  tell('name, rooms and open matters, however the number is written', async world => {
    const phone = phoneOf('resident-1')
    const ticketId = await world.file()
    const closed = await world.file()
    await world.act('resident-1', closed, 'withdraw', {})
    const { number, filedAt } = await world.ticket(ticketId)
    const spaced = phone.replace(/^(\d{3})(\d{4})/, '+86 $1-$2 ')
    for (const written of [phone, spaced])
      expect(await find(world, 'clerk-1', written)).toEqual({
        people: [
          {
            name: 'resident-1 的名字',
            rooms: [{ placeId: world.ids('room-101'), name: 'room-101', relation: 'owner' }],
          },
        ],
        name: null,
        matters: [
          {
            ticketId,
            number,
            complainant: ticketId,
            categoryName: '漏水渗水',
            place: 'room-101',
            state: 'dispatched',
            since: filedAt,
            mayUrge: true,
          },
        ],
      })
    expect(await find(world, 'clerk-1', '13900009999')).toEqual({ people: [], name: null, matters: [] })
  })

  tell('somebody without an account is known by what they left, also after a merge', async world => {
    const phone = '139 0000 1111'
    const first = await world.file('clerk-1', phoned(phone, '赵女士'))
    const other = await world.file('resident-2', { placeId: world.ids('room-102') })
    expect(await find(world, 'steward-1', '13900001111')).toMatchObject({
      people: [],
      name: '赵女士',
      matters: [{ ticketId: first, complainant: first }],
    })
    await world.act('clerk-1', first, 'merge', { into: other })
    const merged = await find(world, 'clerk-1', phone)
    expect(merged.matters.map(({ ticketId, complainant }) => [ticketId, complainant])).toEqual([[other, first]])
  })

  tell('each look is recorded before anything is shown, and there are only so many (D-PO-4)', async world => {
    const phone = phoneOf('resident-1')
    await find(world, 'clerk-1', phone)
    await find(world, 'clerk-1', phone)
    const rows = await lookups(world)
    expect(rows.map(({ person_id, at }) => [person_id, at])).toEqual([[world.ids('clerk-1'), world.clock.now()]])
    expect(JSON.stringify(rows)).not.toContain(phone)
    for (let n = 1; n < 60; n += 1) await find(world, 'clerk-1', `139000020${String(n).padStart(2, '0')}`)
    expect(await world.refusal('clerk-1', 'ticket.findCaller', { phone: '13900003000' })).toBe('rateLimited')
    // What was looked up already is no further look; somebody else has a count of their own; and it is over after an hour.
    await find(world, 'clerk-1', phone)
    await find(world, 'clerk-2', '13900003000')
    world.wallClock.advance(3_600_001)
    await find(world, 'clerk-1', '13900003000')
  })

  tell('only whoever may record for others, and no further than they may see', async world => {
    const phone = phoneOf('resident-1')
    const plain = await world.file()
    await world.file('resident-1', { anonymous: true })
    const dispute = await world.file('resident-1', { category: 'neighbour' })
    for (const person of ['resident-1', 'resident-2', 'supervisor-1', 'admin-1'])
      expect([person, await world.refusal(person, 'ticket.findCaller', { phone })]).toEqual([person, 'forbidden'])
    expect(await world.refusal('clerk-9', 'ticket.findCaller', { phone, centerId: world.ids('center-1') })).toBe(
      'forbidden',
    )
    expect(await find(world, 'clerk-9', phone)).toEqual({ people: [], name: null, matters: [] })
    const ids = async (person: string) => (await find(world, person, phone)).matters.map(({ ticketId }) => ticketId)
    expect(await ids('clerk-1')).toEqual([dispute, plain])
    expect(await ids('steward-1')).toEqual([plain])
    expect(await ids('steward-2')).toEqual([])
    expect((await find(world, 'steward-2', phone)).people).toHaveLength(1)
  })

  tell('the matter is urged for them instead of being filed anew, and stands in their own history', async world => {
    const ticketId = await world.file()
    const { matters } = await find(world, 'clerk-1', phoneOf('resident-1'))
    const complainant = matters[0]?.complainant
    await world.act('clerk-1', ticketId, 'urge', { complainant, text: '来电问什么时候到' })
    expect((await world.inbox('steward-1'))[0]).toBe('业主催办')
    const last = (await world.get('resident-1', ticketId)).timeline.at(-1)
    expect([last?.title, last?.text]).toEqual(['来电催办', '来电问什么时候到'])
    const found = await world.ok('resident-1', 'ticket.list', { scope: 'mine', text: '什么时候到' })
    expect(found.items).toHaveLength(1)
    expect(await world.refuses('clerk-1', ticketId, 'urge', {})).toBe('forbidden')
    expect(await world.refuses('clerk-1', ticketId, 'urge', { complainant: world.ids('nobody') })).toBe('forbidden')
    expect((await world.get('clerk-1', ticketId)).allowedActions).not.toContain('urge')
  })
})

describeWorld('what staff record for a number that belongs to an account', tell => {
  tell('stands in the resident’s own list, marked, to be followed and rated', async world => {
    const phone = phoneOf('resident-1')
    const receipt = await world.ok('clerk-1', 'ticket.file', {
      idempotencyKey: aKey(),
      kind: 'complaint',
      category: 'leak',
      placeId: world.ids('room-101'),
      text: '厨房漏水',
      ...phoned(phone, '王女士'),
    })
    const { ticketId } = receipt
    expect(receipt.inTheirList).toBe(true)
    const { items } = await world.ok('resident-1', 'ticket.list', { scope: 'mine' })
    expect(items.map(item => [item.ticketId, item.channel, item.text])).toEqual([[ticketId, 'phone', '厨房漏水']])
    expect(await world.get('resident-1', ticketId)).toMatchObject({
      channel: 'phone',
      complainant: { name: '王女士', mine: true },
    })
    const found = await world.ok('resident-1', 'ticket.list', { scope: 'mine', text: '厨房' })
    expect(found.items).toHaveLength(1)
    // Whoever rang up once is still spoken for by the desk, and reads what it has written down.
    await world.act('clerk-1', ticketId, 'supplement', { text: '下午都在家' })
    expect((await world.get('resident-1', ticketId)).timeline.at(-1)?.text).toBe('下午都在家')
    expect(await world.refuses('steward-1', ticketId, 'supplement', { text: '略' })).toBe('forbidden')
    await world.finish(ticketId)
    expect(await world.inbox('resident-1')).toContain('请您评价')
    expect(await world.answer('resident-1', ticketId)).toEqual({ state: 'closed' })
  })

  tell('is nobody’s where the number is nobody’s, hidden, or of another center', async world => {
    const filed = async (phone: string, some: object = {}) =>
      (await world.ticket(await world.file('clerk-1', { ...phoned(phone), ...some }))).complainants[0]?.personId
    expect(await filed('13900001111')).toBeNull()
    expect(await filed(phoneOf('resident-1'), { anonymous: true })).toBeNull()
    expect(await filed(phoneOf('resident-9'))).toBeNull()
    expect(await filed(phoneOf('steward-1'))).toBeNull()
    expect(await filed(phoneOf('resident-1'))).toBe(world.ids('resident-1'))
  })

  tell('of a family with one number, it is whoever lives there or is called so', async world => {
    const phone = phoneOf('resident-1')
    for (const person of ['resident-2', 'resident-3'])
      await world.db.updateTable('person').set({ phone }).where('id', '=', world.ids(person)).execute()
    await world.db.updateTable('person').set({ name: '孙桂英' }).where('id', '=', world.ids('resident-3')).execute()
    const filer = async (place: string, name: string) =>
      (await world.ticket(await world.file('clerk-1', { ...phoned(phone, name), placeId: world.ids(place) })))
        .complainants[0]?.personId
    expect(await filer('room-102', '孙女士')).toBe(world.ids('resident-2'))
    expect(await filer('garden', '孙女士')).toBe(world.ids('resident-3'))
    expect(await filer('garden', '钱先生')).toBe(world.ids('resident-1'))
    expect((await find(world, 'clerk-1', phone)).people).toHaveLength(3)
  })

  tell('wishes not to be called and erasure reach it like everything of theirs (D-CB-9, D-AR-2)', async world => {
    await world.ok('resident-1', 'account.setCallbackWish', { declined: true })
    const phone = phoneOf('resident-1')
    const ticketId = await world.file('clerk-1', phoned(phone, '王女士'))
    expect((await world.ticket(ticketId)).complainants[0]).toMatchObject({ callbackDeclined: true, byStaff: true })
    await world.ok('resident-1', 'account.eraseMe', { idempotencyKey: aKey(), confirm: '注销' })
    const contact = await world.db
      .selectFrom('contact')
      .where('ticket_id', '=', ticketId)
      .selectAll()
      .executeTakeFirst()
    expect([contact?.name, contact?.phone]).toEqual([null, null])
    expect(await find(world, 'clerk-1', phone)).toEqual({ people: [], name: null, matters: [] })
  })
})
