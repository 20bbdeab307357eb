import { expectConsistent } from '../support/consistency'
import crypto from 'node:crypto'
import { type KyselyPlugin, type RootOperationNode } from 'kysely'
import type { Dispatched } from '../../cloud/functions/failure'
import type { Command } from '../../types/vocabulary'
import { day, march, minute } from '../builders/clock'
import { type World, aKey, satisfied, someCompletion, unsatisfied } from '../builders/world'
import { describeWorld, describeWorldOnEachEngine } from '../support/describe-world'

const codes = (all: readonly Dispatched[]): readonly string[] =>
  all.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code)).sort()
const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index))

const filing = (world: World, some: object = {}) => ({
  idempotencyKey: aKey(),
  kind: 'complaint',
  category: 'leak',
  placeId: world.ids('room-101'),
  text: '漏水',
  ...some,
})
const countTickets = async (world: World) => (await world.db.selectFrom('ticket').select('id').execute()).length

/** The first statement that writes to `table` fails as if two transactions had collided. */
const failsOnce = (table: string): KyselyPlugin & { readonly failed: () => number } => {
  let failed = 0
  const writesTo = (node: RootOperationNode): boolean => JSON.stringify(node).includes(`insert into ${table} (`)
  return {
    failed: () => failed,
    transformQuery: ({ node }) => {
      if (failed === 0 && node.kind === 'RawNode' && writesTo(node)) {
        failed += 1
        throw Object.assign(new Error('could not serialize access'), { code: '40001' })
      }
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

describeWorldOnEachEngine('one key, one effect', tell => {
  tell('eight filings at once under one key are one ticket with one answer', async world => {
    const request = filing(world, { photos: [await world.photo()] })
    const answers = await Promise.all(times(8, () => world.call('resident-1', 'ticket.file', request)))
    expect(codes(answers)).toEqual(times(8, () => 'ok'))
    // The first answer is given again, field for field; a serverTime of its own stands beside it.
    for (const { answer } of answers)
      expect(answer).toMatchObject({ data: answers[0]?.answer.ok && answers[0].answer.data })
    expect(await countTickets(world)).toBe(1)
    expect(await world.inbox('steward-1')).toHaveLength(1)
  })

  tell('the key with other content is a conflict, at once and later, and writes nothing', async world => {
    const request = filing(world)
    const other = { ...request, text: '不是这句' }
    const [one, two] = await Promise.all([
      world.call('resident-1', 'ticket.file', request),
      world.call('resident-1', 'ticket.file', other),
    ])
    expect(codes([one, two])).toEqual(['idempotencyConflict', 'ok'])
    const loser = one.answer.ok ? other : request
    expect(codes([await world.call('resident-1', 'ticket.file', loser)])).toEqual(['idempotencyConflict'])
    expect(await countTickets(world)).toBe(1)
    // A key is its owner's: somebody else may happen to make the same one.
    expect(
      codes([await world.call('resident-2', 'ticket.file', { ...request, placeId: world.ids('room-102') })]),
    ).toEqual(['ok'])
  })

  tell('a command repeated at once and later is carried out once', async world => {
    const ticketId = await world.file()
    const accept = world.request(ticketId, 'accept', {})
    const answers = await Promise.all(times(4, () => world.call('steward-1', 'ticket.act', accept)))
    expect(codes(answers)).toEqual(times(4, () => 'ok'))
    const reply = world.request(ticketId, 'reply', { text: '下午上门' })
    await Promise.all(times(4, () => world.call('steward-1', 'ticket.act', reply)))
    await world.act('steward-1', ticketId, 'complete', someCompletion)
    const late = await world.call('steward-1', 'ticket.act', accept)
    expect(late.answer).toMatchObject({ ok: true, data: { state: 'inProgress' } })
    expect(await world.events(ticketId)).toEqual(['filed', 'assigned', 'accepted', 'replied', 'completed'])
    const reused = { ...reply, text: '换一句' }
    expect(codes([await world.call('steward-1', 'ticket.act', reused)])).toEqual(['idempotencyConflict'])
  })

  tell('a photo hangs on the first of two filings; the other leaves nothing behind', async world => {
    const photos = [await world.photo()]
    const both = times(2, () => world.call('resident-1', 'ticket.file', filing(world, { photos })))
    expect(codes(await Promise.all(both))).toEqual(['ok', 'unknownMedia'])
    expect(await countTickets(world)).toBe(1)
    expect(await world.db.selectFrom('deadline').select('ticket_id').distinct().execute()).toHaveLength(1)
  })

  tell('twenty filings at once are twenty tickets', async world => {
    const answers = await Promise.all(times(20, () => world.call('resident-1', 'ticket.file', filing(world))))
    expect(codes(answers)).toEqual(times(20, () => 'ok'))
    expect(await countTickets(world)).toBe(20)
  })

  tell('two filings that draw the same number get two', async world => {
    const drawn = [7, 7, 8]
    const draw = jest
      .spyOn(crypto as { randomInt(max: number): number }, 'randomInt')
      .mockImplementation(() => drawn.shift() ?? 9)
    try {
      await world.file()
      await world.file()
    } finally {
      draw.mockRestore()
    }
    const rows = await world.db.selectFrom('ticket').select('number').orderBy('number').execute()
    expect(rows.map(row => row.number)).toEqual(['260302000007', '260302000008'])
  })

  tell('a serialisation failure is tried again from the start', async world => {
    const ticketId = await world.file()
    const plugin = failsOnce('event')
    const collided = world.process({ db: world.db.withPlugin(plugin) })
    const reply = world.request(ticketId, 'reply', { text: '下午上门' })
    expect(codes([await world.call('steward-1', 'ticket.act', reply, collided)])).toEqual(['ok'])
    expect(plugin.failed()).toBe(1)
    expect(await world.events(ticketId)).toEqual(['filed', 'assigned', 'replied'])
  })
})

describeWorldOnEachEngine('two at one ticket', tell => {
  const both = (world: World, one: Parameters<World['call']>, other: Parameters<World['call']>) =>
    Promise.all([world.call(...one), world.call(...other)])

  tell('accepted twice by two keys: once', async world => {
    const ticketId = await world.file()
    const accept = () => ['steward-1', 'ticket.act', world.request(ticketId, 'accept', {})] as const
    expect(codes(await both(world, [...accept()], [...accept()]))).toEqual(['ok', 'wrongState'])
  })

  tell('two answers of one person: the first counts', async world => {
    const ticketId = await world.verified()
    const answer = (said: object): Parameters<World['call']> => [
      'resident-1',
      'survey.answer',
      { ticketId, idempotencyKey: aKey(), ...said },
    ]
    expect(codes(await both(world, answer(satisfied), answer(unsatisfied)))).toEqual(['ok', 'wrongState'])
    expect((await world.events(ticketId)).filter(type => type === 'surveyAnswered')).toHaveLength(1)
  })

  tell('completed by one and held by another: one of the two', async world => {
    const ticketId = await world.file()
    await world.act('steward-1', ticketId, 'accept', {})
    const answers = await both(
      world,
      ['steward-1', 'ticket.act', world.request(ticketId, 'complete', someCompletion)],
      ['clerk-1', 'ticket.act', world.request(ticketId, 'hold', { reason: 'awaitingPart' })],
    )
    expect(codes(answers)).toEqual(['ok', 'wrongState'])
  })

  tell('of two who saw the same version one is told that it has changed', async world => {
    const ticketId = await world.file()
    const { version } = await world.get('clerk-1', ticketId)
    const reply = (text: string) => ({ ...world.request(ticketId, 'reply', { text }), version })
    const answers = await both(world, ['clerk-1', 'ticket.act', reply('一')], ['clerk-2', 'ticket.act', reply('二')])
    expect(codes(answers)).toEqual(['ok', 'staleVersion'])
    expect(codes([await world.call('clerk-1', 'ticket.act', reply('三'))])).toEqual(['staleVersion'])
  })

  tell('an outcome rejected and reopened at once: one of the two, and it is open (D-CB-11)', async world => {
    const ticketId = await world.verified()
    await world.answer('resident-1', ticketId)
    const answers = await both(
      world,
      ['resident-1', 'ticket.act', world.request(ticketId, 'dispute', { text: '没有修好' })],
      ['clerk-1', 'ticket.act', world.request(ticketId, 'reopen', { reason: '来电说没有修好' })],
    )
    expect(codes(answers)).toEqual(['ok', 'wrongState'])
    const types = await world.events(ticketId)
    expect(types.filter(type => type === 'disputed' || type === 'reopened')).toHaveLength(1)
  })

  tell('merges that cross each other: one goes into the other, without a deadlock', async world => {
    const pairs: [string, string][] = []
    for (let index = 0; index < 5; index += 1)
      pairs.push([await world.file(), await world.file('resident-2', { placeId: world.ids('room-102') })])
    const merge = (from: string, into: string) =>
      world.call('clerk-1', 'ticket.act', world.request(from, 'merge', { into }))
    const crossed = await Promise.all(pairs.map(([one, other]) => Promise.all([merge(one, other), merge(other, one)])))
    for (const [index, answers] of crossed.entries()) {
      const outcome = codes(answers)
      expect(outcome).toContain('ok')
      expect(['notFound', 'wrongState']).toContain(outcome.find(code => code !== 'ok'))
      const states = await Promise.all((pairs[index] ?? []).map(async id => (await world.ticket(id)).state))
      expect(states.sort()).toEqual(['dispatched', 'merged'])
    }
  })

  tell('a merge undone twice at once, and while its person speaks: once, and nobody is lost (D-HD-8)', async world => {
    const first = await world.file()
    const second = await world.file('resident-2', { placeId: world.ids('room-102') })
    await world.act('clerk-1', second, 'merge', { into: first })
    const undo = () => world.call('clerk-1', 'ticket.act', world.request(second, 'undoMerge', {}))
    const speak = world.request(first, 'supplement', { text: '我家也漏' })
    const [one, other, spoken] = await Promise.all([undo(), undo(), world.call('resident-2', 'ticket.act', speak)])
    expect([...codes([one, other])].sort()).toEqual(['ok', 'wrongState'])
    expect((await world.ticket(second)).state).toBe('dispatched')
    const stays = (await world.ticket(first)).complainants.some(({ personId }) => personId === world.ids('resident-2'))
    // Whoever has said something there is still on the matter; whoever came too late had left it already.
    expect([spoken.answer.ok, stays]).toEqual([stays, spoken.answer.ok])
    await expectConsistent(world)
  })

  tell('a sweep and a command at once: what was due has fired, once, and the command is carried out', async world => {
    const ticketId = await world.file('resident-1', { category: 'lighting' })
    world.clock.set(march(3, '10:00'))
    const supplement = world.request(ticketId, 'supplement', { text: '还是没有人来' })
    const [swept, supplemented] = await Promise.all([world.sweep(), world.call('resident-1', 'ticket.act', supplement)])
    expect(supplemented.answer.ok).toBe(true)
    expect(swept.failed).toBe(0)
    const fired = (await world.events(ticketId)).filter(type => type === 'breached')
    // The acceptance and the reply had run out.
    expect(fired.length).toBeGreaterThan(0)
    expect((await world.events(ticketId)).at(-1)).toBe('supplemented')
  })

  tell('three sweeps at once, delivered twice, fire each step once', async world => {
    for (let index = 0; index < 6; index += 1) await world.file('resident-1', { category: 'lighting' })
    world.clock.set(march(4, '15:00'))
    const round = () => Promise.all(times(3, () => world.sweep(world.process())))
    const sweeps = [...(await round()), ...(await round()), await world.sweep()]
    expect(sweeps.map(({ failed }) => failed)).toEqual(times(7, () => 0))
    const since = world.clock.now()
    const written = await world.db.selectFrom('event').where('at', '=', since).select('type').execute()
    expect(written.length).toBe(sweeps.reduce((sum, sweep) => sum + sweep.fired, 0))
    expect(written.length).toBeGreaterThan(0)
    expect(written.length % 6).toBe(0)
    expect(await world.sweep()).toEqual({ tickets: 0, fired: 0, failed: 0, more: false })
    const late = await world.db
      .selectFrom('deadline')
      .where('next_fire_at', '<=', world.clock.now())
      .selectAll()
      .execute()
    expect(late).toEqual([])
  })
})

describeWorld('while a survey is out', tell => {
  type Call = Parameters<World['call']>
  /** Several times, each of the two beginning first as often as the other. */
  const races = async (
    race: (together: (one: Call, other: Call) => Promise<[string, string]>) => Promise<void>,
    world: World,
  ) => {
    const code = ({ answer }: Dispatched) => (answer.ok ? 'ok' : answer.error.code)
    for (let turn = 0; turn < 4; turn += 1)
      await race(async (one, other) => {
        if (turn % 2 === 0) {
          const [first, second] = await Promise.all([world.call(...one), world.call(...other)])
          return [code(first), code(second)]
        }
        const [second, first] = await Promise.all([world.call(...other), world.call(...one)])
        return [code(first), code(second)]
      })
  }
  let rings = 0
  const answer = (person: string, ticketId: string, said: object): Call => [
    person,
    'survey.answer',
    { ticketId, idempotencyKey: aKey(), ...said },
  ]
  const act = (person: string, ticketId: string, command: Command, fields: object): Call => [
    person,
    'ticket.act',
    { ...fields, ticketId, command, idempotencyKey: aKey() },
  ]
  const count = (events: readonly string[], ...types: readonly string[]) =>
    events.filter(type => types.includes(type)).length
  const ofNeighbour = (world: World) => world.file('resident-2', { placeId: world.ids('room-102') })
  /** Completed and being asked about, of two people. */
  const ofTwo = async (world: World): Promise<readonly [first: string, second: string]> => {
    const first = await world.file()
    const second = await ofNeighbour(world)
    await world.act('clerk-1', second, 'merge', { into: first })
    await world.finish(first)
    return [first, second]
  }

  tell('two people answer at once, one content and one not: closed or begun again, by whoever came first', world =>
    races(async together => {
      const [ticketId] = await ofTwo(world)
      const [content, not] = await together(
        answer('resident-1', ticketId, satisfied),
        answer('resident-2', ticketId, unsatisfied),
      )
      expect([content, not].sort()).toEqual(['ok', 'wrongState'])
      const events = await world.events(ticketId)
      expect(count(events, 'surveyAnswered')).toBe(1)
      expect([count(events, 'closed'), count(events, 'reopened')]).toEqual(content === 'ok' ? [1, 0] : [0, 1])
    }, world),
  )

  tell(
    'answered while the desk takes it up again: it is taken up, and the answer came before that or not at all',
    world =>
      races(async together => {
        const ticketId = await world.verified()
        const [said, again] = await together(
          answer('resident-1', ticketId, satisfied),
          act('clerk-2', ticketId, 'reopen', { reason: '来电说还在漏' }),
        )
        expect(again).toBe('ok')
        const after = (await world.events(ticketId)).filter(type =>
          ['surveyAnswered', 'closed', 'reopened'].includes(type),
        )
        expect([said, after]).toEqual(
          said === 'ok' ? ['ok', ['surveyAnswered', 'closed', 'reopened']] : ['wrongState', ['reopened']],
        )
        expect(await world.ticket(ticketId)).toMatchObject({ state: 'dispatched', cycle: 2, dissatisfied: 1 })
      }, world),
  )

  tell('merged into while it is being answered: it joins what still runs, or stays a matter of its own', world =>
    races(async together => {
      const ticketId = await world.verified()
      const other = await ofNeighbour(world)
      const [said, merged] = await together(
        answer('resident-1', ticketId, satisfied),
        act('clerk-1', other, 'merge', { into: ticketId }),
      )
      // What has ended is nothing to go into.
      expect([said, ['ok', 'notFound', 'wrongState'].includes(merged)]).toEqual(['ok', true])
      expect(await world.ticket(ticketId)).toMatchObject({ state: 'closed', ending: 'satisfied' })
      expect((await world.ticket(other)).state).toBe(merged === 'ok' ? 'merged' : 'dispatched')
      // Asked as well, where they came in time, and told that it is over.
      expect(count(await world.events(ticketId), 'joined')).toBe(merged === 'ok' ? 1 : 0)
      expect((await world.ok('resident-2', 'survey.list', {})).items).toEqual([])
    }, world),
  )

  tell('taken out while whoever came by it answers: their word counts where they were when it was said', world =>
    races(async together => {
      const [ticketId, other] = await ofTwo(world)
      const [said, undone] = await together(
        answer('resident-2', ticketId, unsatisfied),
        act('clerk-1', other, 'undoMerge', {}),
      )
      expect(undone).toBe('ok')
      expect((await world.ticket(other)).state).toBe('dispatched')
      const events = await world.events(ticketId)
      expect([said, count(events, 'surveyAnswered'), count(events, 'reopened')]).toEqual(
        said === 'ok' ? ['ok', 1, 1] : ['notFound', 0, 0],
      )
      const { state, complainants } = await world.ticket(ticketId)
      // Whoever has said something of it stays on the matter (D-HD-8).
      expect([state, complainants.length]).toEqual(said === 'ok' ? ['dispatched', 2] : ['callback', 1])
    }, world),
  )

  tell(
    'split off after the day while whoever came by it answers: their word counts where they were when it was said',
    world =>
      races(async together => {
        const [ticketId, other] = await ofTwo(world)
        world.clock.advance(day + minute)
        const [said, split] = await together(
          answer('resident-2', ticketId, unsatisfied),
          act('clerk-1', other, 'split', { reason: '不是同一处漏水' }),
        )
        const events = await world.events(ticketId)
        // Whoever came first has it: an answer leads the matter on, and a split takes its person out of the round.
        expect([
          said,
          split,
          count(events, 'surveyAnswered'),
          count(events, 'reopened'),
          count(events, 'separated'),
        ]).toEqual(said === 'ok' ? ['ok', 'ok', 1, 1, 1] : ['notFound', 'ok', 0, 0, 1])
        expect((await world.ticket(other)).state).toBe('dispatched')
        await expectConsistent(world)
      }, world),
  )

  tell('a wish not to be called is recorded while the call is on: heard, or asked no longer (D-CB-9)', world =>
    races(async together => {
      await world.ok('resident-1', 'account.setCallbackWish', { declined: false })
      const ticketId = await world.verified()
      const [wish, called] = await together(
        ['resident-1', 'account.setCallbackWish', { declined: true }],
        act('clerk-2', ticketId, 'recordCallback', { result: 'answered', answers: satisfied }),
      )
      expect(wish).toBe('ok')
      const events = await world.events(ticketId)
      expect([called === 'ok', count(events, 'surveyAnswered'), count(events, 'exempted')]).toEqual(
        called === 'ok' ? [true, 1, 0] : [false, 0, 1],
      )
      expect((await world.ticket(ticketId)).state).toBe(called === 'ok' ? 'closed' : 'quietPeriod')
    }, world),
  )

  tell('refused in one call while another about the same number is on: one outcome of each', world =>
    races(async together => {
      const phone = `1390000${String((rings += 1)).padStart(4, '0')}`
      const told = async () => {
        const ticketId = await world.file('clerk-1', { onBehalf: { channel: 'phone', name: '王阿姨', phone } })
        await world.finish(ticketId)
        return ticketId
      }
      const [one, other] = [await told(), await told()]
      const [refused, heard] = await together(
        act('clerk-2', one, 'recordCallback', { result: 'refused' }),
        act('manager-1', other, 'recordCallback', { result: 'answered', answers: satisfied }),
      )
      expect(refused).toBe('ok')
      expect((await world.ticket(one)).state).toBe('quietPeriod')
      const events = await world.events(other)
      expect([count(events, 'surveyAnswered'), count(events, 'closed'), count(events, 'quietPeriodStarted')]).toEqual(
        heard === 'ok' ? [1, 1, 0] : [0, 0, 1],
      )
    }, world),
  )
})
