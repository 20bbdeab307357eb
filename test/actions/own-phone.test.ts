import type { World } from '../builders/world'
import { phoneOf } from '../builders/estate'
import { describeWorld } from '../support/describe-world'

/** D-OR-2: a WeChat account and somebody whom the center has entered under a number become one person. */
describeWorld('the caller’s own number', tell => {
  /** Everybody of the estate has an openid; these were entered by the center and have never been here. */
  const entered = async (world: World, ...names: readonly string[]) => {
    for (const name of names)
      await world.db.updateTable('person').set({ openid: null }).where('id', '=', world.ids(name)).execute()
  }
  const prove = (world: World, who: string, of: string) =>
    world.ok(who, 'account.provePhone', { code: `phone-of-${phoneOf(of)}` })
  const roomsOf = async (world: World, who: string) =>
    (await world.ok(who, 'account.me', {})).rooms.map(({ name }) => name)

  tell('proven by a tap, names who was entered under it, with the names hidden', async world => {
    await entered(world, 'resident-2')
    expect(await prove(world, 'newcomer', 'resident-2')).toEqual({
      phone: phoneOf('resident-2'),
      people: [{ personId: world.ids('resident-2'), name: '＊＊＊＊＊＊＊＊＊＊＊＊＊字' }],
    })
    expect(await roomsOf(world, 'newcomer')).toEqual([])
  })

  tell('claimed, makes a newcomer the person who was entered: rooms, matters and messages are theirs', async world => {
    const { ticketId } = await world.ok('clerk-1', 'ticket.file', {
      idempotencyKey: 'filed-for-resident-2',
      kind: 'complaint',
      category: 'leak',
      placeId: world.ids('room-102'),
      text: '厨房漏水',
      onBehalf: { channel: 'phone', phone: phoneOf('resident-2') },
    })
    await entered(world, 'resident-2')
    await prove(world, 'newcomer', 'resident-2')
    expect(await world.ok('newcomer', 'account.claim', { personId: world.ids('resident-2') })).toEqual({
      rooms: ['room-102'],
    })
    const me = await world.ok('newcomer', 'account.me', {})
    expect(me).toMatchObject({ id: world.ids('resident-2'), name: 'resident-2 的名字', phone: phoneOf('resident-2') })
    expect((await world.ok('newcomer', 'ticket.list', { scope: 'mine' })).items.map(item => item.ticketId)).toEqual([
      ticketId,
    ])
    expect(await world.refusal('newcomer', 'account.claim', { personId: world.ids('resident-2') })).toBe('notFound')
  })

  tell('gives an account in use the rooms beside its own', async world => {
    await entered(world, 'resident-2')
    await prove(world, 'resident-1', 'resident-2')
    await world.ok('resident-1', 'account.claim', { personId: world.ids('resident-2') })
    expect(await roomsOf(world, 'resident-1')).toEqual(['room-101', 'room-102'])
  })

  tell('brings a steward’s post to a newcomer, and to no account in use', async world => {
    await entered(world, 'steward-1')
    await prove(world, 'resident-1', 'steward-1')
    expect(await world.refusal('resident-1', 'account.claim', { personId: world.ids('steward-1') })).toBe('wrongState')
    await prove(world, 'newcomer', 'steward-1')
    await world.ok('newcomer', 'account.claim', { personId: world.ids('steward-1') })
    expect((await world.ok('newcomer', 'account.me', {})).posts.map(({ role }) => role)).toEqual(['steward'])
  })

  tell('not proven claims nobody, nor does another’s number, nor somebody who has been here', async world => {
    await entered(world, 'resident-2')
    const claim = { personId: world.ids('resident-2') }
    expect(await world.refusal('newcomer', 'account.claim', claim)).toBe('notFound')
    await prove(world, 'newcomer', 'resident-3')
    expect(await world.refusal('newcomer', 'account.claim', claim)).toBe('notFound')
    expect(await world.refusal('newcomer', 'account.claim', { personId: world.ids('resident-3') })).toBe('notFound')
    expect(await world.refusal('newcomer', 'account.provePhone', { code: 'used' })).toBe('invalidRequest')
    // Entered by an administrator, a number proves nothing.
    await world.db
      .updateTable('person')
      .set({ phone: phoneOf('resident-2') })
      .where('id', '=', world.ids('resident-9'))
      .execute()
    expect(await world.refusal('resident-9', 'account.claim', claim)).toBe('notFound')
  })

  tell('of two who claim one entry at once, one becomes it', async world => {
    await entered(world, 'resident-2')
    for (const who of ['newcomer', 'other-newcomer']) await prove(world, who, 'resident-2')
    const both = await Promise.all(
      ['newcomer', 'other-newcomer'].map(who =>
        world.call(who, 'account.claim', { personId: world.ids('resident-2') }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    const holders = await Promise.all(['newcomer', 'other-newcomer'].map(who => roomsOf(world, who)))
    expect(holders.flat()).toEqual(['room-102'])
  })

  tell('is proven by a code sent to it, a few times an hour', async world => {
    const phone = phoneOf('resident-2')
    await entered(world, 'resident-2')
    await world.ok('newcomer', 'account.requestOwnPhoneCode', { phone })
    const code = world.codes.at(-1)?.code ?? ''
    expect(world.codes.at(-1)?.phone).toBe(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await world.refusal('newcomer', 'account.provePhoneByCode', { phone, code: wrong })).toBe('invalidRequest')
    expect((await world.ok('newcomer', 'account.provePhoneByCode', { phone, code })).people).toHaveLength(1)
    expect(await world.refusal('newcomer', 'account.provePhoneByCode', { phone, code })).toBe('invalidRequest')
    for (let more = 0; more < 2; more += 1) await world.ok('newcomer', 'account.requestOwnPhoneCode', { phone })
    expect(await world.refusal('other-newcomer', 'account.requestOwnPhoneCode', { phone })).toBe('rateLimited')
  })
})
