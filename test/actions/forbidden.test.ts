import type { KyselyPlugin, RootOperationNode } from 'kysely'
import type { Dispatched } from '../../cloud/functions/failure'
import type { ErrorCode } from '../../types/errors'
import type { FindingKind } from '../../types/vocabulary'
import { day, march } from '../builders/clock'
import { type World, aKey, satisfied, unsatisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

/** Somebody tries what the rules forbid: what it is refused with, and what is on record afterwards. */
interface Try {
  readonly who: string
  readonly what: string
  readonly code: ErrorCode
  readonly finding: FindingKind
  /** The matter, as far as it has to be for the try to mean anything. */
  readonly matter: (world: World) => Promise<string>
  readonly call: (world: World, ticketId: string) => Promise<Dispatched>
}

const act =
  (who: string, command: string, fields: object): Try['call'] =>
  (world, ticketId) =>
    world.call(who, 'ticket.act', { ticketId, idempotencyKey: aKey(), command, ...fields })
const answers =
  (who: string, said: object = satisfied): Try['call'] =>
  (world, ticketId) =>
    world.call(who, 'survey.answer', { ticketId, idempotencyKey: aKey(), ...said })

const called = { result: 'answered', answers: satisfied } as const
const exempts = { reason: 'sensitive', text: '不便回访' } as const

/** Done by clerk-1, verified by clerk-2, and being asked about. */
async function doneByTheDesk(world: World): Promise<string> {
  const ticketId = await world.file()
  await world.act('manager-1', ticketId, 'transfer', { assigneeId: world.ids('clerk-1'), reason: '客服直接处理' })
  await world.finish(ticketId, 'clerk-1', 'clerk-2')
  return ticketId
}

/** Written down by clerk-1 for somebody with a telephone and no account; done by the steward. */
async function writtenDown(world: World): Promise<string> {
  const ticketId = await world.file('clerk-1', {
    onBehalf: { name: '王女士', phone: '10009990001', relation: 'owner', channel: 'phone' },
  })
  await world.finish(ticketId, 'steward-1', 'clerk-2')
  return ticketId
}

async function raised(world: World): Promise<string> {
  const ticketId = await world.file('resident-1', { category: 'attitude', placeId: undefined, placeText: '前台' })
  const as = { category: 'attitude', urgency: 'normal' } as const
  await world.act('clerk-2', ticketId, 'reclassify', { ...as, severity: 'hot', reason: '两户反映' })
  return ticketId
}

/** Two people are asked, and the first, who speaks for the matter, has still to be heard: the round goes on after the second. */
async function askedOfTwo(world: World): Promise<string> {
  const ticketId = await world.file()
  const neighbours = await world.file('resident-2', { placeId: world.ids('room-102') })
  await world.act('clerk-1', neighbours, 'merge', { into: ticketId })
  await world.finish(ticketId)
  await world.answer('resident-2', ticketId)
  return ticketId
}

async function closed(world: World): Promise<string> {
  const ticketId = await world.verified()
  for (const days of [3, 4, 5]) {
    world.clock.set(Math.max(march(days, '10:00'), world.clock.now() + day))
    await world.act('clerk-1', ticketId, 'recordCallback', { result: 'unreached' })
  }
  expect(await world.ticket(ticketId)).toMatchObject({ state: 'closed', ending: 'unreached' })
  return ticketId
}

async function archived(world: World): Promise<string> {
  const ticketId = await closed(world)
  await world.act('clerk-1', ticketId, 'archive', {})
  return ticketId
}

const verified = (world: World) => world.verified()

const row = (
  who: string,
  what: string,
  matter: Try['matter'],
  call: (who: string) => Try['call'],
  code: ErrorCode,
  finding: FindingKind,
): Try => ({ who, what, matter, call: call(who), code, finding })

const calling = (who: string) => act(who, 'recordCallback', called)
const exempting = (who: string) => act(who, 'exempt', exempts)
const unreachable = (who: string) => act(who, 'exempt', { reason: 'unreachable', text: '打不通' })

const tries: readonly Try[] = [
  // D-CB-6, of whoever did the work: at the desk, and with no post that calls at all.
  row('clerk-1', 'calls about own work', doneByTheDesk, calling, 'forbidden', 'ownCallback'),
  row('clerk-1', 'exempts own work', doneByTheDesk, exempting, 'forbidden', 'ownExemption'),
  row('clerk-1', 'rates own work', doneByTheDesk, answers, 'forbidden', 'ownCallback'),
  row('steward-1', 'calls about own work', verified, calling, 'forbidden', 'ownCallback'),
  row('steward-1', 'exempts own work', verified, exempting, 'forbidden', 'ownExemption'),
  row('steward-1', 'rates own work', verified, answers, 'forbidden', 'ownCallback'),
  // … and of whoever wrote it down.
  row('clerk-1', 'calls about what they wrote down', writtenDown, calling, 'forbidden', 'ownCallback'),
  row('clerk-1', 'exempts what they wrote down', writtenDown, exempting, 'forbidden', 'ownExemption'),
  row('clerk-1', 'rates for whom they wrote it down', writtenDown, answers, 'forbidden', 'ownCallback'),
  // D-CB-5: one answer of each who is asked, while they are asked.
  row(
    'resident-2',
    'answers a second time',
    askedOfTwo,
    who => answers(who, unsatisfied),
    'alreadyAnswered',
    'secondAnswer',
  ),
  row('resident-3', "rates a stranger's matter", verified, answers, 'notFound', 'strangersAnswer'),
  row('clerk-2', 'rates for a resident', verified, answers, 'forbidden', 'strangersAnswer'),
  // D-CB-2, D-CB-4.
  row('clerk-2', 'gives up without calling', verified, unreachable, 'unfounded', 'skippedAttempts'),
  row(
    'clerk-2',
    'says that it was settled on the spot',
    verified,
    who => act(who, 'exempt', { reason: 'settledOnSpot', text: '当场满意' }),
    'unfounded',
    'unfoundedExemption',
  ),
  row(
    'clerk-2',
    'says that somebody wants no calls',
    verified,
    who => act(who, 'exempt', { reason: 'declinedCallbacks', text: '不接受' }),
    'unfounded',
    'unfoundedExemption',
  ),
  // D-CL-3.
  row(
    'clerk-1',
    'lowers the severity without a word',
    raised,
    who => act(who, 'triage', { category: 'attitude', urgency: 'normal', severity: 'ordinary' }),
    'invalidRequest',
    'silentLowering',
  ),
  // Days pass before these.
  row('resident-1', 'answers when it is over', closed, answers, 'wrongState', 'lateAnswer'),
  row('resident-1', 'answers when it is archived', archived, answers, 'wrongState', 'lateAnswer'),
]

const tells = (world: World, ticketId: string) =>
  world.db
    .selectFrom('event')
    .where('ticket_id', '=', ticketId)
    .where('type', '=', 'findingNoted')
    .select('body')
    .orderBy('seq')
    .execute()

/** What a ticket is but for what was tried on it. */
async function matterOf(world: World, ticketId: string) {
  const { findings: _findings, version: _version, updatedAt: _updatedAt, ...matter } = await world.ticket(ticketId)
  return matter
}

describeWorld('what is forbidden is refused, changes nothing, and is on record (D-CB-6)', tell => {
  // One estate and one matter of each kind; whoever tries the same of it twice in a day has one finding.
  tell('each try, and the same try again', async world => {
    const made = new Map<Try['matter'], string>()
    const expected = new Map<string, Set<string>>()
    for (const { who, what, matter, call, code, finding } of tries) {
      const ticketId = made.get(matter) ?? (await matter(world))
      made.set(matter, ticketId)
      const found = expected.get(ticketId) ?? new Set()
      expected.set(ticketId, found.add(`${finding} ${world.ids(who)}`))
      const before = await matterOf(world, ticketId)
      for (const _try of [1, 2]) {
        const { answer } = await call(world, ticketId)
        expect([who, what, answer.ok ? 'ok' : answer.error.code]).toEqual([who, what, code])
      }
      expect([who, what, await matterOf(world, ticketId)]).toEqual([who, what, before])
      const { findings = [] } = await world.ticket(ticketId)
      expect([who, what, findings.map(one => `${one.finding} ${one.personId}`)]).toEqual([who, what, [...found]])
      expect([what, (await tells(world, ticketId)).length]).toEqual([what, found.size])
    }
  })

  tell('a try on another day is another finding', async world => {
    const ticketId = await world.verified()
    for (const days of [0, 1]) {
      world.clock.advance(days * day)
      expect(await world.refuses('steward-1', ticketId, 'exempt', { reason: 'sensitive', text: '不便' })).toBe(
        'forbidden',
      )
    }
    expect((await world.ticket(ticketId)).findings?.map(({ finding }) => finding)).toEqual([
      'ownExemption',
      'ownExemption',
    ])
  })

  tell('what is merely refused is no finding', async world => {
    const ticketId = await world.file()
    // Nobody has been asked yet, and nobody judges anything.
    expect(await world.refusal('resident-1', 'survey.answer', { ticketId, idempotencyKey: aKey(), ...satisfied })).toBe(
      'wrongState',
    )
    expect(await world.refuses('steward-1', ticketId, 'recordCallback', { result: 'unreached' })).toBe('forbidden')
    await world.finish(ticketId)
    const twice = { ticketId, idempotencyKey: aKey(), ...satisfied }
    await world.ok('resident-1', 'survey.answer', twice)
    // The same try sent again, since the answer was lost on the way.
    expect(await world.ok('resident-1', 'survey.answer', twice)).toEqual({ state: 'closed' })
    expect((await world.ticket(ticketId)).findings).toBeUndefined()
  })

  tell('whoever complains is named to nobody, and those who are rated do not learn of a second answer', async world => {
    const ticketId = await askedOfTwo(world)
    const again = { ticketId, idempotencyKey: aKey(), ...satisfied }
    expect(await world.refusal('resident-2', 'survey.answer', again)).toBe('alreadyAnswered')
    const read = async (person: string) =>
      (await world.get(person, ticketId)).timeline.filter(({ type }) => type === 'findingNoted').map(({ text }) => text)
    expect(await read('clerk-1')).toEqual(['业主'])
    expect(await read('steward-1')).toEqual([])
    expect(await read('resident-1')).toEqual([])
    await world.answer('resident-1', ticketId)
    expect(await read('steward-1')).toEqual(['业主'])
    for (const { body } of await tells(world, ticketId)) expect(JSON.stringify(body)).not.toContain('resident-2 的名字')
  })

  tell('counted by kind, person and period, for whoever watches the center', async world => {
    const ticketId = await askedOfTwo(world)
    const since = world.clock.now()
    const exempts = () => world.refuses('steward-1', ticketId, 'exempt', { reason: 'sensitive', text: '不便' })
    expect([await exempts(), await exempts()]).toEqual(['forbidden', 'forbidden'])
    expect(await world.refuses('steward-1', ticketId, 'recordCallback', called)).toBe('forbidden')
    world.clock.advance(day)
    await exempts()
    expect(await world.refuses('clerk-2', ticketId, 'exempt', { reason: 'unreachable', text: '打不通' })).toBe(
      'unfounded',
    )
    for (const person of ['resident-2', 'resident-3'])
      await world.refusal(person, 'survey.answer', { ticketId, idempotencyKey: aKey(), ...satisfied })
    const to = world.clock.now() + 1
    const counted = (person: string, some: object = {}) =>
      world.ok(person, 'report.findings', { from: since, to, ...some })
    const all = await counted('manager-1')
    expect(all).toMatchObject({
      count: 6,
      kinds: {
        ownExemption: 2,
        ownCallback: 1,
        skippedAttempts: 1,
        secondAnswer: 1,
        strangersAnswer: 1,
        lateAnswer: 0,
      },
      people: [
        { personId: world.ids('steward-1'), personName: 'steward-1 的名字', count: 3, kinds: { ownExemption: 2 } },
        { personId: world.ids('clerk-2'), count: 1 },
        { personId: null, personName: null, count: 2, kinds: { secondAnswer: 1, strangersAnswer: 1 } },
      ],
    })
    expect(all.latest.map(({ kind }) => kind)).toHaveLength(6)
    expect(all.latest[0]).toMatchObject({ ticketId, number: (await world.ticket(ticketId)).number, personName: null })
    expect(JSON.stringify(all)).not.toMatch(/resident-[23] 的名字/)
    // [from, to): the second day by itself, and nothing before the first try.
    expect((await counted('manager-1', { from: since + day })).count).toBe(4)
    expect((await counted('manager-1', { from: since - day, to: since })).count).toBe(0)
    expect((await counted('quality-1')).count).toBe(6)
    expect((await counted('supervisor-1', { centerId: world.ids('center-2') })).count).toBe(0)
    for (const person of ['resident-1', 'steward-1', 'clerk-1', 'service-head', 'admin-1'])
      expect([person, await world.refusal(person, 'report.findings', { from: since, to })]).toEqual([
        person,
        'forbidden',
      ])
    const elsewhere = { from: since, to, centerId: world.ids('center-2') }
    expect(await world.refusal('manager-1', 'report.findings', elsewhere)).toBe('forbidden')
    expect(await world.refusal('manager-1', 'report.findings', { from: to, to })).toBe('invalidRequest')
  })

  tell('a failure while noting is logged, and the refusal stands (D-CB-6)', async world => {
    const ticketId = await world.verified()
    const failing: KyselyPlugin = {
      transformQuery: ({ node }): RootOperationNode => {
        if (JSON.stringify(node).includes('findingNoted'))
          throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' })
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const process = world.process({ db: world.db.withPlugin(failing) })
    const exempt = world.request(ticketId, 'exempt', { reason: 'sensitive', text: '不便回访' })
    const { status, answer } = await world.call('steward-1', 'ticket.act', exempt, process)
    expect([status, answer.ok ? 'ok' : answer.error.code]).toEqual([403, 'forbidden'])
    expect(world.log.at(-1)).toMatch(/^ticket\.act: a refused try was not noted \(ownExemption on /)
    expect((await world.ticket(ticketId)).findings).toBeUndefined()
  })
})
