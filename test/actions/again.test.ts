import { day } from '../builders/clock'
import { type World, aKey, unsatisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'
import { expectConsistent } from '../support/consistency'

/** A leak in room 101 that is done, and about which nobody may be asked. */
async function quiet(world: World): Promise<string> {
  const ticketId = await world.verified()
  await world.act('clerk-1', ticketId, 'exempt', { reason: 'sensitive', text: '家中有事' })
  return ticketId
}
const leak = (world: World, some: object = {}) => ({
  idempotencyKey: aKey(),
  kind: 'complaint' as const,
  category: 'leak',
  placeId: world.ids('room-101'),
  text: '同一个地方又漏了',
  ...some,
})
const earlier = async (world: World, person: string, some: object = {}) =>
  (await world.ok(person, 'ticket.earlier', { category: 'leak', placeId: world.ids('room-101'), ...some })).items
const stateOf = async (world: World, ticketId: string) => (await world.ticket(ticketId)).state
const count = async (world: World) => (await world.db.selectFrom('ticket').select('id').execute()).length

describeWorld('complained of again in the quiet period (D-CB-2, D-SLA-10)', tell => {
  tell('the same matter again: it is taken up, with the words and photos, and nothing new is filed', async world => {
    const ticketId = await quiet(world)
    expect(await earlier(world, 'resident-1')).toMatchObject([{ ticketId, place: 'room-101' }])
    expect(await earlier(world, 'clerk-1')).toMatchObject([{ ticketId }])
    expect(await earlier(world, 'resident-1', { category: 'lift' })).toEqual([])
    const photo = await world.photo()
    const receipt = await world.ok('resident-1', 'ticket.file', leak(world, { sameAs: ticketId, photos: [photo] }))
    expect(receipt).toMatchObject({ ticketId, state: 'dispatched', thanks: expect.stringContaining('重新处理') })
    expect(await world.ticket(ticketId)).toMatchObject({ cycle: 2, dissatisfied: 1 })
    expect(await count(world)).toBe(1)
    expect((await world.get('steward-1', ticketId)).news?.reopened).toMatchObject({ text: '同一个地方又漏了' })
    await expectConsistent(world)
  })

  tell('another matter leaves it quiet; nobody asked, and its quiet begins anew', async world => {
    const ticketId = await quiet(world)
    world.clock.advance(5 * day)
    const other = await world.ok('resident-1', 'ticket.file', leak(world, { another: true }))
    expect(other.maybeSameAs).toBeUndefined()
    const unasked = await world.ok('resident-1', 'ticket.file', leak(world))
    expect(unasked.maybeSameAs).toMatchObject([{ ticketId }])
    expect(await world.inbox('clerk-1')).toContain('可能是同一件事又出现了')
    await world.pass(3 * day)
    expect(await stateOf(world, ticketId)).toBe('quietPeriod')
    await world.pass(5 * day)
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'closed', ending: 'quiet' })
    await expectConsistent(world)
  })

  tell('a stranger learns nothing of it and takes up nothing', async world => {
    const ticketId = await quiet(world)
    const theirs = { placeId: world.ids('room-102') }
    expect(await earlier(world, 'resident-2', theirs)).toEqual([])
    for (const some of [
      { ...theirs, sameAs: ticketId },
      { ...theirs, sameAs: world.ids('resident-9') },
    ])
      expect(await world.refusal('resident-2', 'ticket.file', leak(world, some))).toBe('notFound')
    expect(await stateOf(world, ticketId)).toBe('quietPeriod')
  })

  tell('said twice at once it is taken up once', async world => {
    const ticketId = await quiet(world)
    const answers = await Promise.all([
      world.call('resident-1', 'ticket.file', leak(world, { sameAs: ticketId })),
      world.call('resident-1', 'ticket.file', leak(world, { sameAs: ticketId })),
    ])
    expect(answers.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['ok', 'wrongState'])
    expect((await world.events(ticketId)).filter(type => type === 'reopened')).toHaveLength(1)
    await expectConsistent(world)
  })

  tell(
    'a compensation above the limit is approved once, and is the resident’s to read only then (D-HD-7)',
    async world => {
      const ticketId = await world.verified()
      await world.answer('resident-1', ticketId, unsatisfied)
      await world.act('steward-1', ticketId, 'accept', {})
      await world.act('steward-1', ticketId, 'remedy', { kind: 'compensation', text: '赔偿地板', sum: 800 })
      const read = async () => (await world.ok('resident-1', 'ticket.get', { ticketId })).remedies
      expect([await read(), await world.inbox('manager-1')]).toEqual([[], expect.arrayContaining(['请您审批补偿'])])
      const approve = { ticketId, command: 'decideRemedy', decision: 'approve' } as const
      const answers = await Promise.all(
        ['manager-1', 'quality-1'].map(person =>
          world.call(person, 'ticket.act', { ...approve, idempotencyKey: aKey() }),
        ),
      )
      expect(answers.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['ok', 'wrongState'])
      expect(await read()).toMatchObject([{ kind: 'compensation', sum: 800, status: 'approved', approverName: null }])
      expect(await world.inbox('resident-1')).toContain('补救措施：补偿 800 元')
      await expectConsistent(world)
    },
  )
})
