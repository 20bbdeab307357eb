import { day, minute } from '../builders/clock'
import { phoneOf } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const phone = phoneOf('resident-1')

const requestCode = async (world: World, number = phone): Promise<string> => {
  await world.ok(null, 'account.requestPhoneCode', { phone: number })
  return world.codes.at(-1)?.code ?? ''
}
const attempt = (world: World, code: string, number = phone) =>
  world.refusal(null, 'account.phoneSignIn', { phone: number, code })
/** A code that is not this one. */
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000')
const nameOf = async (world: World, token: string) => (await world.callWith(token, 'account.me', {})).answer

describeWorld('signing in by phone code', tell => {
  tell('the right code signs in once', async world => {
    const code = await requestCode(world)
    expect(code).toMatch(/^\d{6}$/)
    const { token } = await world.ok(null, 'account.phoneSignIn', {
      phone: `${phone.slice(0, 3)} ${phone.slice(3)}`,
      code,
    })
    expect(await nameOf(world, token)).toMatchObject({ ok: true, data: { name: 'resident-1 的名字' } })
    expect(await attempt(world, code)).toBe('unauthenticated')
  })

  tell('of two that use the code at once, one gets in', async world => {
    const code = await requestCode(world)
    const both = await Promise.all([attempt(world, code), attempt(world, code)])
    expect(both.sort()).toEqual(['none', 'unauthenticated'])
    expect(await world.db.selectFrom('session').select('person_id').execute()).toHaveLength(1)
  })

  tell('five wrong codes use it up', async world => {
    const code = await requestCode(world)
    for (let tries = 0; tries < 4; tries += 1) expect(await attempt(world, wrong(code))).toBe('unauthenticated')
    expect(await attempt(world, code)).toBe('none')
    const next = await requestCode(world)
    await Promise.all(Array.from({ length: 5 }, () => attempt(world, wrong(next))))
    expect(await attempt(world, next)).toBe('unauthenticated')
  })

  tell('it is good for five minutes, and an earlier one is void', async world => {
    const code = await requestCode(world)
    world.wallClock.advance(5 * minute)
    expect(await attempt(world, code)).toBe('unauthenticated')
    const first = await requestCode(world)
    const second = await requestCode(world)
    world.wallClock.advance(5 * minute - 1)
    // The product's clock, which the demo moves, has no say in it.
    world.clock.advance(day)
    if (first !== second) expect(await attempt(world, first)).toBe('unauthenticated')
    expect(await attempt(world, second)).toBe('none')
  })

  tell('a number nobody has gets the same answer and no code', async world => {
    const known = await world.ok(null, 'account.requestPhoneCode', { phone })
    expect(await world.ok(null, 'account.requestPhoneCode', { phone: '19999999999' })).toEqual(known)
    expect(world.codes.map(sent => sent.phone)).toEqual([phone])
    expect(await attempt(world, '123456', '19999999999')).toBe('unauthenticated')
    expect(await world.refusal(null, 'account.requestPhoneCode', { phone: 'call me' })).toBe('invalidRequest')
  })
})

describeWorld('sessions', tell => {
  const signIn = async (world: World) => (await world.ok(null, 'account.signIn', { code: 'code-of-resident-1' })).token
  const refused = { ok: false, error: { code: 'unauthenticated' } }

  tell('last thirty days, end with the sign-out, and only that one', async world => {
    const one = await signIn(world)
    const other = await signIn(world)
    world.wallClock.advance(30 * day - 1)
    expect(await nameOf(world, one)).toMatchObject({ ok: true })
    expect((await world.callWith(one, 'account.signOut', {})).answer.ok).toBe(true)
    expect(await nameOf(world, one)).toMatchObject(refused)
    expect(await nameOf(world, other)).toMatchObject({ ok: true })
    world.wallClock.advance(1)
    expect(await nameOf(world, other)).toMatchObject(refused)
  })

  tell("can't be forged, and the table signs nobody in", async world => {
    const token = await signIn(world)
    const { token_hash } = await world.db.selectFrom('session').select('token_hash').executeTakeFirstOrThrow()
    for (const forged of ['', 'x', `${token}x`, token.slice(0, -1), token_hash, 'a'.repeat(500)])
      expect(await nameOf(world, forged)).toMatchObject(refused)
  })

  tell('a stranger becomes one person without rooms, however often at once', async world => {
    expect(await world.refusal(null, 'account.signIn', { code: 'used-before' })).toBe('unauthenticated')
    const tokens = await Promise.all(
      Array.from({ length: 4 }, () => world.ok(null, 'account.signIn', { code: 'code-of-somebody' })),
    )
    const people = await Promise.all(tokens.map(async ({ token }) => nameOf(world, token)))
    expect(new Set(people.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(people[0]).toMatchObject({ data: { posts: [], rooms: [], places: [], center: null } })
  })

  tell('outside the demo nobody signs in as somebody', async world => {
    expect(await world.refusal(null, 'account.demoPersonas', {})).toBe('unknownAction')
    expect(await world.refusal(null, 'account.demoSignIn', { persona: 'resident-1' })).toBe('unknownAction')
  })

  tell('settings are kept, each for itself', async world => {
    await world.ok('resident-1', 'account.updateSettings', { elderView: true })
    await world.ok('resident-1', 'account.updateSettings', { theme: 'dark' })
    expect((await world.ok('resident-1', 'account.me', {})).settings).toEqual({ elderView: true, theme: 'dark' })
    expect((await world.ok('resident-2', 'account.me', {})).settings).toEqual({})
  })
})

describeWorld("one's own data", tell => {
  tell("the export holds what is stored about the caller, and nobody else's words", async world => {
    const first = await world.file('resident-1', { text: '我家漏水' })
    await world.act('resident-1', first, 'supplement', { text: '滴到客厅了' })
    const joined = await world.file('resident-2', { placeId: world.ids('room-102'), text: '我家也漏' })
    await world.act('clerk-1', joined, 'merge', { into: first })
    await world.act('resident-2', first, 'supplement', { text: '邻居的补充' })
    await world.finish(first)
    await world.answer('resident-2', first, { text: '可以' })
    const own = await world.ok('resident-1', 'account.exportMyData', {})
    expect(own.person).toEqual({ name: 'resident-1 的名字', phone, rooms: ['room-101'] })
    expect(own.tickets).toMatchObject([
      { text: '我家漏水', contact: { phone }, messages: [{ text: '滴到客厅了' }], place: 'room-101' },
    ])
    expect(own.surveys).toEqual([])
    expect(own.notices.length).toBeGreaterThan(3)
    const neighbour = await world.ok('resident-2', 'account.exportMyData', {})
    expect(neighbour.tickets.map(ticket => ticket.messages.map(({ text }) => text))).toEqual([[], ['邻居的补充']])
    expect(neighbour.surveys).toMatchObject([{ answers: { text: '可以' } }])
    expect(JSON.stringify(neighbour)).not.toMatch(/我家漏水|滴到客厅|room-101|resident-1/)
  })

  tell('erasing takes name, number, login and rooms; the record stays and its chain verifies', async world => {
    const ticketId = await world.verified()
    await world.ok('steward-1', 'ticket.revealContact', { ticketId, idempotencyKey: aKey() })
    const { token } = await world.ok(null, 'account.signIn', { code: 'code-of-resident-1' })
    await requestCode(world)
    const erase = { idempotencyKey: aKey(), confirm: '注销' as const }
    expect((await world.ok('resident-1', 'account.eraseMe', erase)).erasedAt).toBe(world.clock.now())

    expect(await nameOf(world, token)).toMatchObject({ error: { code: 'unauthenticated' } })
    expect(await attempt(world, world.codes.at(-1)?.code ?? '')).toBe('unauthenticated')
    const seen = await world.get('steward-1', ticketId)
    expect(seen.complainant).toMatchObject({ name: '已注销用户', phone: null })
    expect(seen.text).toBe('厨房天花板漏水')
    const tables = [
      'person',
      'contact',
      'ticket',
      'event',
      'notice',
      'command_key',
      'survey',
      'login_code',
      'session',
    ] as const
    for (const table of tables) {
      const rows = JSON.stringify(await world.db.selectFrom(table).selectAll().execute())
      expect([table, rows.includes(phone), rows.includes('resident-1 的名字')]).toEqual([table, false, false])
    }
    // Whoever comes back through WeChat is somebody new.
    const back = await world.ok('resident-1', 'account.me', {})
    expect(back).toMatchObject({ name: '微信用户', rooms: [] })
    expect((await world.ok('resident-1', 'ticket.list', { scope: 'mine' })).items).toEqual([])
  })

  tell('it takes the word for it, and staff hand over first', async world => {
    const erase = { idempotencyKey: aKey(), confirm: '注销' as const }
    expect(await world.refusal('steward-1', 'account.eraseMe', erase)).toBe('wrongState')
    const { answer } = await world.call('resident-1', 'account.eraseMe', { ...erase, confirm: '好' })
    expect(answer).toMatchObject({ error: { code: 'invalidRequest', fields: { confirm: expect.anything() } } })
    expect(await world.ok('resident-1', 'account.me', {})).toMatchObject({ phone })
  })
})
