import type { CallbackOutcome, Ending, Exemption, State } from '../../types/vocabulary'
import type { RequestOf, ResponseOf } from '../../types/contract'
import { day } from '../builders/clock'
import { describeOnPostgres } from '../support/databases'
import { type TestHost, monday, openHost } from '../support/host'

// Every way in which a matter ends (D-CB-1 … D-CB-4, D-HD-8), told over HTTP with the demo's clock. What has to come of
// each is written down below from the rules, and not asked of the code.

/** Who complains: by an account, by telephone without one, hidden, or with nothing to be reached by (D-CB-2b). */
type Who = 'account' | 'phone' | 'anonymous' | 'noContact'
/** What they say in the end, or why nobody asks. */
type Word =
  | 'satisfied'
  /** The least that counts as satisfied: result 3. */
  | 'barely'
  /** Solved, but with a result of 2. */
  | 'poor'
  | 'unsolved'
  /** A call that is broken off after 「没解决」 (D-CB-12). */
  | 'partly'
  | 'refused'
  /** Three attempts on three days (D-CB-4). */
  | 'unreached'
  /** D-CB-2c, before anybody is asked and while somebody is. */
  | 'sensitiveBefore'
  | 'sensitive'
  /** D-CB-2d, by the person themselves. */
  | 'wish'
  /** D-CB-2a. */
  | 'settledOnSpot'
  /** Nobody can ask. */
  | 'none'

interface Case {
  readonly who: Who
  /** How often they were not satisfied before. */
  readonly before: 0 | 1 | 2
  /** A neighbour with an account has joined, who is satisfied whenever it comes to that. */
  readonly neighbour: boolean
  readonly word: Word
}

const words: Readonly<Record<Who, readonly Word[]>> = {
  account: ['satisfied', 'barely', 'poor', 'unsolved', 'unreached', 'sensitiveBefore', 'sensitive'],
  phone: ['satisfied', 'barely', 'poor', 'unsolved', 'partly', 'refused', 'unreached', 'sensitive'],
  anonymous: ['none'],
  noContact: ['none'],
}

/** What a round before changes; of the others the first and the last cycle say the same. */
const telling: readonly Word[] = ['satisfied', 'unsolved', 'refused', 'unreached', 'sensitive']

const cases: readonly Case[] = [
  ...(['account', 'phone'] as const).flatMap(who =>
    ([0, 1, 2] as const).flatMap(before =>
      words[who].flatMap(word => [
        ...(before !== 1 || telling.includes(word) ? [{ who, before, neighbour: false, word }] : []),
        ...(before === 0 || (before === 2 && telling.includes(word)) ? [{ who, before, neighbour: true, word }] : []),
      ]),
    ),
  ),
  ...(['anonymous', 'noContact'] as const).flatMap(who => [
    ...([0, 1, 2] as const).map(before => ({ who, before, neighbour: false, word: 'none' as const })),
    { who, before: 0 as const, neighbour: true, word: 'none' as const },
  ]),
  { who: 'account', before: 0, neighbour: false, word: 'wish' },
  { who: 'account', before: 0, neighbour: true, word: 'wish' },
  { who: 'phone', before: 0, neighbour: false, word: 'settledOnSpot' },
]

const nameOf = ({ who, before, neighbour, word }: Case): string =>
  `${who}, ${before} times not satisfied${neighbour ? ', with a neighbour' : ''}: ${word}`

// What the rules say -------------------------------------------------------------------------------------------------

/** One person asked, or not, about one completion: where they stand in the end (D-CB-12), or why nobody asked (D-CB-2). */
type Asked = 'complete' | 'partial' | 'refused' | 'notReached' | 'unknown'

interface Expected {
  /** Right after the last word, and when everything has had its time. */
  readonly state: State
  readonly ending: Ending | null
  /** Of the persona who has it after the last word. */
  readonly owner: string
  /** Requests to rate: of whoever complains by an account, and of the neighbour. */
  readonly requests: readonly [filer: number, neighbour: number]
  /** Told to whoever gets it, each time that they do. */
  readonly handlers: number
  /** That it has ended, told to whoever complains by an account; a quiet ending is told to nobody. */
  readonly goodbye: number
  /** Rows of `survey` by round: who has answered of whom it asks. */
  readonly surveys: readonly string[]
  readonly asked: readonly Asked[]
  readonly exempt: readonly Exemption[]
}

/** D-CB-3: to the lead the first time, one level up the second, to quality the third. */
const owners = ['steward-1', 'steward-1', 'manager-1', 'quality-1'] as const

const endsBadly: readonly Word[] = ['poor', 'unsolved', 'partly']

/** Whoever complains is asked at all (D-CB-2). */
const isAsked = ({ who, word }: Case): boolean =>
  (who === 'account' || who === 'phone') && !['sensitiveBefore', 'wish', 'settledOnSpot'].includes(word)

function stateOf({ neighbour, word }: Case): State {
  if (endsBadly.includes(word)) return 'dispatched'
  // D-CB-2c and D-CB-2a are of the matter; everything else is judged per person, and the neighbour has been satisfied (D-HD-8).
  if (word === 'sensitive' || word === 'sensitiveBefore' || word === 'settledOnSpot') return 'quietPeriod'
  if (word === 'satisfied' || word === 'barely') return 'closed'
  if (word === 'unreached') return 'callback'
  return neighbour ? 'closed' : 'quietPeriod'
}

function endingOf(one: Case): Ending | null {
  const { word, neighbour } = one
  if (endsBadly.includes(word)) return null
  if (word === 'unreached') return neighbour ? 'satisfied' : 'unreached'
  return stateOf(one) === 'closed' ? 'satisfied' : 'quiet'
}

function exemptionOf({ word, who }: Case): Exemption | null {
  if (word === 'sensitive' || word === 'sensitiveBefore') return 'sensitive'
  if (word === 'settledOnSpot') return 'settledOnSpot'
  if (word === 'wish') return 'declinedCallbacks'
  return who === 'anonymous' || who === 'noContact' ? 'unreachable' : null
}

const standingOf = (word: Word): Asked => {
  switch (word) {
    case 'partly':
      return 'partial'
    case 'refused':
      return 'refused'
    case 'unreached':
      return 'notReached'
    case 'sensitive':
      return 'unknown'
    default:
      return 'complete'
  }
}

function expectedOf(one: Case): Expected {
  const { who, before, neighbour, word } = one
  const rated = isAsked(one)
  const byAccount = who === 'account'
  // The neighbour is asked but where the whole matter is exempt, and is heard in the last round only: before it the
  // filer's dissatisfaction has ended the round first.
  const neighbourAsked = neighbour && word !== 'sensitiveBefore' && word !== 'settledOnSpot'
  const earlierRounds = who === 'account' || who === 'phone' ? before : 0
  const exemption = exemptionOf(one)
  const rounds = Array.from({ length: earlierRounds }, (_, index) => index + 1)
  const last = earlierRounds + 1
  const filerAnswers = byAccount && rated && !['unreached', 'sensitive'].includes(word)
  return {
    state: stateOf(one),
    ending: endingOf(one),
    // D-IN-8: put right by whoever records it.
    owner: word === 'settledOnSpot' ? 'clerk-1' : (owners[before + (endsBadly.includes(word) ? 1 : 0)] ?? ''),
    requests: [
      byAccount ? earlierRounds + (rated ? 1 : 0) : 0,
      neighbour ? earlierRounds + (neighbourAsked ? 1 : 0) : 0,
    ],
    handlers: word === 'settledOnSpot' ? 0 : 1 + before + (endsBadly.includes(word) ? 1 : 0),
    goodbye:
      (who === 'account' || who === 'anonymous') && ['satisfied', 'unreached'].includes(endingOf(one) ?? '') ? 1 : 0,
    surveys: [
      ...rounds.flatMap(round => [
        ...(byAccount ? [`${round} filer answered`] : []),
        ...(neighbour ? [`${round} neighbour unheard`] : []),
      ]),
      ...(byAccount && rated ? [`${last} filer ${filerAnswers ? 'answered' : 'unheard'}`] : []),
      ...(neighbourAsked ? [`${last} neighbour answered`] : []),
    ],
    asked: [
      ...rounds.flatMap((): Asked[] => (neighbour ? ['complete', 'unknown'] : ['complete'])),
      ...(rated ? [standingOf(word)] : []),
      ...(neighbourAsked ? (['complete'] as const) : []),
    ],
    // Exempt from the start in every cycle, or once, and each person of an exempt matter who has not been heard.
    exempt:
      exemption === null
        ? []
        : who === 'anonymous' || who === 'noContact'
          ? Array.from({ length: before + 1 }, () => exemption)
          : neighbour && word === 'sensitiveBefore'
            ? [exemption, exemption]
            : [exemption],
  }
}

// Playing it -----------------------------------------------------------------------------------------------------------

type Answers = Pick<RequestOf<'survey', 'answer'>, 'reception' | 'measures' | 'result' | 'solved' | 'reasons'>
const answersOf = (word: Word): Answers => ({
  reception: 4,
  measures: 4,
  result: { satisfied: 5, barely: 3, poor: 2 }[word as 'poor'] ?? 1,
  solved: word !== 'unsolved',
})

interface Person {
  readonly token: string
  readonly id: string
  readonly placeId: string
}

interface Played {
  readonly one: Case
  readonly ticketId: string
  readonly filer: Person
}

type Listed = ResponseOf<'ticket', 'list'>['items'][number]

let keys = 0
const key = () => `ending-${(keys += 1)}`

const done = {
  summary: '已更换接头，试水不漏',
  cause: { factor: 'equipment' },
  verdict: 'substantiated',
  responsibleParty: 'own',
} as const

class Stage {
  readonly people = new Map<string, Person>()
  readonly tokens = new Map<string, string>()
  /** Of staff, by the name that a ticket shows. */
  readonly personas = new Map<string, string>()

  constructor(readonly host: TestHost) {}

  async gather(residents: number): Promise<void> {
    const staff = ['clerk-1', 'clerk-2', 'steward-1', 'manager-1', 'quality-1']
    for (const persona of staff) this.tokens.set(persona, await this.host.token(persona))
    for (const { id, name } of (await this.host.call(null, 'account', 'demoPersonas', {})).personas)
      if (staff.includes(id)) this.personas.set(name, id)
    for (let n = 2; n < 2 + residents; n += 1) {
      const token = await this.host.token(`resident-${n}`)
      const me = await this.host.call(token, 'account', 'me', {})
      this.people.set(`resident-${n}`, { token, id: me.id, placeId: me.rooms[0]?.placeId ?? '' })
    }
  }

  person(n: number): Person {
    const found = this.people.get(`resident-${n}`)
    if (!found) throw new Error(`no resident-${n}`)
    return found
  }

  act(persona: string | Person, ticketId: string, command: string, fields: object = {}) {
    const token = typeof persona === 'string' ? (this.tokens.get(persona) ?? '') : persona.token
    const request = { ticketId, idempotencyKey: key(), command, ...fields } as RequestOf<'ticket', 'act'>
    return this.host.call(token, 'ticket', 'act', request)
  }

  answer(person: Person, ticketId: string, word: Word) {
    return this.host.call(person.token, 'survey', 'answer', { ticketId, idempotencyKey: key(), ...answersOf(word) })
  }

  async clock(to: number): Promise<void> {
    const moved = await fetch(`${this.host.url}/demo/clock`, { method: 'POST', body: JSON.stringify({ to }) })
    expect(moved.status).toBe(200)
  }

  async file({ who, word }: Case, filer: Person, index: number): Promise<string> {
    const about = { kind: 'complaint', category: 'leak', text: '厨房天花板漏水', placeId: filer.placeId } as const
    const byResident = who === 'account' || who === 'anonymous'
    const request: RequestOf<'ticket', 'file'> = {
      idempotencyKey: key(),
      ...about,
      // The same home has told of it more than once in this play.
      another: true,
      ...(who === 'anonymous' ? { anonymous: true } : {}),
      ...(who === 'phone'
        ? { onBehalf: { channel: 'phone', name: `住户${index}`, phone: `1000088${String(index).padStart(4, '0')}` } }
        : {}),
      ...(who === 'noContact' ? { onBehalf: { channel: 'inPerson', name: `住户${index}` } } : {}),
      ...(word === 'settledOnSpot' ? { settled: { ...done, result: 5 } } : {}),
    }
    const token = byResident ? filer.token : (this.tokens.get('clerk-1') ?? '')
    return (await this.host.call(token, 'ticket', 'file', request)).ticketId
  }

  /** What came of a call, by clerk-2: clerk-1 has written it down (D-CB-6). */
  call(ticketId: string, outcome: CallbackOutcome, said: object = {}) {
    const result = outcome === 'refused' ? 'refused' : outcome === 'noAnswer' ? 'unreached' : 'answered'
    return this.act('clerk-2', ticketId, 'recordCallback', { result, outcome, complainant: ticketId, ...said })
  }

  /** How every ticket stands, as the desk lists them. */
  async listed(): Promise<ReadonlyMap<string, Listed>> {
    const found = new Map<string, Listed>()
    let cursor: string | undefined
    do {
      const page = { scope: 'center', limit: 50, ...(cursor === undefined ? {} : { cursor }) } as const
      const { items, nextCursor } = await this.host.call(this.tokens.get('clerk-1') ?? '', 'ticket', 'list', page)
      for (const item of items) found.set(item.ticketId, item)
      cursor = nextCursor ?? undefined
    } while (cursor !== undefined)
    return found
  }

  /** The calls that clerk-2 may make, by ticket. */
  async tasks(): Promise<ReadonlyMap<string, string>> {
    const { items } = await this.host.call(this.tokens.get('clerk-2') ?? '', 'callback', 'list', {})
    return new Map(items.map(({ ticketId, taskId }) => [ticketId, taskId]))
  }

  /** From the filing to the last word, all on one day. */
  async play(one: Case, filer: Person, neighbour: Person, index: number): Promise<Played> {
    const { before, word } = one
    if (word === 'wish') await this.host.call(filer.token, 'account', 'setCallbackWish', { declined: true })
    const ticketId = await this.file(one, filer, index)
    if (one.neighbour)
      await this.host.call(neighbour.token, 'incident', 'join', { incidentId: ticketId, idempotencyKey: key() })
    for (let cycle = 0; word !== 'settledOnSpot' && cycle <= before; cycle += 1) {
      const owner = owners[cycle] ?? ''
      await this.act(owner, ticketId, 'accept')
      await this.act(owner, ticketId, 'complete', done)
      if (cycle === before && word === 'sensitiveBefore')
        await this.act('clerk-2', ticketId, 'exempt', { reason: 'sensitive', text: '涉及隐私' })
      await this.act('clerk-1', ticketId, 'verify')
      if (cycle < before) await this.notSatisfied(one, ticketId, filer)
    }
    if (one.neighbour && word !== 'sensitiveBefore') await this.answer(neighbour, ticketId, 'satisfied')
    await this.lastWord(one, ticketId, filer)
    return { one, ticketId, filer }
  }

  private async notSatisfied({ who }: Case, ticketId: string, filer: Person): Promise<void> {
    if (who === 'account') await this.answer(filer, ticketId, 'unsolved')
    else if (who === 'phone') await this.call(ticketId, 'complete', { answers: answersOf('unsolved') })
    // Nobody has asked: complained of again in the quiet period, by themselves or on their word (D-CB-10).
    else await this.act(who === 'anonymous' ? filer : 'clerk-1', ticketId, 'reopen', { reason: '还是漏' })
  }

  private async lastWord({ who, word }: Case, ticketId: string, filer: Person): Promise<void> {
    switch (word) {
      case 'satisfied':
      case 'barely':
      case 'poor':
      case 'unsolved':
        if (who === 'account') await this.answer(filer, ticketId, word)
        else await this.call(ticketId, 'complete', { answers: answersOf(word) })
        return
      case 'partly':
        await this.call(ticketId, 'partial', { part: { solved: false } })
        return
      case 'refused':
        await this.call(ticketId, 'refused')
        return
      case 'sensitive':
        await this.act('clerk-2', ticketId, 'exempt', { reason: 'sensitive', text: '涉及隐私' })
        return
      // The rest has happened before, or takes days.
      default:
    }
  }
}

/** `work` of each, a few at a time. */
async function each<T, R>(all: readonly T[], width: number, work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) {
      const one = all[index]
      if (one !== undefined) results[index] = await work(one, index)
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

const tally = (names: readonly string[]): Record<string, number> =>
  names.reduce<Record<string, number>>((sums, name) => ({ ...sums, [name]: (sums[name] ?? 0) + 1 }), {})

describeOnPostgres('every ending', open => {
  test('is what the rules make of it, and is counted as that', async () => {
    const host = await openHost(await open())
    try {
      const stage = new Stage(host)
      // All in the first building, so that one steward has it; the last of them is everybody's neighbour.
      await stage.gather(19)
      const neighbour = stage.person(20)
      const wishes = cases.filter(({ word }) => word === 'wish')
      const filers = cases.map((one, index) =>
        // Their wish counts for everything they ever tell, so these tell nothing else.
        one.word === 'wish' ? stage.person(18 + wishes.indexOf(one)) : stage.person(2 + (index % 16)),
      )
      const played = await each(cases, 4, (one, index) => stage.play(one, filers[index] ?? neighbour, neighbour, index))
      const first = await stage.listed()
      const owner = (ticketId: string) => stage.personas.get(first.get(ticketId)?.assigneeName ?? '') ?? 'nobody'
      expect(played.map(({ one, ticketId }) => [nameOf(one), first.get(ticketId)?.state, owner(ticketId)])).toEqual(
        cases.map(one => [nameOf(one), expectedOf(one).state, expectedOf(one).owner]),
      )

      // D-CB-4: three attempts on three days; whoever has an account is called when the reminder has had its time (D-CB-1).
      const unreached = played.filter(({ one }) => one.word === 'unreached')
      for (let days = 0; days <= 5; days += 1) {
        if (days > 0) await stage.clock(monday + days * day)
        const tasks = await stage.tasks()
        for (const { one, ticketId } of unreached.filter(({ one: { who } }) =>
          who === 'phone' ? days < 3 : days > 2,
        )) {
          const request = { taskId: tasks.get(ticketId) ?? 'none', idempotencyKey: key(), outcome: 'noAnswer' } as const
          const { state } = await host.call(stage.tokens.get('clerk-2') ?? '', 'callback', 'record', request)
          expect([nameOf(one), state]).toEqual([nameOf(one), days === 2 || days === 5 ? 'closed' : 'callback'])
        }
      }
      // D-SLA-10: seven quiet days, not six.
      const endings = async () => {
        const listed = await stage.listed()
        return played.map(({ one, ticketId }) => [nameOf(one), listed.get(ticketId)?.ending])
      }
      const notYet = (ending: Ending | null) => (ending === 'quiet' ? null : ending)
      await stage.clock(monday + 7 * day - 60_000)
      expect(await endings()).toEqual(cases.map(one => [nameOf(one), notYet(expectedOf(one).ending)]))
      await stage.clock(monday + 7 * day + 3_600_000)
      expect(await endings()).toEqual(cases.map(one => [nameOf(one), expectedOf(one).ending]))

      // Who was asked, on paper and in the inbox.
      const { db } = host.database
      const surveys = await db.selectFrom('survey').selectAll().orderBy('round').execute()
      const requests = await db
        .selectFrom('notice')
        .where('type', '=', 'callbackStarted')
        .select(['ticket_id', 'person_id'])
        .execute()
      const told = await db
        .selectFrom('notice')
        .where('type', 'in', ['assigned', 'closed'])
        .select(['ticket_id', 'person_id', 'type', 'created_at'])
        .execute()
      const residents = [...stage.people.values()].map(({ id }) => id)
      const isStaff = (personId: string) => !residents.includes(personId)
      const side = (personId: string) => (personId === neighbour.id ? 'neighbour' : 'filer')
      const asked = played.map(({ one, ticketId, filer }) => ({
        name: nameOf(one),
        surveys: surveys
          .filter(row => row.ticket_id === ticketId)
          .map(row => `${row.round} ${side(row.person_id)} ${row.answered_at === null ? 'unheard' : 'answered'}`)
          .sort(),
        stillOpen: surveys.filter(
          row => row.ticket_id === ticketId && row.ended_at === null && row.answered_at === null,
        ).length,
        requests: ['filer', 'neighbour'].map(
          of => requests.filter(row => row.ticket_id === ticketId && side(row.person_id) === of).length,
        ),
        // What nobody takes on in the days that follow goes on to others.
        handlers: told.filter(
          row =>
            row.ticket_id === ticketId &&
            row.type === 'assigned' &&
            row.created_at === monday &&
            isStaff(row.person_id),
        ).length,
        goodbye: told.filter(row => row.ticket_id === ticketId && row.type === 'closed' && row.person_id === filer.id)
          .length,
      }))
      expect(asked).toEqual(
        cases.map(one => ({
          name: nameOf(one),
          surveys: [...expectedOf(one).surveys].sort(),
          stillOpen: 0,
          requests: expectedOf(one).requests,
          handlers: expectedOf(one).handlers,
          goodbye: expectedOf(one).goodbye,
        })),
      )

      // D-CB-12, D-CB-6, D-CB-3: and the figures that the manager reads say the same.
      const { all } = await host.call(stage.tokens.get('manager-1') ?? '', 'report', 'satisfaction', {
        from: monday - day,
        to: monday + 30 * day,
        by: 'center',
      })
      const some = (counts: Readonly<Record<string, number>>) =>
        Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
      const expected = cases.map(expectedOf)
      expect(some(all.dispositions)).toEqual(tally(expected.flatMap(one => one.asked)))
      expect(some(all.exempt)).toEqual(tally(expected.flatMap(one => one.exempt)))
      // Each neighbour's own ticket has ended as merged.
      const merged = cases.filter(one => one.neighbour).map(() => 'merged')
      expect(some(all.endings)).toEqual(tally([...expected.flatMap(({ ending }) => ending ?? []), ...merged]))
    } finally {
      await host.close()
    }
  })
})
