import type { Kysely } from 'kysely'
import type { Dispatched } from '../../cloud/functions/failure'
import { dispatch } from '../../cloud/functions/dispatch'
import { keyOf } from '../../cloud/actions/media/media-keys'
import type { Runtime } from '../../cloud/actions/runtime'
import { sweepDeadlines } from '../../cloud/actions/deadline/sweep'
import { tickDeadlines } from '../../cloud/actions/deadline/tick'
import type { Policy } from '../../cloud/domain/policy/model/policy'
import type { Ticket } from '../../cloud/domain/ticket/state'
import type { MediaStorage, NoticeChannel } from '../../cloud/platform/ports'
import { emptyMemory } from '../../cloud/store/place/center'
import { newId } from '../../cloud/store/engine/ids'
import { addMedia } from '../../cloud/store/media/media'
import type { Database } from '../../cloud/store/schema'
import { type StoredTicket, loadTicket } from '../../cloud/store/ticket/read'
import type { ActionName, FunctionName, RequestOf, ResponseOf } from '../../types/contract/index'
import type { ErrorCode } from '../../types/errors'
import { minute, monday9 } from './clock'
import { type Ids, buildEstate } from './estate'

type Name = { [F in FunctionName]: `${F}.${ActionName<F>}` }[FunctionName]
type Parts<N extends Name> = N extends `${infer F extends FunctionName}.${infer A}`
  ? A extends ActionName<F>
    ? { request: RequestOf<F, A>; response: ResponseOf<F, A> }
    : never
  : never
export type Answered<N extends Name> = Parts<N>['response']

type Act = RequestOf<'ticket', 'act'>
type Fields<C extends Act['command']> = Omit<
  Extract<Act, { command: C }>,
  'command' | 'ticketId' | 'idempotencyKey' | 'version'
>

export interface TestClock {
  now(): number
  /** Forward, or back; ms. */
  advance(ms: number): void
  set(now: number): void
}

const clockAt = (start: number): TestClock => {
  let now = start
  return {
    now: () => now,
    advance: ms => void (now += ms),
    set: at => void (now = at),
  }
}

/** Files kept in memory: the same port as the folder on disk and the cloud storage. */
const memoryMedia = (): MediaStorage & { readonly files: ReadonlyMap<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    put: async (key, bytes) => void files.set(key, bytes),
    get: async key => files.get(key) ?? null,
    remove: async key => void files.delete(key),
    links: async keys => new Map(keys.flatMap(key => (files.has(key) ? [[key, `memory:${key}`] as const] : []))),
    takeUpload: async () => null,
  }
}

export interface WorldOptions {
  readonly policy?: Policy
  readonly channels?: readonly NoticeChannel[]
}

let keys = 0
/** A fresh idempotency key. */
export const aKey = (): string => `test-key-${(keys += 1)}`

const filing = {
  kind: 'complaint',
  category: 'leak',
  text: '厨房天花板漏水',
} as const

/** The least that `complete` needs. */
export const someCompletion = {
  summary: '已更换接头，试水不漏',
  cause: { factor: 'equipment' },
  verdict: 'substantiated',
  responsibleParty: 'own',
  // Of matters that a test has told with photos (D-HD-3).
  noPhotoReason: '手机没电了',
} as const

/** With every rating, as the telephone asks for them too. */
type Ratings = Pick<RequestOf<'survey', 'answer'>, 'solved' | 'result' | 'reasons'> &
  Required<Pick<RequestOf<'survey', 'answer'>, 'reception' | 'measures'>>
export const satisfied: Ratings = { reception: 5, measures: 5, result: 5, solved: true }
export const unsatisfied: Ratings = { reception: 3, measures: 2, result: 1, solved: false, reasons: ['notFixed'] }

/** A small estate in a real database, and the product running on it; people call its actions by their names. */
export class World {
  readonly log: string[] = []
  readonly codes: { phone: string; code: string }[] = []

  private constructor(
    readonly db: Kysely<Database>,
    readonly ids: Ids,
    readonly clock: TestClock,
    readonly wallClock: TestClock,
    private readonly options: WorldOptions,
    private readonly media: MediaStorage,
  ) {}

  static async on(db: Kysely<Database>, options: WorldOptions = {}): Promise<World> {
    const ids = await buildEstate(db, options.policy)
    return new World(db, ids, clockAt(monday9), clockAt(monday9), options, memoryMedia())
  }

  /** A process of its own on the same database: nothing is remembered from the others. */
  process(some: Partial<Runtime> = {}): Runtime {
    return {
      db: this.db,
      memory: emptyMemory(),
      clock: this.clock,
      wallClock: this.wallClock,
      media: this.media,
      weChat: { openidOf: async code => (code.startsWith('code-of-') ? code.slice('code-of-'.length) : null) },
      weChatPhone: { phoneOf: async code => (code.startsWith('phone-of-') ? code.slice('phone-of-'.length) : null) },
      setUpCode: null,
      phoneCodes: { send: async (phone, code) => void this.codes.push({ phone, code }) },
      channels: this.options.channels ?? [],
      tellsOutside: (some.channels ?? this.options.channels ?? []).length > 0,
      templates: {},
      countsPushes: false,
      demo: false,
      log: line => this.log.push(line),
      ...some,
    }
  }

  private readonly main: { runtime?: Runtime } = {}
  get runtime(): Runtime {
    return (this.main.runtime ??= this.process())
  }

  /** Whatever comes back, from whatever was sent. */
  call(person: string | null, name: string, data: unknown, runtime = this.runtime, from?: string): Promise<Dispatched> {
    const [functionName = '', action] = name.split('.')
    return dispatch(runtime, functionName, { action, data }, person === null ? null : { openid: person }, from)
  }

  /** As somebody who signed in, by the token. */
  callWith(token: string, name: string, data: unknown): Promise<Dispatched> {
    const [functionName = '', action] = name.split('.')
    return dispatch(this.runtime, functionName, { action, data }, { token })
  }

  /** What a call answers that has to succeed. */
  async ok<N extends Name>(person: string | null, name: N, data: Parts<N>['request']): Promise<Answered<N>> {
    const { answer } = await this.call(person, name, data)
    if (!answer.ok)
      throw new Error(`${person} ${name}: ${answer.error.code} ${answer.error.message} ${this.log.at(-1)}`)
    return answer.data as Answered<N>
  }

  /** The code a call is refused with. */
  async refusal<N extends Name>(
    person: string | null,
    name: N,
    data: Parts<N>['request'],
  ): Promise<ErrorCode | 'none'> {
    const { answer } = await this.call(person, name, data)
    return answer.ok ? 'none' : answer.error.code
  }

  /** Files a leak, a minute later than what was before; at room 101 unless the test says otherwise. Answers the id. */
  async file(person = 'resident-1', some: Partial<RequestOf<'ticket', 'file'>> = {}): Promise<string> {
    this.clock.advance(minute)
    const placeId = this.ids('room-101')
    const data = { idempotencyKey: aKey(), ...filing, placeId, ...some }
    return (await this.ok(person, 'ticket.file', data)).ticketId
  }

  request<C extends Act['command']>(ticketId: string, command: C, fields: Fields<C>): Act {
    return { ticketId, idempotencyKey: aKey(), command, ...fields } as Act
  }

  /** One command, a minute later, that has to be carried out. */
  async act<C extends Act['command']>(person: string, ticketId: string, command: C, fields: Fields<C>) {
    this.clock.advance(minute)
    return this.ok(person, 'ticket.act', this.request(ticketId, command, fields))
  }

  /** The code a command is refused with. */
  async refuses<C extends Act['command']>(person: string, ticketId: string, command: C, fields: Fields<C>) {
    return this.refusal(person, 'ticket.act', this.request(ticketId, command, fields))
  }

  async answer(person: string, ticketId: string, some: Partial<RequestOf<'survey', 'answer'>> = {}) {
    this.clock.advance(minute)
    return this.ok(person, 'survey.answer', { ticketId, idempotencyKey: aKey(), ...satisfied, ...some })
  }

  /** A ticket that steward-1 has completed and clerk-1 verified. */
  async verified(person = 'resident-1', some: Partial<RequestOf<'ticket', 'file'>> = {}): Promise<string> {
    const ticketId = await this.file(person, some)
    await this.finish(ticketId)
    return ticketId
  }

  /** From dispatched to the survey. */
  async finish(ticketId: string, handler = 'steward-1', verifier = 'clerk-1'): Promise<void> {
    await this.act(handler, ticketId, 'accept', {})
    await this.act(handler, ticketId, 'complete', someCompletion)
    await this.act(verifier, ticketId, 'verify', {})
  }

  get(person: string, ticketId: string) {
    return this.ok(person, 'ticket.get', { ticketId })
  }

  async stored(ticketId: string): Promise<StoredTicket> {
    const centers = ['center-1', 'center-2', 'center-x'].map(this.ids)
    const stored = await loadTicket(this.db, centers, ticketId)
    if (!stored) throw new Error(`no ticket ${ticketId}`)
    return stored
  }

  async ticket(ticketId: string): Promise<Ticket> {
    return (await this.stored(ticketId)).ticket
  }

  /** Types of the ticket's events, oldest first. */
  async events(ticketId: string): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('event')
      .where('ticket_id', '=', ticketId)
      .select('type')
      .orderBy('seq')
      .execute()
    return rows.map(row => row.type)
  }

  /** Titles in somebody's inbox, newest first. */
  async inbox(person: string): Promise<readonly string[]> {
    return (await this.ok(person, 'notice.list', { limit: 50 })).items.map(item => item.title)
  }

  sweep(runtime = this.runtime, budgetMs = 60_000) {
    return sweepDeadlines(runtime, { budgetMs })
  }

  /** What the deadline timer does at a trigger. */
  tick(runtime = this.runtime, budgetMs = 60_000) {
    return tickDeadlines(runtime, { budgetMs })
  }

  /** Moves the clock and fires what fell due. */
  async pass(ms: number) {
    this.clock.advance(ms)
    return this.sweep()
  }

  /** An uploaded photo that hangs on nothing yet; its content is of no matter here. */
  async photo(person = 'resident-1', center = 'center-1'): Promise<string> {
    const id = newId()
    const row = {
      center_id: this.ids(center),
      id,
      owner_id: this.ids(person),
      ticket_id: null,
      kind: 'image' as const,
      mime: 'image/jpeg',
      bytes: 3,
      width: 4,
      height: 3,
      sha256: '',
      internal: false,
      created_at: this.clock.now(),
    }
    await this.media.put(keyOf(row), new Uint8Array([1, 2, 3]), row.mime)
    await addMedia(this.db, row)
    return id
  }
}
