import { day } from '../builders/clock'
import { personNames, phoneOf } from '../builders/estate'
import { type World, aKey } from '../builders/world'
import { describeWorld } from '../support/describe-world'

type Ticket = 'b1' | 'b2' | 'elsewhere'

/** Who may see which of three tickets (docs/rules.md, Posts); whoever is not named sees none. */
const sees: Readonly<Record<string, readonly Ticket[]>> = {
  'resident-1': ['b1'],
  // D-AC-2: of the same household, as the lodger of the same room is not.
  'family-1': ['b1'],
  'resident-3': ['b2'],
  'resident-9': ['elsewhere'],
  'steward-1': ['b1'],
  'steward-2': ['b2'],
  'steward-9': ['elsewhere'],
  'service-head': ['b1', 'b2'],
  'clerk-1': ['b1', 'b2'],
  'clerk-2': ['b1', 'b2'],
  'assistant-1': ['b1', 'b2'],
  'manager-1': ['b1', 'b2'],
  'quality-1': ['b1', 'b2', 'elsewhere'],
  'supervisor-1': ['b1', 'b2', 'elsewhere'],
  'clerk-9': ['elsewhere'],
  'clerk-at-home': ['elsewhere'],
}

/** Whose desk lists which of them: what they may see, wherever in the company it is. */
const lists: Readonly<Record<string, readonly Ticket[] | 'forbidden'>> = sees
const withoutDesk = /^(resident|family|lodger|admin)/

const three = async (world: World): Promise<Readonly<Record<Ticket, string>>> => ({
  b1: await world.file(),
  b2: await world.file('resident-3', { placeId: world.ids('room-201') }),
  elsewhere: await world.file('resident-9', { placeId: world.ids('room-901') }),
})
const entries = (tickets: Readonly<Record<Ticket, string>>) => Object.entries(tickets) as [Ticket, string][]

describeWorld('who may see a ticket', tell => {
  tell('everybody gets what is theirs, and for all others it does not exist', async world => {
    const tickets = await three(world)
    for (const person of personNames)
      for (const [name, ticketId] of entries(tickets)) {
        const visible = sees[person]?.includes(name) ?? false
        const asked = await world.refusal(person, 'ticket.get', { ticketId })
        const commanded = await world.refuses(person, ticketId, 'note', { text: '备注' })
        const own = visible && withoutDesk.test(person)
        const noted = visible ? (own || person === 'supervisor-1' ? 'forbidden' : 'none') : 'notFound'
        expect([person, name, asked, commanded]).toEqual([person, name, visible ? 'none' : 'notFound', noted])
      }
  })

  tell('a desk lists its own tickets, whoever has none is refused', async world => {
    const tickets = await three(world)
    for (const person of personNames) {
      const { answer } = await world.call(person, 'ticket.list', { scope: 'center' })
      if (withoutDesk.test(person)) {
        expect([person, answer]).toMatchObject([person, { error: { code: 'forbidden' } }])
        continue
      }
      const { items } = await world.ok(person, 'ticket.list', { scope: 'center' })
      const names = entries(tickets).flatMap(([name, id]) => (items.some(item => item.ticketId === id) ? [name] : []))
      expect([person, names]).toEqual([person, lists[person] ?? []])
      const wanted = (await world.ok(person, 'ticket.summary', {})).queues.unaccepted
      expect([person, wanted]).toEqual([person, names.length])
    }
  })

  tell("the list of one's own holds nothing of others", async world => {
    const tickets = await three(world)
    for (const person of personNames) {
      const { items } = await world.ok(person, 'ticket.list', { scope: 'mine' })
      const own = {
        'resident-1': tickets.b1,
        'family-1': tickets.b1,
        'resident-3': tickets.b2,
        'resident-9': tickets.elsewhere,
      }[person]
      expect([person, items.map(item => item.ticketId)]).toEqual([person, own ? [own] : []])
    }
  })

  tell('whoever may see a ticket need not be able to act on it', async world => {
    const ticketId = await world.file()
    expect(await world.refuses('steward-2', ticketId, 'accept', {})).toBe('notFound')
    for (const person of ['resident-1', 'clerk-1', 'manager-1', 'supervisor-1', 'service-head'])
      expect([person, await world.refuses(person, ticketId, 'accept', {})]).toEqual([person, 'forbidden'])
    await world.act('steward-1', ticketId, 'accept', {})
    expect(await world.refuses('steward-1', ticketId, 'accept', {})).toBe('wrongState')
    expect(await world.refuses('steward-1', ticketId, 'supplement', { text: '补充' })).toBe('forbidden')
    expect(await world.refuses('assistant-1', ticketId, 'dispatch', { departmentId: 'engineering' })).toBe('forbidden')
    expect(await world.refusal('resident-1', 'ticket.candidates', { ticketId })).toBe('forbidden')
    expect(await world.refusal('steward-2', 'ticket.candidates', { ticketId })).toBe('notFound')
    expect(await world.refusal('steward-2', 'ticket.revealContact', { ticketId, idempotencyKey: aKey() })).toBe(
      'notFound',
    )
    expect(await world.refusal('assistant-1', 'ticket.revealContact', { ticketId, idempotencyKey: aKey() })).toBe(
      'forbidden',
    )
  })

  tell('the handler neither verifies nor rates nor exempts own work', async world => {
    const ticketId = await world.file()
    await world.act('manager-1', ticketId, 'transfer', { assigneeId: world.ids('clerk-1'), reason: '客服直接处理' })
    await world.act('clerk-1', ticketId, 'accept', {})
    await world.act('clerk-1', ticketId, 'complete', {
      summary: '已处理',
      cause: { factor: 'people' },
      verdict: 'partly',
      responsibleParty: 'own',
    })
    expect(await world.refuses('clerk-1', ticketId, 'verify', {})).toBe('forbidden')
    await world.act('clerk-2', ticketId, 'verify', {})
    expect(await world.refuses('clerk-1', ticketId, 'recordCallback', { result: 'unreached' })).toBe('forbidden')
    expect(await world.refuses('clerk-1', ticketId, 'exempt', { reason: 'sensitive', text: '略' })).toBe('forbidden')
    // Each try is there for supervision to count, once a day (D-CB-6), and so is one without anything to rest on (D-CB-2).
    const unfounded = { reason: 'unreachable', text: '打不通' } as const
    for (const _try of [1, 2]) expect(await world.refuses('clerk-2', ticketId, 'exempt', unfounded)).toBe('unfounded')
    const { findings = [] } = await world.ticket(ticketId)
    expect(findings.map(({ finding, personId }) => [finding, personId])).toEqual([
      ['ownCallback', world.ids('clerk-1')],
      ['ownExemption', world.ids('clerk-1')],
      ['skippedAttempts', world.ids('clerk-2')],
    ])
    const told = await world.ok('resident-1', 'ticket.get', { ticketId })
    expect(told.timeline.map(({ type }) => type)).not.toContain('findingNoted')
  })

  tell(
    'quality and supervisors choose a center or see them all, and supervisors change nothing (D-PO-2)',
    async world => {
      const { b1, b2, elsewhere } = await three(world)
      const listed = async (person: string, center?: string) => {
        const centerId = center === undefined ? {} : { centerId: world.ids(center) }
        const { items } = await world.ok(person, 'ticket.list', { scope: 'center', ...centerId })
        const { queues } = await world.ok(person, 'ticket.summary', centerId)
        return [items.map(({ ticketId }) => ticketId), queues.unaccepted + queues.triage]
      }
      for (const person of ['quality-1', 'supervisor-1']) {
        expect(await listed(person)).toEqual([[elsewhere, b2, b1], 3])
        expect(await listed(person, 'center-1')).toEqual([[b2, b1], 2])
        expect(await listed(person, 'center-2')).toEqual([[elsewhere], 1])
        const asked = { scope: 'center', centerId: world.ids('center-x') } as const
        expect(await world.refusal(person, 'ticket.list', asked)).toBe('forbidden')
      }
      const asked = { scope: 'center', centerId: world.ids('center-2') } as const
      expect(await world.refusal('clerk-1', 'ticket.list', asked)).toBe('forbidden')
      const { items } = await world.ok('supervisor-1', 'ticket.list', { scope: 'center' })
      expect(items.map(({ allowedActions }) => allowedActions)).toEqual([[], [], []])
    },
  )

  tell('what no row has the id of, and no id at all, are not found', async world => {
    for (const ticketId of [world.ids('nothing'), 'no-id', (await world.file()).toUpperCase()]) {
      expect(await world.refusal('clerk-1', 'ticket.get', { ticketId })).toBe('notFound')
      expect(await world.refuses('clerk-1', ticketId, 'accept', {})).toBe('notFound')
    }
    expect(await world.refusal(null, 'ticket.list', { scope: 'mine' })).toBe('unauthenticated')
  })

  tell('somebody who moved away still sees, and rates, own matters', async world => {
    const ticketId = await world.verified()
    await world.db.deleteFrom('residency').where('person_id', '=', world.ids('resident-1')).execute()
    expect(await world.get('resident-1', ticketId)).toMatchObject({ surveyOpen: true })
    expect(await world.answer('resident-1', ticketId)).toEqual({ state: 'closed' })
  })
})

describeWorld('who may know who complained', tell => {
  const traces = (world: World) => ['resident-1 的名字', phoneOf('resident-1'), world.ids('resident-1')]
  const told = async (world: World, person: string, ticketId: string) =>
    JSON.stringify([await world.get(person, ticketId), await world.ok(person, 'ticket.list', { scope: 'center' })])

  tell('an anonymous filer is hidden from everybody', async world => {
    const ticketId = await world.file('resident-1', { anonymous: true, contact: '13900001234' })
    await world.act('resident-1', ticketId, 'supplement', { text: '补充' })
    for (const person of ['steward-1', 'clerk-1', 'manager-1', 'quality-1', 'supervisor-1']) {
      const text = await told(world, person, ticketId)
      for (const trace of traces(world)) expect(text).not.toContain(trace)
      expect((await world.get(person, ticketId)).complainant).toBeNull()
      if (person !== 'supervisor-1')
        expect(await world.refusal(person, 'ticket.revealContact', { ticketId, idempotencyKey: aKey() })).toBe(
          'forbidden',
        )
    }
    expect((await world.get('resident-1', ticketId)).complainant).toMatchObject({ mine: true })
    expect(await world.db.selectFrom('contact').selectAll().execute()).toEqual([])
  })

  tell(
    'nor does anything that staff read name the room of somebody hidden, unless that one says so (D-IN-3)',
    async world => {
      const staff = ['steward-1', 'service-head', 'clerk-1', 'manager-1', 'quality-1', 'supervisor-1']
      const filings = [{ anonymous: true }, { category: 'neighbour' }] as const
      const ids: string[] = []
      for (const some of filings) ids.push(await world.file('resident-1', some))
      for (const ticketId of ids) await world.act('resident-1', ticketId, 'supplement', { text: '补充' })
      await world.act('manager-1', ids[0] ?? '', 'supervise', { text: '请今天处理' })
      await world.pass(5 * day)
      for (const person of staff) {
        const read: unknown[] = [await world.ok(person, 'ticket.list', { scope: 'center' })]
        for (const ticketId of ids) read.push((await world.call(person, 'ticket.get', { ticketId })).answer)
        read.push(await world.ok(person, 'notice.list', { limit: 50 }))
        if (person !== 'steward-1' && person !== 'clerk-1') read.push(await world.ok(person, 'center.overview', {}))
        if (person === 'manager-1') read.push(await world.ok(person, 'center.escalations', {}))
        const text = JSON.stringify(read)
        expect([person, text.includes('room-101'), text.includes(world.ids('room-101'))]).toEqual([
          person,
          false,
          false,
        ])
        const found = await world.ok(person, 'ticket.list', { scope: 'center', text: 'room-101' })
        expect([person, found.items]).toEqual([person, []])
      }
      expect((await world.get('clerk-1', ids[0] ?? '')).place).toEqual({ placeId: world.ids('b1'), name: 'b1' })
      expect((await world.get('resident-1', ids[0] ?? '')).place.name).toBe('room-101')
      const open = await world.file('resident-1', { anonymous: true, roomMayBeKnown: true })
      expect((await world.get('steward-1', open)).place.name).toBe('room-101')
      const inWords = await world.file('resident-1', { anonymous: true, placeId: undefined, placeText: '1 栋 101' })
      expect((await world.get('clerk-1', inWords)).place).toEqual({ placeId: null, name: '具体位置未公开' })
    },
  )

  tell('in a neighbour dispute the steward does not learn who it was, the clerk does', async world => {
    const ticketId = await world.file('resident-1', { category: 'neighbour', placeId: world.ids('b1') })
    for (const person of ['steward-1', 'supervisor-1']) {
      const text = await told(world, person, ticketId)
      for (const trace of traces(world)) expect(text).not.toContain(trace)
    }
    expect(await world.refusal('steward-1', 'ticket.revealContact', { ticketId, idempotencyKey: aKey() })).toBe(
      'forbidden',
    )
    expect((await world.get('clerk-1', ticketId)).complainant).toMatchObject({ name: 'resident-1 的名字' })
  })

  tell('the number is masked until somebody asks, and asking is recorded', async world => {
    const ticketId = await world.file()
    const phone = phoneOf('resident-1')
    expect(await told(world, 'steward-1', ticketId)).not.toContain(phone)
    expect((await world.get('resident-1', ticketId)).complainant?.phone).toBe(phone)
    const shown = await world.ok('steward-1', 'ticket.revealContact', { ticketId, idempotencyKey: aKey() })
    expect(shown.phone).toBe(phone)
    const entry = (await world.get('manager-1', ticketId)).timeline.at(-1)
    expect(entry).toMatchObject({ type: 'contactRevealed', actor: { id: world.ids('steward-1') }, internal: true })
    expect((await world.get('resident-1', ticketId)).timeline.map(({ type }) => type)).not.toContain('contactRevealed')
  })

  tell('staff talk among themselves', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'note', { text: '这户常投诉' })
    const seen = await world.get('resident-1', ticketId)
    expect(JSON.stringify(seen)).not.toContain('这户常投诉')
    expect(seen.route).toBeNull()
    expect((await world.get('clerk-1', ticketId)).timeline.at(-1)).toMatchObject({ internal: true, text: '这户常投诉' })
  })

  tell('an anonymous rating is kept from the handler until the round ends', async world => {
    const first = await world.file()
    const second = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', second, 'merge', { into: first })
    await world.finish(first)
    await world.answer('resident-2', first, { anonymous: true, text: '态度一般' })
    const types = async () => (await world.get('steward-1', first)).timeline.map(({ type }) => type)
    expect(await types()).not.toContain('surveyAnswered')
    await world.answer('resident-1', first)
    expect(await types()).toContain('surveyAnswered')
  })
})

describeWorld('where something may be filed', tell => {
  const filingAt = (world: World, person: string, place: string, some: object = {}) =>
    world.refusal(person, 'ticket.file', {
      idempotencyKey: aKey(),
      kind: 'complaint',
      category: 'leak',
      placeId: world.ids(place),
      text: '漏水',
      ...some,
    })
  const phoned = { onBehalf: { channel: 'phone' } }

  tell("residents name their own rooms and what is everybody's", async world => {
    expect(await filingAt(world, 'resident-1', 'room-101')).toBe('none')
    expect(await filingAt(world, 'resident-1', 'b1-lobby')).toBe('none')
    for (const place of ['room-102', 'room-201', 'room-901', 'nothing'])
      expect([place, await filingAt(world, 'resident-1', place)]).toEqual([place, 'unknownPlace'])
    expect(await filingAt(world, 'admin-at-home', 'room-101')).toBe('unknownPlace')
    expect(await filingAt(world, 'clerk-at-home', 'room-101')).toBe('unknownPlace')
    const { places } = await world.ok('resident-1', 'account.me', {})
    expect(places.map(place => place.name)).toEqual(['room-101', 'estate', 'garden', 'b1', 'b1-lobby', 'b2'])
  })

  tell('staff record for others where they work', async world => {
    expect(await filingAt(world, 'steward-1', 'room-201', phoned)).toBe('none')
    expect(await filingAt(world, 'quality-1', 'room-901', phoned)).toBe('none')
    expect(await filingAt(world, 'clerk-at-home', 'room-901', phoned)).toBe('none')
    expect(await filingAt(world, 'clerk-at-home', 'room-102', phoned)).toBe('forbidden')
    expect(await filingAt(world, 'resident-1', 'room-101', phoned)).toBe('forbidden')
    expect(await filingAt(world, 'admin-at-home', 'room-201', phoned)).toBe('forbidden')
    expect(await filingAt(world, 'supervisor-1', 'b1', phoned)).toBe('forbidden')
    expect(await filingAt(world, 'clerk-1', 'room-901', phoned)).toBe('unknownPlace')
  })

  tell("media have to be one's own, unused, and of the kind of their field", async world => {
    const others = await world.photo('resident-2')
    const own = await world.photo()
    const used = await world.photo()
    await world.file('resident-1', { photos: [used] })
    const film = await world.photo()
    await world.db.updateTable('media').set({ kind: 'video' }).where('id', '=', film).execute()
    const media = [{ photos: [others] }, { photos: [used] }, { photos: [own, own] }, { photos: ['no-id'] }]
    for (const some of [...media, { photos: [film] }, { recording: own }, { photos: [own, world.ids('none')] }])
      expect([some, await filingAt(world, 'resident-1', 'room-101', some)]).toEqual([some, 'unknownMedia'])
    expect(await world.db.selectFrom('ticket').select('id').execute()).toHaveLength(1)
    expect(await filingAt(world, 'resident-1', 'room-101', { photos: [own], recording: film })).toBe('none')
    const ticketId = await world.file()
    expect(await world.refuses('resident-1', ticketId, 'supplement', { text: '补', photos: [own] })).toBe(
      'unknownMedia',
    )
  })
})

describeWorld('two companies on one platform (docs/rules.md, Posts)', tell => {
  tell('whoever works for one and lives with the other is there a resident and nothing else', async world => {
    const at = world.clock.now()
    const lives = (person: string) => ({
      center_id: world.ids('center-1'),
      person_id: world.ids(person),
      place_id: world.ids('room-201'),
      relation: 'owner' as const,
      household_id: world.ids(`household of ${person}`),
      since: at,
    })
    await world.db
      .insertInto('residency')
      .values([lives('quality-x'), lives('clerk-x')])
      .execute()
    const ticketId = await world.file()
    for (const person of ['quality-x', 'clerk-x']) {
      expect([person, await world.refusal(person, 'ticket.get', { ticketId })]).toEqual([person, 'notFound'])
      expect(await world.refuses(person, ticketId, 'note', { text: '看看' })).toBe('notFound')
      const { items } = await world.ok(person, 'ticket.list', { scope: 'center' })
      expect(items).toEqual([])
      // Their own room they may name; a neighbour's is as unknown as to any resident.
      const filing = { kind: 'request' as const, category: 'leak', text: '漏水', idempotencyKey: aKey() }
      expect(await world.refusal(person, 'ticket.file', { ...filing, placeId: world.ids('room-101') })).not.toBe('none')
    }
    // Of their own company's sister centers, quality sees everything.
    expect(await world.refusal('quality-1', 'ticket.get', { ticketId })).toBe('none')
  })
})
