import { phoneOf } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { expectConsistent } from '../support/consistency'
import { describeWorld } from '../support/describe-world'

const asked = async (world: World, person: string) =>
  (await world.ok(person, 'survey.list', {})).items.map(item => item.ticketId)
const refuse = (world: World, ticketId: string) =>
  world.act('clerk-2', ticketId, 'recordCallback', { result: 'refused', text: '以后都不用回访' })
const stateOf = async (world: World, ticketId: string) => (await world.ticket(ticketId)).state

describeWorld('a wish not to be called (D-CB-9)', tell => {
  tell('said at one callback, is obeyed on what was filed before and what is being asked already', async world => {
    const said = await world.verified()
    const open = await world.verified()
    const later = await world.file()
    expect(await asked(world, 'resident-1')).toEqual([said, open])
    expect(await refuse(world, said)).toMatchObject({ state: 'quietPeriod' })
    expect(await asked(world, 'resident-1')).toEqual([])
    expect(await world.ticket(open)).toMatchObject({ state: 'quietPeriod', exemption: 'declinedCallbacks' })
    await world.finish(later)
    expect(await stateOf(world, later)).toBe('quietPeriod')
    await expectConsistent(world)
  })

  tell('declared and taken back by the person, each from that moment on', async world => {
    const open = await world.verified()
    expect(await world.ok('resident-1', 'account.setCallbackWish', { declined: true })).toEqual({ declined: true })
    expect((await world.ok('resident-1', 'account.me', {})).callbackDeclined).toBe(true)
    expect(await stateOf(world, open)).toBe('quietPeriod')
    const between = await world.verified()
    expect(await stateOf(world, between)).toBe('quietPeriod')
    const filedBefore = await world.file()
    await world.ok('resident-1', 'account.setCallbackWish', { declined: false })
    expect((await world.ok('resident-1', 'account.me', {})).callbackDeclined).toBe(false)
    await world.finish(filedBefore)
    expect(await stateOf(world, filedBefore)).toBe('callback')
    expect(await asked(world, 'resident-1')).toEqual([filedBefore])
  })

  tell('belongs to the phone number, however it is written and whoever told it', async world => {
    const byPhone = (phone: string) => world.file('clerk-1', { onBehalf: { channel: 'phone', name: '王阿姨', phone } })
    const said = await byPhone('139 0000 1234')
    await world.finish(said)
    const open = await byPhone('+86 139-0000-1234')
    await world.finish(open)
    const other = await byPhone('13900004321')
    await world.finish(other)
    await refuse(world, said)
    expect(await Promise.all([said, open, other].map(id => stateOf(world, id)))).toEqual([
      'quietPeriod',
      'quietPeriod',
      'callback',
    ])
    const own = await byPhone(phoneOf('resident-1'))
    await world.ok('resident-1', 'account.setCallbackWish', { declined: true })
    await world.finish(own)
    expect(await stateOf(world, own)).toBe('quietPeriod')
    const kept = await world.db.selectFrom('callback_wish').selectAll().execute()
    expect(JSON.stringify(kept)).not.toMatch(/1390000|00001234/)
    await world.ok('resident-1', 'account.setCallbackWish', { declined: false })
    expect(await world.db.selectFrom('callback_wish').selectAll().execute()).toHaveLength(1)
  })

  tell('is one person’s: a neighbour of the same matter is asked all the same', async world => {
    const first = await world.file('resident-1')
    const second = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', second, 'merge', { into: first })
    await world.finish(first)
    await world.ok('resident-1', 'account.setCallbackWish', { declined: true })
    expect(await stateOf(world, first)).toBe('callback')
    expect(await asked(world, 'resident-2')).toEqual([first])
    expect(await world.answer('resident-2', first)).toEqual({ state: 'closed' })
    await expectConsistent(world)
  })

  tell('recorded while a ticket is being verified, is obeyed when that ticket is next decided on', async world => {
    const ticketId = await world.verified()
    // Another process recorded the wish and stopped before it could look at what is open.
    await world.db
      .updateTable('person')
      .set({ callback_declined: true })
      .where('id', '=', world.ids('resident-1'))
      .execute()
    expect(await asked(world, 'resident-1')).toEqual([])
    const again = { ticketId, idempotencyKey: aKey(), reception: 5, measures: 5, result: 5, solved: true }
    expect(await world.refusal('resident-1', 'survey.answer', again)).toBe('wrongState')
    await world.pass(3 * 86_400_000)
    expect(await stateOf(world, ticketId)).toBe('quietPeriod')
  })
})
