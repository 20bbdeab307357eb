import { uuidv7 } from '../../src/data/call/uuid'
import { actAs, callAs, type Command, fileAs, photoAs } from './people'
import { type Phone, type Stage, openStage } from './stage'

/**
 * With keys, and in a wide window, in real Chromium: back and Escape close what lies on top of a page one at a time, and
 * the page stays as it was (D-AC-1); the desk acts on the ticket beside its list (L-DSK-1).
 */

jest.setTimeout(300_000)

let stage: Stage
let resident: Phone
/** With three photos and a long story; finished and to be verified; finished and to be rated. */
let inHand = ''
let done = ''
let verified = ''

const workDone: Command = {
  command: 'complete',
  summary: '换了灯泡，已经亮了。',
  cause: { factor: 'equipment' },
  verdict: 'substantiated',
  responsibleParty: 'own',
}

async function finish(text: string): Promise<string> {
  const ticketId = await fileAs(stage, text)
  await actAs(stage, 'steward-1', ticketId, { command: 'accept' })
  await actAs(stage, 'steward-1', ticketId, workDone)
  return ticketId
}

/** Reported to the clerk on the telephone, done, and to be asked about by a colleague. */
async function toBeCalled(name: string): Promise<void> {
  const { rooms } = await callAs(stage, 'resident-1', 'account', 'me', {})
  const { ticketId } = await callAs(stage, 'clerk-1', 'ticket', 'file', {
    idempotencyKey: uuidv7(),
    kind: 'request',
    category: 'lighting',
    placeId: rooms[0]?.placeId ?? '',
    text: '楼道的灯一直不亮。',
    onBehalf: { channel: 'phone', name, phone: '13900005678' },
  })
  await actAs(stage, 'steward-1', ticketId, { command: 'accept' })
  await actAs(stage, 'steward-1', ticketId, workDone)
  await actAs(stage, 'manager-1', ticketId, { command: 'verify' })
}

beforeAll(async () => {
  stage = await openStage()
  const photos: string[] = []
  for (const colour of ['#8b95a0', '#c0a080', '#90a88c']) photos.push(await photoAs(stage, 'resident-1', colour))
  inHand = await fileAs(stage, '三楼楼道的灯坏了，晚上看不见台阶。', 'lighting', photos)
  await actAs(stage, 'steward-1', inHand, { command: 'accept' })
  for (let hour = 1; hour <= 6; hour++)
    await actAs(stage, 'steward-1', inHand, {
      command: 'reply',
      text: `第 ${hour} 次告诉您进展：灯具已经订好，还在路上。`,
    })
  done = await finish('地下车库入口的灯一直闪。')
  verified = await finish('大厅的灯坏了两盏。')
  await actAs(stage, 'manager-1', verified, { command: 'verify' })
  resident = await stage.phone('resident-1')
})

afterAll(() => stage.close())

const shows = (phone: Phone, route: string) => phone.page.url().includes(route)
const gone = (phone: Phone, selector: string) => phone.at(selector).waitFor({ state: 'detached' })
const textOf = (phone: Phone, selector: string) => phone.at(selector).textContent()
const hasFocus = (phone: Phone, selector: string) =>
  phone.page.waitForFunction(one => document.activeElement?.matches(one) === true, selector)
/** The entries of what lay on top have left the browser's history. */
const nothingOnTop = (phone: Phone) =>
  phone.page.waitForFunction(() => !(window.history.state as { layers?: number } | null)?.layers)

/** Whether the Tab key stays within a part of the page. */
async function staysWithin(phone: Phone, part: string, presses: number): Promise<boolean> {
  for (let press = 0; press < presses; press++) {
    await phone.page.keyboard.press('Tab')
    const inside = await phone.page.evaluate(
      selector => document.activeElement?.matches(`body, ${selector}, ${selector} *`) === true,
      part,
    )
    if (!inside) return false
  }
  return true
}

test('photos have a count and a button to close; back closes them, and the ticket beneath is as it was', async () => {
  await resident.goTo('pages/home/index')
  await resident.at('.my-ticket:has-text("三楼楼道")').click()
  const photo = '.photo-grid-photo'
  await resident.at(photo).focus()
  await resident.page.keyboard.press('Enter')
  await resident.at('#photo-viewer').waitFor()
  expect(await textOf(resident, '#photo-count')).toBe('1 / 3')
  await resident.page.keyboard.press('ArrowRight')
  await resident.at('#photo-after').click()
  expect(await textOf(resident, '#photo-count')).toBe('3 / 3')
  await resident.shoot('resident-photo')
  expect(await staysWithin(resident, '#photo-viewer', 6)).toBe(true)

  const page = await resident.page.evaluate(() => document.querySelector('.taro_page:last-child')?.id)
  await resident.page.goBack()
  await gone(resident, '#photo-viewer')
  await hasFocus(resident, photo)
  await nothingOnTop(resident)
  expect(shows(resident, 'pages/ticket/index')).toBe(true)
  expect(await resident.page.evaluate(() => document.querySelector('.taro_page:last-child')?.id)).toBe(page)

  await resident.at(photo).click()
  await resident.at('#photo-close').click()
  await gone(resident, '#photo-viewer')
  await nothingOnTop(resident)
  // Closed by its button, it has left nothing behind that back would have to take away first.
  await resident.page.goBack()
  await resident.at('#home-file').waitFor()
  expect(shows(resident, 'pages/home/index')).toBe(true)
})

test('a reload leaves nothing of what lay on top for back to take away', async () => {
  await resident.at('.my-ticket:has-text("三楼楼道")').click()
  await resident.at('#ticket-more').click()
  await resident.at('#ticket-more-sheet').waitFor()
  await resident.page.waitForFunction(() => (window.history.state as { layers?: number }).layers === 1)
  await resident.page.reload()
  await resident.at('#ticket-more').waitFor()
  await nothingOnTop(resident)
  await resident.page.goBack()
  await resident.at('#home-file').waitFor()
})

test('a question answered by back is answered with no; a page opened in the same breath stays', async () => {
  await resident.goTo('pages/profile/index')
  await resident.at('#profile-sign-out').click()
  await hasFocus(resident, '#question-no')
  await resident.page.goBack()
  await gone(resident, '.question')
  await nothingOnTop(resident)
  expect(shows(resident, 'pages/profile/index')).toBe(true)
  await resident.at('#profile-sign-out').click()
  await hasFocus(resident, '#question-no')
  // The browser takes some milliseconds to step back; meanwhile the page is turned.
  await resident.page.evaluate(async () => {
    document.getElementById('question-no')?.click()
    await new Promise(later => setTimeout(later, 3))
    document.getElementById('profile-privacy')?.click()
  })
  await resident.says('隐私说明').waitFor()
  await resident.settled()
  await nothingOnTop(resident)
  expect(shows(resident, 'pages/privacy/index')).toBe(true)
  await resident.page.goBack()
  await resident.at('#profile-sign-out').waitFor()
})

test('Escape and back take the questions of a survey back one by one, and only then leave it', async () => {
  await resident.goTo('pages/home/index')
  await resident.settled()
  await resident.page.evaluate(hash => void (location.hash = hash), `#/pages/survey/index?ticketId=${verified}`)
  await resident.at('#survey-solved-no').click()
  await resident.at('#survey-reason-cameBack').click()
  await resident.at('#survey-next').click()
  await resident.at('#survey-result-4').waitFor()
  await hasFocus(resident, '#survey-question')
  await resident.page.keyboard.press('Escape')
  await resident.at('#survey-reason-cameBack').waitFor()
  await resident.page.waitForFunction(() => (window.history.state as { layers?: number }).layers === 1)
  await resident.page.goBack()
  await resident.at('#survey-solved-yes').waitFor()
  expect(shows(resident, 'pages/survey/index')).toBe(true)
  await nothingOnTop(resident)
  await resident.page.goBack()
  await resident.at('#home-file').waitFor()
  expect(resident.errors).toEqual([])
})

describe('a desk of 1280 pixels', () => {
  let desk: Phone
  beforeAll(async () => {
    desk = await stage.phone('manager-1', { width: 1280, height: 860 })
  })
  const row = (ticketId: string) => desk.at(`[id="ticket-${ticketId}"]`)

  test('acts in the ticket beside the list: its next step is in view however long the story is', async () => {
    await desk.goTo('work/tickets/index')
    await row(inHand).click()
    await desk.at('#ticket-detail').waitFor()
    const { inner, outer } = await desk.page.evaluate(() => {
      const scroll = document.querySelector('#desk-pane .desk-pane-scroll')
      return { inner: scroll?.scrollHeight ?? 0, outer: scroll?.clientHeight ?? 0 }
    })
    expect(inner).toBeGreaterThan(outer)
    const box = await desk.at('#desk-pane .action-bar-main .main-button').boundingBox()
    expect(box && box.y + box.height).toBeLessThanOrEqual(860)
    // The row itself leaves the room to the list.
    expect(await desk.page.locator('#desk-list .main-button').count()).toBe(0)
    await desk.shoot('desk-tickets')
  })

  test('goes back from a form to its ticket by Escape and by back, and never from the list', async () => {
    await desk.goTo('work/queue/index')
    await desk.at('#segment-verify').click()
    await row(done).waitFor()
    await desk.page.keyboard.press('ArrowDown')
    await desk.page.keyboard.press('Enter')
    await desk.at('#act-verify').click()
    await desk.at('#form-verify').waitFor()
    await hasFocus(desk, '#desk-pane-title')
    await desk.shoot('desk-form')
    await desk.page.keyboard.press('Escape')
    await desk.at('#act-verify').click()
    await desk.at('#form-verify').waitFor()
    await desk.page.goBack()
    await desk.at('#act-verify').waitFor()
    expect(shows(desk, 'work/queue/index')).toBe(true)
  })

  test('another queue takes the old ticket away', async () => {
    await desk.at('#ticket-detail').waitFor()
    await desk.at('#segment-callback').click()
    await row(verified).waitFor()
    await gone(desk, '#desk-pane')
    await desk.says('请从左边选一张工单').waitFor()
  })

  test('calls one after the other by keys alone (D-CB-1)', async () => {
    for (const name of ['王阿姨', '孙阿姨']) await toBeCalled(name)
    const clerk = await stage.phone('clerk-2', { width: 1280, height: 860 })
    await clerk.goTo('work/queue/index')
    await clerk.at('#to-calls').click()
    await clerk.at('#call-script').waitFor()
    await clerk.page.keyboard.press('0')
    await clerk.page.waitForFunction(() => document.querySelector('#call-number')?.textContent === '13900005678')
    await clerk.page.keyboard.press('1')
    await clerk.at('#survey-solved-yes').waitFor()
    await clerk.shoot('desk-calls')
    for (const key of ['1', '5', 'Enter']) await clerk.page.keyboard.press(key)
    await clerk.at('.call-name:has-text("孙阿姨")').waitFor()
    await clerk.page.keyboard.press('2')
    await clerk.page.keyboard.press('Enter')
    await clerk.says('联系过 1 次，1 天没联系上').waitFor()
    // Nobody answers the telephone: the clerk goes there, and writes down the visit (D-CB-6).
    await clerk.at('#call-method-visit').click()
    await clerk.at('#call-began-asked').click()
    await clerk.at('#survey-solved-yes').click()
    await clerk.at('#survey-all-4').click()
    await clerk.at('#call-go').waitFor()
    await clerk.shoot('desk-call-visit')
    await clerk.at('#call-go').click()
    await clerk.page.locator('.call-name:has-text("孙阿姨")').waitFor({ state: 'detached' })
    const rows = await stage.db.selectFrom('ticket').where('state', '=', 'closed').select('body').execute()
    expect(rows.map(({ body }) => 'ending' in body && body.ending)).toEqual(['satisfied', 'satisfied'])
    const visited = await stage.db.selectFrom('event').where('type', '=', 'callbackAttempted').select('body').execute()
    expect(visited.map(({ body }) => 'method' in body && body.method)).toEqual(
      expect.arrayContaining(['phone', 'phone', 'visit']),
    )
    expect(clerk.errors).toEqual([])
    await clerk.close()
  })

  test('has its navigation beside the manager’s pages too', async () => {
    await desk.goTo('manage/escalations/index')
    await desk.at('.side-nav #tab-manage.side-item-active').click()
    await desk.at('#hub-overview').waitFor()
    await desk.at('.side-nav #tab-queue').click()
    await desk.at('#segment-verify').waitFor()
    expect(desk.errors).toEqual([])
  })
})
