import { uuidv7 } from '../../src/data/call/uuid'
import { type Hand, type Touches, handOn } from './hand'
import { callAs } from './people'
import type { Look, Phone, Stage } from './stage'

/** One of the main tasks, played as a person would: from the page it begins on until the screen says that it is done. */
export interface Journey {
  readonly task: string
  /** What is limited, and to how many. */
  readonly limit: { readonly words: string; readonly most: number; readonly of: (touches: Touches) => number }
  readonly touches: Touches
}

const taps = (most: number): Journey['limit'] => ({ words: `≤ ${most} taps`, most, of: touches => touches.taps })
const tapsAndPhoto = (most: number): Journey['limit'] => ({
  words: `≤ ${most} taps + photo`,
  most,
  of: touches => touches.taps - touches.photoTaps,
})
const inputs = (most: number): Journey['limit'] => ({
  words: `≤ ${most} inputs`,
  most,
  of: touches => touches.taps + touches.keys,
})

interface Part {
  readonly who: string
  readonly look?: Look
  readonly task: string
  readonly limit: Journey['limit']
  /** The page that the person has in front of them, and what it has to show first. */
  readonly from: string
  readonly shows: string
  readonly play: (hand: Hand, phone: Phone) => Promise<void>
}

async function played(stage: Stage, { who, look, task, limit, from, shows, play }: Part): Promise<Journey> {
  const phone = await stage.phone(who, look)
  await phone.goTo(from)
  await phone.at(shows).waitFor()
  const hand = handOn(phone)
  await play(hand, phone)
  if (phone.errors.length > 0) throw new Error(`${task}: ${phone.errors.join('; ')}`)
  await phone.close()
  return { task, limit, touches: hand.touches }
}

/** The way of one leak through all hands, then a filing by telephone; what others do in between is no part of a journey. */
export async function playJourneys(stage: Stage): Promise<Journey[]> {
  const newest = () => stage.db.selectFrom('ticket').orderBy('filed_at', 'desc').select(['id', 'state'])
  const stateOf = async (): Promise<string> => (await newest().executeTakeFirstOrThrow()).state
  const minutes = (count: number): void => {
    stage.wall.now += count * 60_000
  }
  const journeys: Journey[] = []

  journeys.push(
    await played(stage, {
      who: 'resident-1',
      task: 'a leak is filed with two photos',
      limit: taps(6),
      from: 'pages/home/index',
      shows: '#home-file',
      async play(hand, phone) {
        await hand.tap('#home-file')
        await hand.write('#file-text', '厨房水管漏水了，地上都是水。')
        await hand.pickPhotos('#file-media', 2)
        await phone.says('按“报修求助').waitFor()
        await hand.tap('#file-submit')
        await phone.at('#receipt-number').waitFor()
      },
    }),
  )
  const { id: ticketId } = await newest().executeTakeFirstOrThrow()
  const { photos, kind, category } = await callAs(stage, 'clerk-1', 'ticket', 'get', { ticketId })
  if (photos.before.length !== 2 || kind !== 'request' || category !== 'leak')
    throw new Error(`filed as ${kind} ${category} with ${photos.before.length} photos`)

  minutes(2)
  const worklist = { who: 'steward-1', from: 'work/worklist/index' }
  journeys.push(
    await played(stage, {
      ...worklist,
      task: 'a new ticket is accepted',
      limit: taps(1),
      shows: `[id="next-${ticketId}"]`,
      async play(hand, phone) {
        await hand.tap(`[id="next-${ticketId}"]`)
        await phone.says('已接单').waitFor()
      },
    }),
    await played(stage, {
      ...worklist,
      task: 'common work is reported as done',
      limit: tapsAndPhoto(3),
      shows: `[id="also-${ticketId}"]`,
      async play(hand, phone) {
        await hand.tap(`[id="also-${ticketId}"]`)
        await phone.at('#field-summary-phrase-0').waitFor()
        await hand.pickPhotos('#field-photos-picker', 1)
        await hand.tap('#field-summary-phrase-0')
        await hand.tap('#submit')
        await phone.says('已提交，等待验证').waitFor()
        if ((await stateOf()) !== 'completed') throw new Error(`it is ${await stateOf()}`)
      },
    }),
  )

  minutes(30)
  await callAs(stage, 'manager-1', 'ticket', 'act', { ticketId, idempotencyKey: uuidv7(), command: 'verify' })
  journeys.push(
    await played(stage, {
      who: 'resident-1',
      task: 'somebody content answers the survey',
      limit: taps(1),
      from: 'pages/home/index',
      shows: `[id="solved-yes-${ticketId}"]`,
      async play(hand, phone) {
        await hand.tap(`[id="solved-yes-${ticketId}"]`)
        await phone.at('#survey-noted').waitFor()
        if ((await stateOf()) !== 'closed') throw new Error(`it is ${await stateOf()}`)
      },
    }),
  )

  minutes(30)
  const { phone: number } = await callAs(stage, 'resident-1', 'account', 'me', {})
  const desk = { who: 'clerk-1', look: { width: 1280, height: 900 }, from: 'work/queue/index' }
  journeys.push(
    await played(stage, {
      ...desk,
      task: 'a filing by telephone, the number known',
      limit: inputs(6),
      shows: '#file-for',
      async play(hand, phone) {
        await hand.tap('#file-for')
        await hand.write('#field-phone', number ?? '')
        await hand.tap('[id^="caller-0-"]')
        await hand.write('#field-text', '三楼的灯不亮。')
        await hand.tap('[id^="category-proposal-"]')
        await hand.tap('#submit')
        await phone.at('#filed').waitFor()
      },
    }),
    await played(stage, {
      ...desk,
      task: 'the first of the list is opened by keys',
      limit: inputs(2),
      shows: '.ticket-card',
      async play(hand, phone) {
        await hand.press('ArrowDown')
        await hand.press('Enter')
        await phone.at('#ticket-detail').waitFor()
      },
    }),
  )
  return journeys
}

/** A table in plain text: task, taps, keys, typed characters, limit. */
export function journeyTable(journeys: readonly Journey[]): string {
  const rows = [
    ['task', 'taps', 'keys', 'typed', 'limit', ''],
    ...journeys.map(({ task, touches, limit }) => [
      task,
      touches.photoTaps > 0 ? `${touches.taps} (${touches.photoTaps} for photos)` : String(touches.taps),
      String(touches.keys),
      String(touches.typed),
      limit.words,
      limit.of(touches) <= limit.most ? 'held' : 'NOT HELD',
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
