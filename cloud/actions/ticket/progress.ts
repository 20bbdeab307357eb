import { createHash, timingSafeEqual } from 'node:crypto'
import { residentStateLabels } from '../../../types/vocabulary'
import { promiseOf, promiseOfMerged } from '../../domain/deadline/promise'
import { timersOf } from '../../domain/deadline/timers'
import { filerIdOf } from '../../domain/ticket/complainants'
import type { Ticket } from '../../domain/ticket/state'
import { policyFor } from '../../store/place/center'
import { countTry, forgetTries } from '../../store/system/query-tries'
import { ticketsNumbered } from '../../store/ticket/by-number'
import { loadTicket } from '../../store/ticket/read'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import type { Runtime } from '../runtime'
import { incidentFor } from './incidents'

const hour = 3_600_000
const day = 24 * hour

/** Four digits are tried out in 500 days then, and whoever has forgotten theirs has tries enough. */
const perNumber = { most: 20, within: day }
/** A household, or an office of helpers, behind one address. */
const perAddress = { most: 60, within: hour }

const tooMany = '查得太频繁了，请过一段时间再试，也可以打服务热线'
/** One and the same for an unknown number, other digits, and no number left: it must not tell what exists. */
const notFound = '没有查到，请核对编号和登记时留的电话后四位'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const nobody = digest('')

/** Takes as long whether the digits fit, differ early or late, or none are there. */
const fits = (digits: string, known: string | null): boolean =>
  timingSafeEqual(digest(digits), known === null ? nobody : digest(known))

/** What the complainant is promised; of a merged ticket, in the matter it has become part of (D-HD-8). */
async function promiseFor(runtime: Runtime, ticket: Ticket, now: number): Promise<string | null> {
  if (ticket.state !== 'merged') return promiseOf(ticket, timersOf(ticket, await policyFor(runtime, ticket)), now)
  const incident = await incidentFor(runtime, ticket)
  if (!incident) return promiseOfMerged(null, true, now)
  const own = incident.ticket.complainants.find(({ ticketId }) => ticketId === ticket.id)
  const of = { ticket: incident.ticket, timers: timersOf(incident.ticket, incident.policy) }
  return promiseOfMerged(of, !own || own.withdrawnAt === null, now)
}

/**
 * Where a matter stands, for whoever reported it by telephone or letter and has the number: state and promise, nothing else
 * (D-IN-4).
 * @throws CallError notFound, rateLimited
 */
export const progress: Handler<'ticket', 'progress'> = async (input, { runtime, from }) => {
  const { db } = runtime
  const wallNow = runtime.wallClock.now()
  const number = input.number.replace(/\D/g, '')
  // The address first: whoever has used up its tries can't use up those of numbers.
  const admitted =
    (from === undefined || (await countTry(db, `from:${from}`, perAddress, wallNow))) &&
    (await countTry(db, `number:${number}`, perNumber, wallNow))
  if (!admitted) throw new CallError('rateLimited', tooMany)
  await forgetTries(db, wallNow - day)
  const known = await ticketsNumbered(db, number)
  const compared = known.length > 0 ? known : [{ centerId: '', ticketId: '', lastDigits: null }]
  const [found] = compared.filter(({ lastDigits }) => fits(input.digits, lastDigits))
  const stored = found && (await loadTicket(db, [found.centerId], found.ticketId))
  if (!stored) throw new CallError('notFound', notFound)
  const { ticket } = stored
  const now = runtime.clock.now()
  // Whoever has no account is asked on the telephone and can't rate anywhere.
  if (ticket.state === 'callback' && filerIdOf(ticket) === null)
    return { state: '已处理好，我们会打电话听您的意见', promise: null, promiseSaidAt: now }
  return {
    state: residentStateLabels[ticket.state],
    promise: await promiseFor(runtime, ticket, now),
    promiseSaidAt: now,
  }
}
