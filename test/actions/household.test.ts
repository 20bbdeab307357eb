import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const list = async (world: World, person: string) => (await world.ok(person, 'ticket.list', { scope: 'mine' })).items
const ids = async (world: World, person: string) => (await list(world, person)).map(({ ticketId }) => ticketId)

describeWorld('one household follows its matters together (D-AC-2)', tell => {
  tell('what one files about the home stands in the list of the other, marked, and can be added to', async world => {
    const photo = await world.photo('resident-1')
    const ticketId = await world.file('resident-1', { photos: [photo] })
    expect(await list(world, 'family-1')).toMatchObject([
      { ticketId, ofFamily: true, forFamily: null, place: 'room-101', text: '厨房天花板漏水' },
    ])
    expect(await list(world, 'resident-1')).toMatchObject([{ ticketId, ofFamily: false }])
    const view = await world.get('family-1', ticketId)
    expect(view).toMatchObject({ ofFamily: true, following: false, complainant: { mine: false } })
    expect(view.complainant?.phone).toContain('****')
    expect(view.photos.before).toHaveLength(1)
    expect(view.allowedActions).toEqual(['urge', 'supplement'])

    await world.act('family-1', ticketId, 'supplement', { text: '卧室也开始滴了' })
    await world.act('family-1', ticketId, 'urge', { text: '老人在家' })
    for (const person of ['resident-1', 'family-1', 'steward-1']) {
      const { timeline } = await world.get(person, ticketId)
      const said = timeline.filter(({ type }) => type === 'supplemented' || type === 'urged')
      expect(said.map(({ title, text, actor, byFamily }) => [title, text, actor?.name, byFamily])).toEqual([
        ['家人补充说明', '卧室也开始滴了', 'family-1 的名字', true],
        ['家人催一催', '老人在家', 'family-1 的名字', true],
      ])
    }
    expect(await world.inbox('steward-1')).toEqual(expect.arrayContaining(['业主补充了说明', '业主催办']))
    // It was no member of staff who spoke: nobody has been answered yet.
    const { deadlines } = await world.get('clerk-1', ticketId)
    expect(deadlines.find(({ kind }) => kind === 'firstReply')).toMatchObject({ metAt: null })
  })

  tell('nobody else of the room sees or does any of it: a lodger, a neighbour, whoever has moved out', async world => {
    const ticketId = await world.file()
    for (const person of ['lodger-1', 'resident-2', 'resident-9']) {
      expect([person, await world.refusal(person, 'ticket.get', { ticketId })]).toEqual([person, 'notFound'])
      expect(await world.refuses(person, ticketId, 'supplement', { text: '看看' })).toBe('notFound')
      expect(await world.refusal(person, 'ticket.follow', { ticketId, follows: true })).toBe('notFound')
      expect(await ids(world, person)).toEqual([])
    }
    await world.ok('family-1', 'ticket.follow', { ticketId, follows: true })
    await world.act('steward-1', ticketId, 'accept', {})
    const heard = await world.inbox('family-1')
    await world.db.deleteFrom('residency').where('person_id', '=', world.ids('family-1')).execute()
    expect(await world.refusal('family-1', 'ticket.get', { ticketId })).toBe('notFound')
    expect(await ids(world, 'family-1')).toEqual([])
    await world.act('steward-1', ticketId, 'reply', { text: '明天上午到' })
    expect(await world.inbox('family-1')).toEqual(heard)
  })

  tell(
    'what is hidden, kept to oneself, not of the home or between neighbours is seen by nobody of the family',
    async world => {
      const hidden = [
        await world.file('resident-1', { anonymous: true }),
        await world.file('resident-1', { keptToMyself: true }),
        await world.file('resident-1', { placeId: world.ids('garden') }),
        await world.file('resident-1', { category: 'neighbour' }),
      ]
      const shared = await world.file()
      expect(await ids(world, 'family-1')).toEqual([shared])
      for (const ticketId of hidden)
        expect(await world.refusal('family-1', 'ticket.get', { ticketId })).toBe('notFound')
      // The desk finds that it is between neighbours after all.
      await world.act('clerk-1', shared, 'reclassify', {
        category: 'neighbour',
        urgency: 'normal',
        reason: '说的是楼上邻居',
      })
      expect(await world.refusal('family-1', 'ticket.get', { ticketId: shared })).toBe('notFound')
      expect(await ids(world, 'family-1')).toEqual([])
      expect((await ids(world, 'resident-1')).length).toBe(5)
    },
  )

  tell('whoever has asked for it is told how it goes on, in words for the family', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    expect(await world.inbox('family-1')).toEqual([])
    expect(await world.ok('family-1', 'ticket.follow', { ticketId, follows: true })).toEqual({ following: true })
    expect((await world.get('family-1', ticketId)).following).toBe(true)
    await world.act('steward-1', ticketId, 'reply', { text: '明天上午到' })
    expect(await world.inbox('family-1')).toEqual(['家人反映的事：有新的回复'])
    await world.ok('family-1', 'ticket.follow', { ticketId, follows: false })
    await world.act('steward-1', ticketId, 'reply', { text: '已经在路上' })
    expect(await world.inbox('family-1')).toHaveLength(1)
    // The filer is told anyway.
    expect(await world.refusal('resident-1', 'ticket.follow', { ticketId, follows: true })).toBe('forbidden')
  })

  tell('what one has said on a matter of the family is in the data one takes along (D-AR-2)', async world => {
    const ticketId = await world.file()
    await world.file()
    await world.act('family-1', ticketId, 'supplement', { text: '卧室也开始滴了' })
    const { number } = await world.ticket(ticketId)
    const { tickets } = await world.ok('family-1', 'account.exportMyData', {})
    expect(tickets).toMatchObject([{ number, contact: null, messages: [{ text: '卧室也开始滴了' }] }])
    expect((await world.ok('lodger-1', 'account.exportMyData', {})).tickets).toEqual([])
  })

  tell('only who filed it rates it, withdraws it or has it taken up again', async world => {
    const ticketId = await world.verified()
    expect((await world.get('family-1', ticketId)).surveyOpen).toBe(false)
    expect((await world.ok('family-1', 'survey.list', {})).items).toEqual([])
    const rating = { ticketId, idempotencyKey: aKey(), reception: 1, measures: 1, result: 1, solved: false }
    expect(await world.refusal('family-1', 'survey.answer', rating)).toBe('forbidden')
    expect(await world.refuses('family-1', ticketId, 'reopen', { reason: '没修好' })).toBe('forbidden')
    await world.answer('resident-1', ticketId)
    expect((await world.ticket(ticketId)).state).toBe('closed')
  })
})

describeWorld('filing for somebody of the family (D-AC-2)', tell => {
  tell('who has an account sees it wherever it is, and one of the two rates, once', async world => {
    const { rooms } = await world.ok('resident-1', 'account.me', {})
    const member = { personId: world.ids('family-1'), name: 'family-1 的名字', relation: 'family' }
    expect(rooms[0]?.household).toEqual([member])
    const forFamily = { personId: member.personId, relation: 'parent' as const }
    const ticketId = await world.file('resident-1', { forFamily, placeId: world.ids('garden') })
    expect(await list(world, 'family-1')).toMatchObject([{ ticketId, ofFamily: true, forFamily: 'parent' }])
    expect((await world.get('clerk-1', ticketId)).forFamily).toMatchObject({ name: member.name, relation: 'parent' })
  })

  tell('with the vote of whoever filed it, marked', async world => {
    const forFamily = { personId: world.ids('family-1'), relation: 'parent' as const }
    const mine = await world.verified('resident-1', { forFamily })
    expect((await world.ok('family-1', 'survey.list', {})).items.map(({ ticketId }) => ticketId)).toEqual([mine])
    await world.answer('family-1', mine)
    expect((await world.ticket(mine)).state).toBe('closed')
    const again = { ticketId: mine, idempotencyKey: aKey(), reception: 1, measures: 1, result: 1, solved: false }
    expect(await world.refusal('resident-1', 'survey.answer', again)).not.toBe('none')

    const other = await world.verified('resident-1', { forFamily: { name: '王桂英', relation: 'parent' } })
    expect((await world.get('resident-1', other)).forFamily).toEqual({ name: '王桂英', relation: 'parent', me: false })
    await world.answer('resident-1', other)
    const { timeline } = await world.get('clerk-1', other)
    expect(timeline.map(({ title }) => title)).toContain('替家人评价')
  })

  tell(
    'of somebody who is not of one’s household it is refused, and of an anonymous filing nothing is kept',
    async world => {
      const filing = (forFamily: object, some: object = {}) =>
        world.refusal('resident-1', 'ticket.file', {
          idempotencyKey: aKey(),
          kind: 'request',
          category: 'leak',
          text: '漏水',
          placeId: world.ids('room-101'),
          forFamily: { relation: 'parent', ...forFamily },
          ...some,
        })
      for (const person of ['lodger-1', 'resident-2', 'resident-1'])
        expect([person, await filing({ personId: world.ids(person) })]).toEqual([person, 'unknownPerson'])
      expect(await filing({})).toBe('invalidRequest')
      expect(await filing({ name: '王桂英' })).toBe('none')
      const ticketId = await world.file('resident-1', {
        anonymous: true,
        forFamily: { name: '王桂英', relation: 'parent' },
      })
      expect((await world.get('resident-1', ticketId)).forFamily).toBeNull()
      const kept = await world.db.selectFrom('contact').select('for_name').where('ticket_id', '=', ticketId).execute()
      expect(kept).toEqual([])
    },
  )

  tell('the name goes with the account of whoever filed it', async world => {
    const ticketId = await world.file('resident-1', { forFamily: { name: '王桂英', relation: 'parent' } })
    await world.ok('resident-1', 'account.eraseMe', { idempotencyKey: aKey(), confirm: '注销' })
    const kept = await world.db.selectFrom('contact').select('for_name').where('ticket_id', '=', ticketId).execute()
    expect(kept).toEqual([{ for_name: null }])
  })
})
