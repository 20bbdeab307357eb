import type { OperationNodeSource, Transaction } from 'kysely'
import { type Actor, clockActor } from '../domain/access/actor'
import { effectsOf } from '../domain/effects/effects'
import type { CompiledPolicy } from '../domain/policy/compile/compile'
import type { Directory } from '../domain/routing/directory'
import { candidates } from '../domain/routing/route'
import type { CommandOf, TicketCommand } from '../domain/ticket/commands'
import { decide } from '../domain/ticket/decide'
import { factsOfFiling } from '../domain/ticket/decide-filing'
import type { DecideContext } from '../domain/ticket/decision'
import type { Ticket } from '../domain/ticket/state'
import { WorkloadBook } from '../domain/workload/book'
import { needsWorkloads } from '../domain/workload/needed'
import type { Workloads } from '../domain/workload/workload'
import { callbackWishesOf } from '../store/people/callback-wishes'
import { workloadsOf } from '../store/people/workloads'
import { policyFor } from '../store/place/center'
import { inTransaction } from '../store/engine/transaction'
import type { Database } from '../store/schema'
import { askedEnough } from '../store/survey/asked-enough'
import { type Change, append } from '../store/ticket/append'
import { followersOf } from '../store/ticket/followers'
import { type StoredTicket, lockTickets } from '../store/ticket/read'
import { CallError } from './call-error'
import { type CenterContext, centerContextOf } from './center-context'
import { errorText } from './error-text'
import { type Idempotent, once } from './idempotent'
import type { Runtime, SignedInCall } from './runtime'

/** One command on one ticket; `stored: null` files a new one. */
export interface Order {
  readonly stored: StoredTicket | null
  readonly command: TicketCommand
  readonly actor: Actor
  /** For `merge`: the ticket it goes into, where the actor may see it. */
  readonly target?: DecideContext['target']
  /** For `revealContact`: whether there is a number to show. */
  readonly phoneKnown?: boolean
  /** With a filing: what the complainant left to be reached by. */
  readonly contact?: Change['contact']
}

/** Somebody is being asked, or may come to be with the next decision. */
const mayAsk = ({ state }: Ticket): boolean => state === 'completed' || state === 'callback' || state === 'quietPeriod'

const nobody: Workloads = new Map()

const staffIds = ({ staff }: Directory): readonly string[] => [...new Set(staff.map(({ id }) => id))]

/**
 * The one road of every command, by people and by the clock: load → decide → effects → save, inside a transaction that
 * holds the tickets' rows, so what a decision was made on can't have changed meanwhile. What decisions look up is looked
 * up once; they are made one after the other, each as if the one before had been written, and saved together.
 */
export class Execution {
  readonly now: number
  private readonly contexts = new Map<string, CenterContext>()
  private readonly books = new Map<string, WorkloadBook>()
  /** By ticket, who does not wish to be called. */
  private readonly wishes = new Map<string, ReadonlySet<string>>()
  /** By ticket, who of the household has asked to be told (D-AC-2). */
  private followers: ReadonlyMap<string, readonly string[]> | undefined
  private readonly changes: Change[] = []
  private readonly source

  /** `locked`: every ticket that may be decided on; the transaction holds their rows. */
  constructor(
    readonly trx: Transaction<Database>,
    private readonly runtime: Runtime,
    readonly locked: readonly StoredTicket[],
  ) {
    this.now = runtime.clock.now()
    // Inside the transaction: PGlite has one connection, and a query beside it would wait for itself.
    this.source = { db: trx, memory: runtime.memory, clock: runtime.clock }
  }

  /** One of the locked tickets; undefined: it does not exist. */
  find(ticketId: string): StoredTicket | undefined {
    return this.locked.find(({ ticket }) => ticket.id === ticketId)
  }

  /** As `find`. @throws CallError notFound */
  ticket(ticketId: string): StoredTicket {
    const stored = this.find(ticketId)
    if (!stored) throw new CallError('notFound')
    return stored
  }

  /** The policy that a ticket runs under. */
  policyOf(ticket: Ticket): Promise<CompiledPolicy> {
    return policyFor(this.source, ticket)
  }

  /** Everybody who can be given a ticket of the center. */
  async directoryOf(centerId: string): Promise<Directory> {
    return (await this.contextOf(centerId)).directory
  }

  /**
   * Decides one command; each ticket is decided on once. Nothing is written before `save`.
   * @throws CallError when the domain refuses
   */
  async decide(order: Order): Promise<Change> {
    const { stored, command, actor, target = null, phoneKnown = false, contact = null } = order
    const before = stored?.ticket ?? null
    const { directory, policy } = await this.knownFor(before, command)
    const workloads = await this.workloadsFor(before, command, directory, policy)
    const decision = decide(before, command, {
      now: this.now,
      actor,
      policy,
      directory,
      workloads,
      target,
      phoneKnown,
      callbackWishes: await this.wishesFor(before),
      askedEnough: await this.askedEnoughFor(before, command, policy),
    })
    if (!decision.ok) throw CallError.of(decision.refusal, before?.id)
    const { ticket: after, events } = decision
    // D-SLA-17: what it ran under until now says which timers change, what it runs under from now on what they become.
    const moved = events.some(({ event }) => event.type === 'policyApplied')
    const policyAfter = moved ? await this.policyOf(after) : policy
    const followers = await this.followersFor(before)
    const effects = effectsOf({
      before,
      events,
      after,
      directory,
      followers,
      policy: policyAfter,
      policyBefore: policy,
    })
    const change: Change = { before: stored, events, after, effects, contact }
    this.changes.push(change)
    this.books.get(after.centerId)?.note(after)
    return change
  }

  /** Writes everything decided so far, and beside it what the caller has built, in one statement. */
  async save(beside: readonly OperationNodeSource[] = []): Promise<void> {
    await append(this.trx, this.changes.splice(0), { outside: this.runtime.tellsOutside, beside })
  }

  private async contextOf(centerId: string): Promise<CenterContext> {
    const known = this.contexts.get(centerId)
    if (known) return known
    const context = await centerContextOf(this.source, centerId)
    this.contexts.set(centerId, context)
    return context
  }

  private async knownFor(ticket: Ticket | null, command: TicketCommand) {
    // A filing names the version that it was made under: a newer one may have been saved since.
    const runsUnder = ticket ?? filingOf(command)
    const { directory } = await this.contextOf(runsUnder.centerId)
    return { directory, policy: await policyFor(this.source, runsUnder) }
  }

  /** What people carry, where the decision may have to choose between them; without the ticket itself (D-HD-9). */
  private async workloadsFor(
    ticket: Ticket | null,
    command: TicketCommand,
    directory: Directory,
    policy: CompiledPolicy,
  ): Promise<Workloads> {
    if (ticket === null) {
      // Asking only for the people between whom the rule chooses keeps filing independent of how much is open.
      const filing = filingOf(command)
      const between = candidates({ policy, directory, facts: factsOfFiling(filing), at: this.now })
      const ids = between.map(({ id }) => id)
      return ids.length > 1 ? workloadsOf(this.trx, filing.centerId, ids, []) : nobody
    }
    if (!needsWorkloads(ticket, command, policy, this.now)) return nobody
    return (await this.bookOf(ticket.centerId, directory)).without(ticket.id)
  }

  /** D-CB-9; undefined where nobody can come to be asked by this decision. Looked up once for all tickets of a center. */
  private async wishesFor(ticket: Ticket | null): Promise<ReadonlySet<string> | undefined> {
    if (ticket === null || !mayAsk(ticket)) return undefined
    const known = this.wishes.get(ticket.id)
    if (known) return known
    const here = this.locked.map(stored => stored.ticket).filter(one => one.centerId === ticket.centerId && mayAsk(one))
    for (const [id, wishes] of await callbackWishesOf(this.trx, ticket.centerId, here)) this.wishes.set(id, wishes)
    return this.wishes.get(ticket.id)
  }

  /** D-CB-12; undefined where nobody comes to be asked by this decision, or the rules set no limit. */
  private async askedEnoughFor(
    ticket: Ticket | null,
    { command }: TicketCommand,
    { policy }: CompiledPolicy,
  ): Promise<ReadonlySet<string> | undefined> {
    const most = policy.survey.mostPerHouseholdAMonth
    if (ticket === null || command !== 'verify' || most === undefined) return undefined
    return askedEnough(this.trx, ticket, most, this.now)
  }

  /** Looked up once for all tickets of a center; nobody can have followed what is only being filed. */
  private async followersFor(ticket: Ticket | null): Promise<readonly string[]> {
    if (ticket === null) return []
    if (!this.followers?.has(ticket.id)) {
      const here = this.locked.map(stored => stored.ticket).filter(({ centerId }) => centerId === ticket.centerId)
      this.followers = new Map([
        ...(this.followers ?? []),
        ...here.map(({ id }) => [id, []] as const),
        ...(await followersOf(this.trx, ticket.centerId, here)),
      ])
    }
    return this.followers.get(ticket.id) ?? []
  }

  private async bookOf(centerId: string, directory: Directory): Promise<WorkloadBook> {
    const known = this.books.get(centerId)
    if (known) return known
    const here = this.locked.filter(({ ticket }) => ticket.centerId === centerId)
    const ids = here.map(({ ticket }) => ticket.id)
    const book = new WorkloadBook(await workloadsOf(this.trx, centerId, staffIds(directory), ids))
    for (const { ticket } of here) book.note(ticket)
    // Decided before anybody had to be chosen: the database does not know of it yet.
    for (const { after } of this.changes) if (after.centerId === centerId) book.note(after)
    this.books.set(centerId, book)
    return book
  }
}

const filingOf = (command: TicketCommand): CommandOf<'file'>['filing'] => {
  if (command.command !== 'file') throw new Error(`command ${command.command} needs a ticket`)
  return command.filing
}

export interface Execute extends Idempotent {
  /** Ids of the tickets of the center to be decided on. Those that do not exist are left out. */
  readonly ticketIds: readonly string[]
}

/**
 * After what was refused has been undone: the try itself, in a transaction of its own (D-CB-6). A failure is only logged:
 * the caller is to read why the command was refused, and not that noting it went wrong.
 */
async function noteFinding(
  { runtime, caller }: SignedInCall,
  { centerId, action }: Idempotent,
  error: CallError,
): Promise<void> {
  if (!error.finding) return
  const { ticketId, kind: finding } = error.finding
  const { id: personId, name, posts } = caller.person
  // D-AR-2: a resident's name would outlive their account here.
  const personName = posts.length > 0 ? name : null
  const command = { command: 'noteFinding', finding, personId, personName } as const
  try {
    await inTransaction(runtime.db, async trx => {
      const execution = new Execution(trx, runtime, await lockTickets(trx, centerId, [ticketId]))
      await execution.decide({ stored: execution.ticket(ticketId), command, actor: clockActor })
      await execution.save()
    })
  } catch (failure) {
    runtime.log(`${action}: a refused try was not noted (${finding} on ${ticketId}): ${errorText(failure)}`)
  }
}

/**
 * Carries out a caller's commands once per idempotency key: locks the tickets, lets `work` decide, and saves it all with
 * the answer.
 * @throws CallError what the domain refuses with; idempotencyConflict
 */
export async function execute<T>(
  call: SignedInCall,
  { ticketIds, ...idempotent }: Execute,
  work: (execution: Execution) => Promise<T>,
): Promise<T> {
  try {
    return await once(call, idempotent, async (trx, keep) => {
      const execution = new Execution(trx, call.runtime, await lockTickets(trx, idempotent.centerId, ticketIds))
      const answer = await work(execution)
      await execution.save([keep(answer)])
      return answer
    })
  } catch (error) {
    if (error instanceof CallError) await noteFinding(call, idempotent, error)
    throw error
  }
}
