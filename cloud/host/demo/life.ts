import { randomUUID } from 'node:crypto'
import type { InputOf } from '../../../types/contract'
import { storeUpload } from '../../actions/media/store-upload'
import type { Caller, Runtime } from '../../actions/runtime'
import { answer } from '../../actions/survey/answer'
import { act } from '../../actions/ticket/act'
import { file } from '../../actions/ticket/file'
import type { Calendar } from '../../domain/calendar/calendar'
import type { ActionCommand } from '../../domain/ticket/commands'
import type { Ticket } from '../../domain/ticket/state'
import { loadTicket } from '../../store/ticket/read'
import type { Cast } from './cast'
import type { Chance } from './chance'
import { type Matter, matters, secondTries } from './matters'
import { type PictureName, picture } from './pictures'

/** One ticket's way, told step by step: yields the instant (epoch ms) at which it wants to go on. */
export type Life = AsyncGenerator<number, void, void>

export interface LifeOptions {
  readonly runtime: Runtime
  readonly cast: Cast
  readonly office: Calendar
  readonly dice: Chance
  readonly index: number
  /** The end of the story, epoch ms: photos are drawn only for what is still to be seen then. */
  readonly now: number
}

const minute = 60
const hour = 3600
const weekMs = 7 * 24 * 3_600_000

class Teller {
  constructor(
    private readonly options: LifeOptions,
    private ticketId = '',
    private centerId = '',
  ) {}

  get now(): number {
    return this.options.runtime.clock.now()
  }

  /** `seconds` of working time from now. */
  later(low: number, high: number): number {
    return this.options.office.addOpen(this.now, this.options.dice.between(low, high))
  }

  async ticket(): Promise<Ticket> {
    const stored = await loadTicket(this.options.runtime.db, [this.centerId], this.ticketId)
    if (!stored) throw new Error('the demo lost its ticket')
    return stored.ticket
  }

  private async photo(caller: Caller, name: PictureName | undefined): Promise<string[]> {
    if (!name || this.options.now - this.now > weekMs) return []
    const { mediaId } = await storeUpload(this.options.runtime, caller, await picture(name))
    return [mediaId]
  }

  async file(resident: Caller, matter: Matter): Promise<void> {
    const { cast, runtime } = this.options
    const room = resident.person.rooms[0]
    const names = { lobby: '大堂', lift: '电梯' } as const
    const placeId =
      matter.where === 'room'
        ? room?.placeId
        : matter.where === 'estate'
          ? cast.area(null, '')
          : cast.area(room?.buildingId ?? null, names[matter.where])
    const filed = await file(
      {
        idempotencyKey: randomUUID(),
        kind: matter.kind,
        category: matter.category,
        placeId,
        text: matter.text,
        photos: await this.photo(resident, matter.picture),
      },
      { runtime, caller: resident },
    )
    this.ticketId = filed.ticketId
    this.centerId = room?.centerId ?? ''
  }

  async act(caller: Caller, command: ActionCommand): Promise<void> {
    const input = { ticketId: this.ticketId, idempotencyKey: randomUUID(), ...command } as InputOf<'ticket', 'act'>
    await act(input, { runtime: this.options.runtime, caller })
  }

  async complete(handler: Caller, matter: Matter, summary: string): Promise<void> {
    const photos = await this.photo(handler, matter.picture && 'done')
    await this.act(handler, {
      command: 'complete',
      summary,
      photos,
      ...(photos.length === 0 ? { noPhotoReason: '现场光线太暗，拍不清楚' } : {}),
      cause: { factor: matter.factor },
      verdict: matter.verdict,
      responsibleParty: matter.party,
    })
  }

  async rate(resident: Caller, content: boolean, said: string | undefined): Promise<void> {
    const { dice, runtime } = this.options
    const good = () => dice.between(4, 5)
    const scores = content
      ? { reception: good(), measures: good(), result: good() }
      : { reception: 3, measures: 2, result: 1 }
    await answer(
      {
        ticketId: this.ticketId,
        idempotencyKey: randomUUID(),
        ...scores,
        solved: content,
        ...(content ? {} : { reasons: ['cameBack' as const], text: said }),
      },
      { runtime, caller: resident },
    )
  }
}

/** From filing to closing as it usually goes, with the turns that also happen: triage, holds, second tries, silence. */
export async function* life(options: LifeOptions): Life {
  const { cast, dice, index, runtime } = options
  const tell = new Teller(options)
  const resident = dice.pick(cast.residents)
  const matter =
    matters[index % 3 === 0 ? dice.between(0, matters.length - 1) : index % matters.length] ?? dice.pick(matters)
  const clerk = cast.staff.get(dice.happens(0.5) ? 'clerk-1' : 'clerk-2')
  if (!clerk) return
  await tell.file(resident, matter)

  if (dice.happens(0.04)) {
    yield runtime.clock.now() + dice.between(5, 50) * minute * 1000
    if ((await tell.ticket()).state === 'dispatched')
      return tell.act(resident, { command: 'withdraw', reason: '已经自己解决了，谢谢' })
  }
  let ticket = await tell.ticket()
  if (ticket.state === 'submitted') {
    yield tell.later(5 * minute, 100 * minute)
    await tell.act(clerk, { command: 'triage', category: ticket.category, urgency: ticket.urgency })
    yield tell.later(1 * minute, 10 * minute)
    await tell.act(clerk, { command: 'dispatch' })
  }
  // Most people take what is theirs within the half hour; some let it lie, and the clock says so.
  yield dice.happens(0.12) ? tell.later(2 * hour, 5 * hour) : tell.later(3 * minute, 70 * minute)
  ticket = await tell.ticket()
  if (ticket.state !== 'dispatched') return
  const handler = cast.byId(ticket.assignment.personId)
  await tell.act(handler, { command: 'accept' })
  yield tell.later(2 * minute, 60 * minute)
  await tell.act(handler, { command: 'reply', text: matter.reply })
  if (dice.happens(0.1)) {
    await tell.act(handler, {
      command: 'hold',
      reason: 'awaitingPart',
      until: runtime.clock.now() + dice.between(2, 5) * 86_400_000,
    })
    yield tell.later(8 * hour, 16 * hour)
    if ((await tell.ticket()).state === 'onHold') await tell.act(handler, { command: 'resume' })
  }

  for (let round = 1; round <= 3; round += 1) {
    // One in nine takes longer than promised.
    yield dice.happens(0.11) ? tell.later(26 * hour, 34 * hour) : tell.later(1 * hour, 14 * hour)
    ticket = await tell.ticket()
    if (ticket.state === 'dispatched') {
      await tell.act(cast.byId(ticket.assignment.personId), { command: 'accept' })
      yield tell.later(1 * hour, 6 * hour)
      ticket = await tell.ticket()
    }
    if (ticket.state !== 'inProgress') return
    const doer = cast.byId(ticket.assignment.personId)
    const again = round > 1 ? dice.pick(secondTries).done : matter.summary
    await tell.complete(doer, matter, again)
    yield tell.later(20 * minute, 7 * hour)
    const verifier = doer === clerk ? cast.staff.get('manager-1') : clerk
    if (!verifier || (await tell.ticket()).state !== 'completed') return
    await tell.act(verifier, { command: 'verify' })
    yield tell.later(10 * minute, 12 * hour)
    if ((await tell.ticket()).state !== 'callback') return
    if (dice.happens(0.08)) return yield* byPhone(tell, verifier, options)
    const content = !dice.happens(round === 1 ? 0.1 : 0.2)
    await tell.rate(resident, content, dice.pick(secondTries).said)
    if (content) return
  }
}

/** No answer in the app: a clerk rings up, on up to three days (D-CB-1, D-CB-4). */
async function* byPhone(tell: Teller, clerk: Caller, { dice }: LifeOptions): Life {
  for (let day = 1; day <= 3; day += 1) {
    yield tell.later(9 * hour, 12 * hour)
    if ((await tell.ticket()).state !== 'callback') return
    if (dice.happens(0.6)) {
      const answers = { reception: 5, measures: 4, result: 4, solved: true }
      return tell.act(clerk, { command: 'recordCallback', result: 'answered', answers })
    }
    await tell.act(clerk, { command: 'recordCallback', result: 'unreached', text: '无人接听' })
  }
}
