import { placeInstead } from '../../domain/access/places'
import { type ForFamily, householdOf } from '../../domain/access/household'
import { alwaysRecords, filingCenterOf, recordsIn } from '../../domain/access/filing'
import { randomInt } from 'node:crypto'
import type { Channel, Kind } from '../../../types/vocabulary'
import { residentStateLabels } from '../../../types/vocabulary'
import { dateString } from '../../domain/calendar/zone'
import { classified } from '../../domain/classification/propose'
import { timersOf } from '../../domain/deadline/timers'
import { emergencyOf, promisedDeadline, promisedReply } from '../../domain/deadline/promise'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Category } from '../../domain/policy/model/policy'
import { likelyCaller } from '../../domain/access/known-caller'
import { clockActor } from '../../domain/access/actor'
import { complainantOfFiling } from '../../domain/ticket/complainants'
import { postOf } from '../../domain/ticket/decide-outside'
import type { Filed } from '../../domain/ticket/events'
import type { Ticket } from '../../domain/ticket/state'
import { type KnownResident, isReachableByRecord, residentsByPhone } from '../../store/people/known-callers'
import { othersAtHome } from '../../store/people/household'
import { findPlace } from '../../store/place/center'
import { isUniqueViolation } from '../../store/engine/errors'
import { newId } from '../../store/engine/ids'
import { placePathOf } from '../../store/place/path'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { execute } from '../execute'
import type { Caller, Runtime, SignedInCall } from '../runtime'
import { claimOnce } from './claim'
import { earlierMatters, toldBy } from './earlier'
import { noteHotspot } from './note-hotspot'
import { type NamedPlace, placeOf } from './place-of'
import { centerContextOf, currentPolicy } from '../center-context'

type Input = Parameters<Handler<'ticket', 'file'>>[0]
type Receipt = Awaited<ReturnType<Handler<'ticket', 'file'>>>

interface Where {
  readonly centerId: string
  readonly place: NamedPlace | null
  readonly placeName: string
}

async function locate(runtime: Runtime, caller: Caller, input: Input): Promise<Where> {
  const fallback = filingCenterOf(caller.actor, input.onBehalf !== undefined)
  if (fallback === null) throw CallError.field('unknownPlace', 'placeId', '还没有绑定房号，请联系服务中心登记后再反映')
  if (input.placeId === undefined) return { centerId: fallback, place: null, placeName: (input.placeText ?? '').trim() }
  const place = await placeOf(runtime, caller, input.placeId)
  if (!place) throw CallError.field('unknownPlace', 'placeId')
  const detail = input.placeText?.trim()
  return { centerId: place.centerId, place, placeName: detail ? `${place.fullName}（${detail}）` : place.fullName }
}

/** Six random digits: no counter that filings would queue at, nothing that tells how many there are. */
const ticketNumber = (now: number): string =>
  dateString(now).slice(2).replaceAll('-', '') + String(randomInt(1_000_000)).padStart(6, '0')

interface Contact {
  readonly name: string | null
  readonly phone: string | null
  /** For whom of the family, where that one has no account (D-AC-2). */
  readonly forName?: string
}

const contactOf = (input: Input, caller: Caller): Contact => {
  // D-IN-3: nobody may see it, so it is not kept, whoever writes it down.
  if (input.anonymous) return { name: null, phone: null }
  if (input.onBehalf) return { name: input.onBehalf.name ?? null, phone: input.onBehalf.phone ?? null }
  const given = typeof input.contact === 'string' ? { phone: input.contact } : (input.contact ?? {})
  return {
    name: ('name' in given ? given.name : undefined) ?? caller.person.name,
    phone: given.phone ?? caller.person.phone,
    ...(input.forFamily?.name === undefined ? {} : { forName: input.forFamily.name }),
  }
}

/** As it is kept; null: nothing was left. */
export function leftBy(input: Input, caller: Caller): Contact | null {
  const left = contactOf(input, caller)
  return left.name === null && left.phone === null && left.forName === undefined ? null : left
}

/** D-IN-3: whether the filer is hidden from staff, and what these may know of the place then. */
async function hiding(db: Runtime['db'], input: Input, { place, centerId }: Where, category: Category) {
  const identityHidden = input.anonymous === true || category.neighbourDispute === true
  const roomMayBeKnown = input.roomMayBeKnown === true
  const buildingId = place?.buildingId ?? null
  const building =
    identityHidden && buildingId !== null ? ((await findPlace(db, [centerId], buildingId)) ?? null) : null
  const instead = placeInstead({ place, building, identityHidden, roomMayBeKnown })
  return {
    hideIdentity: identityHidden,
    ...(instead ? { placeInstead: instead } : {}),
    ...(identityHidden && roomMayBeKnown ? { roomMayBeKnown } : {}),
  }
}

/**
 * D-AC-2: for whom of the family somebody files. Whoever has an account is of the filer's own household; anybody else is
 * named. Of an anonymous filing it would tell who filed, and is not kept.
 * @throws CallError unknownPerson, forbidden
 */
async function familyOf({ db }: Runtime, caller: Caller, input: Input): Promise<ForFamily | null> {
  if (!input.forFamily || input.anonymous) return null
  if (input.onBehalf) throw CallError.field('forbidden', 'forFamily', '代客登记时请直接填写业主本人')
  const { personId = null, relation } = input.forFamily
  if (personId !== null) {
    const households = caller.actor.rooms.map(({ householdId }) => householdId)
    const others = await othersAtHome(db, caller.actor.id, households)
    if (!others.some(other => other.personId === personId))
      throw CallError.field('unknownPerson', 'forFamily', '请重新选择家人，这一位不在您家的登记里')
  }
  return { personId, relation }
}

export function filing(
  input: Input,
  caller: Caller,
  where: Where,
  { category, policy, placePath, hidden, resident, knownElsewhere, forFamily }: Prepared,
  now: number,
): Omit<Filed, 'type'> {
  const onBehalf = input.onBehalf
  const filer = onBehalf ? resident : caller.person
  const anonymous = input.anonymous ?? false
  const contact = contactOf(input, caller)
  const channel: Channel = onBehalf?.channel ?? 'miniProgram'
  const household = onBehalf
    ? null
    : householdOf(caller.actor, {
        placeId: where.place?.id ?? null,
        hidden: hidden.hideIdentity,
        keptToOneself: input.keptToMyself === true,
      })
  const room = caller.person.rooms.find(own => own.placeId === where.place?.id) ?? caller.person.rooms[0]
  return {
    ticketId: newId(),
    centerId: where.centerId,
    number: ticketNumber(now),
    kind: input.kind,
    category: category.id,
    ...classified(
      { kind: input.kind, category: category.id, urgency: input.urgency ?? null, text: input.text },
      policy,
    ),
    channel,
    placeId: where.place?.id ?? null,
    placeName: where.placeName,
    buildingId: where.place?.buildingId ?? null,
    text: input.text,
    expectation: input.expectation ?? null,
    media: [...(input.photos ?? []), ...(input.recording ? [input.recording] : [])],
    ...(input.recording ? { recording: input.recording } : {}),
    anonymous,
    ...hidden,
    filerId: onBehalf ? (resident?.id ?? null) : caller.actor.id,
    recordedBy: onBehalf ? caller.actor.id : null,
    relation: onBehalf ? (onBehalf.relation ?? null) : (room?.relation ?? null),
    mood: onBehalf?.mood ?? null,
    occurredAt: input.occurredAt ?? null,
    // D-CB-2b: an account can be asked in the app, anybody else only by phone.
    reachable: onBehalf ? resident !== null || contact.phone !== null || knownElsewhere : true,
    callbackDeclined: filer?.callbackDeclined ?? false,
    policyVersion: policy.version,
    ...(placePath ? { placePath } : {}),
    ...(filer?.keyCustomer ? { keyCustomer: true } : {}),
    ...(household === null ? {} : { household }),
    ...(forFamily === null ? {} : { forFamily }),
    ...(onBehalf?.signs && onBehalf.signs.length > 0 ? { signs: onBehalf.signs } : {}),
    ...(onBehalf?.demanded === undefined ? {} : { demanded: onBehalf.demanded }),
    ...(onBehalf?.people === undefined ? {} : { people: onBehalf.people }),
    ...(onBehalf?.post === undefined ? {} : { post: postOf(onBehalf.post, [], now) }),
    ...(onBehalf?.fromHeadOffice ? { fromHeadOffice: true } : {}),
  }
}

/** Staff without a home in the estate always record for somebody else; unless they say otherwise, face to face. */
function recorded(input: Input, caller: Caller): Input {
  if (input.onBehalf || !alwaysRecords(caller.actor)) return input
  const contact = typeof input.contact === 'string' ? { phone: input.contact } : input.contact
  return { ...input, onBehalf: { channel: 'inPerson', ...contact } }
}

const thanks: Record<Kind, string> = {
  complaint: '给您添麻烦了，我们已经收到，会尽快处理。',
  request: '我们已经收到，会尽快安排人员。',
  consultation: '谢谢您的咨询，我们会尽快答复。',
  suggestion: '谢谢您的建议，我们会认真研究并答复您。',
  praise: '谢谢您的鼓励，我们会转达给同事。',
}

/** What is filed, as it counts for whoever files it, with everything looked up. */
interface Preparation extends Prepared {
  readonly input: Input
}

interface Prepared {
  readonly policy: CompiledPolicy
  readonly where: Where
  readonly category: Category
  /** The place and what it lies in, where a rule asks for it. */
  readonly placePath: readonly string[] | null
  readonly hidden: Awaited<ReturnType<typeof hiding>>
  /** For whom staff record it, where the number belongs to an account: it stands in that resident's own list. */
  readonly resident: KnownResident | null
  /** No number was left, and one is on an earlier record of theirs. */
  readonly knownElsewhere: boolean
  readonly forFamily: ForFamily | null
}

/** D-IN-2: whoever rings up is known by the number. An anonymous filing keeps none, and so is nobody's. */
async function residentOf({ db }: Runtime, input: Input, { centerId, place }: Where): Promise<KnownResident | null> {
  const { phone, name = null } = input.onBehalf ?? {}
  if (input.anonymous || phone === undefined) return null
  const residents = await residentsByPhone(db, centerId, phone)
  return likelyCaller(residents, { placeId: place?.id ?? null, name }) ?? null
}

/** D-CB-2b: there is no way to reach somebody only where none is on any record of theirs. */
async function isKnownElsewhere({ db }: Runtime, input: Input, { centerId, place }: Where): Promise<boolean> {
  const { phone, name } = input.onBehalf ?? {}
  if (input.anonymous || phone !== undefined || !name || place?.kind !== 'room' || place.buildingId === null)
    return false
  return isReachableByRecord(db, centerId, { name, placeId: place.id, buildingId: place.buildingId })
}

const receiptOf = (after: Ticket, { policy, resident }: Prepared, words: string, now: number): Receipt => {
  const timers = timersOf(after, policy)
  const promised = promisedReply(timers) ?? promisedDeadline(after, timers)
  return {
    ticketId: after.id,
    number: after.number,
    promisedReplyBy: promised?.dueAt ?? now,
    unannouncedYears: promised?.unannouncedYears ?? [],
    thanks: `${words}${residentStateLabels[after.state]}。`,
    state: after.state,
    emergency: emergencyOf(after, timers),
    ...(resident ? { inTheirList: true } : {}),
  }
}

const again = '又出现了，对不起。我们接着上次那件事重新处理。'

async function fileOnce(runtime: Runtime, caller: Caller, input: Input, prepared: Prepared): Promise<Receipt> {
  const { where } = prepared
  const filed = filing(input, caller, where, prepared, runtime.clock.now())
  const command = { command: 'file' as const, filing: filed, settled: input.settled }
  const contact = leftBy(input, caller)
  const forOthers = input.onBehalf !== undefined
  const told = toldBy(caller, where.place, {
    category: filed.category,
    anonymous: filed.anonymous,
    forOthers,
    personId: filed.filerId,
  })
  const earlier = input.another === true ? [] : await earlierMatters(runtime, where.centerId, told)
  const sent = { photos: input.photos, recording: input.recording }
  const request = { action: 'ticket.file', centerId: where.centerId, request: input }
  if (input.sameAs !== undefined && input.settled)
    throw CallError.field('invalidRequest', 'settled', '又出现的事要重新处理，不能算当场解决')
  if (input.sameAs !== undefined) return takeUpAgain(runtime, caller, input, prepared, { filed, earlier })
  const ticketIds = earlier.map(({ id }) => id)
  const receipt = await execute({ runtime, caller }, { ...request, ticketIds }, async execution => {
    const { after } = await execution.decide({ stored: null, command, actor: caller.actor, contact })
    await claimOnce(execution.trx, caller, after, sent)
    // D-SLA-10: nobody was asked whether it is the same, so the quiet of these begins anew.
    for (const stored of execution.locked)
      await execution.decide({
        stored,
        command: { command: 'complainAgain', same: false, number: after.number, text: '', photos: [], joins: null },
        actor: clockActor,
      })
    const maybe = earlier.map(({ id, number }) => ({ ticketId: id, number }))
    const receipt = receiptOf(after, prepared, thanks[after.kind], execution.now)
    return maybe.length > 0 ? { ...receipt, maybeSameAs: maybe } : receipt
  })
  await noteHotspot(runtime, where.centerId, receipt.ticketId, prepared.policy)
  return receipt
}

/** D-CB-2: it is the matter of before, which is taken up again with these words, and somebody of the household comes to it. */
function takeUpAgain(
  runtime: Runtime,
  caller: Caller,
  input: Input,
  prepared: Prepared,
  { filed, earlier }: { readonly filed: Omit<Filed, 'type'>; readonly earlier: readonly Ticket[] },
): Promise<Receipt> {
  const { sameAs = '' } = input
  const request = { action: 'ticket.file', centerId: prepared.where.centerId, request: input }
  return execute({ runtime, caller }, { ...request, ticketIds: [sameAs] }, async execution => {
    const stored = execution.find(sameAs)
    if (!stored) throw CallError.field('notFound', 'sameAs')
    const { ticket } = stored
    const isKnown = ticket.complainants.some(one => one.personId === filed.filerId && one.withdrawnAt === null)
    // Whoever comes second while it is being taken up is told so; for everybody else it does not exist.
    if (!earlier.some(({ id }) => id === sameAs) && !isKnown) throw CallError.field('notFound', 'sameAs')
    const comes = filed.filerId !== null && !isKnown
    const joins = comes
      ? {
          ...complainantOfFiling({ type: 'filed', ...filed }, execution.now),
          ticketId: ticket.id,
          number: ticket.number,
        }
      : null
    const { text, media } = filed
    const command = {
      command: 'complainAgain',
      same: true,
      number: null,
      text,
      photos: media,
      joins,
    } as const
    const { after } = await execution.decide({ stored, command, actor: caller.actor })
    await claimOnce(execution.trx, caller, ticket, { photos: input.photos, recording: input.recording })
    return receiptOf(after, prepared, again, execution.now)
  })
}

/**
 * Everything that a filing is made from, looked up.
 * @throws CallError unknownCategory, unknownPlace, unknownPerson, forbidden
 */
export async function prepared({ runtime, caller }: SignedInCall, request: Input): Promise<Preparation> {
  const input = recorded(request, caller)
  const where = await locate(runtime, caller, input)
  if (input.onBehalf && !recordsIn(caller.actor, where.centerId))
    throw new CallError('forbidden', '只有工作人员可以代业主登记')
  const { center } = await centerContextOf(runtime, where.centerId)
  const policy = await currentPolicy(runtime, center)
  const category = policy.category(input.category)
  if (!category) throw CallError.field('unknownCategory', 'category')
  const placePath =
    policy.asksPlaces && where.place ? await placePathOf(runtime.db, where.centerId, where.place.id) : null
  const hidden = await hiding(runtime.db, input, where, category)
  const resident = await residentOf(runtime, input, where)
  const knownElsewhere = await isKnownElsewhere(runtime, input, where)
  const forFamily = await familyOf(runtime, caller, input)
  return { input, policy, where, category, placePath, hidden, resident, knownElsewhere, forFamily }
}

/** Two filings of a day may draw the same six digits: then it is drawn again. */
export async function drawingNumbers<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= 5 || !isUniqueViolation(error, 'ticket_number_unique')) throw error
    }
  }
}

/**
 * Files a ticket, routes it and starts its clocks, all or nothing (D-IN-4, D-IN-5).
 * @throws CallError unknownCategory, unknownPlace, unknownMedia, unknownPerson, idempotencyConflict
 */
export const file: Handler<'ticket', 'file'> = async (request, call) => {
  const { input, ...rest } = await prepared(call, request)
  return drawingNumbers(() => fileOnce(call.runtime, call.caller, input, rest))
}
