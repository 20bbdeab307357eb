import { uuidv7 } from '../../src/data/call/uuid'
import { inspect } from './inspection'
import { actAs, callAs, fileAs, photoAs } from './people'
import { type Phone, type Stage, openStage } from './stage'

/**
 * Every page and its states, looked at in real Chromium: axe-core finds nothing wrong, and in the large view type, lines
 * and targets are as large as D-AC-1 asks for.
 */

jest.setTimeout(600_000)

const inspection = inspect()
const { look, visit, over } = inspection
let stage: Stage
/** In hand, with two photos. */
let inHand = ''
/** Finished, to be rated. */
let finished = ''
/** Answered with one tap, and open to be added to. */
let tapped = ''
/** Declined for a third party who is followed, and open to objection. */
let declined = ''
/** Hot, found online, with a reply that waits to be approved. */
let special = ''

/** Surveys of the estate: one that has ended, one that runs, one that is being drawn up. */
const surveys = { ended: '', running: '', drawnUp: '' }

/** Draws up a survey that can be answered for so many hours from now. */
async function drawUp(hours: number, title: string): Promise<string> {
  const { campaignId } = await callAs(stage, 'manager-1', 'campaign', 'save', {
    idempotencyKey: uuidv7(),
    kind: 'quarterly',
    title,
    questions: [
      { id: 'clean', type: 'rating', words: '楼道、电梯和小区里打扫得怎么样？' },
      { id: 'wish', type: 'text', words: '您最希望我们改进什么？' },
    ],
    sampleSize: null,
    fromAt: stage.wall.now - 1,
    untilAt: stage.wall.now + hours * 3_600_000,
    remindAfterDays: null,
  })
  return campaignId
}

const send = (campaignId: string) =>
  callAs(stage, 'manager-1', 'campaign', 'open', { campaignId, idempotencyKey: uuidv7() })

/** One that ends when the day after has come, with answers enough for a report. */
async function ended(): Promise<string> {
  const campaignId = await drawUp(20, '去年住户满意度调查')
  await send(campaignId)
  const { items } = await callAs(stage, 'clerk-1', 'campaign', 'households', { campaignId, only: 'open', limit: 13 })
  // The first of them, the resident of these tests, has not answered.
  for (const [index, { householdId }] of items.slice(1).entries())
    await callAs(stage, 'clerk-1', 'campaign', 'record', {
      campaignId,
      householdId,
      idempotencyKey: uuidv7(),
      result: 'answered',
      channel: 'paper',
      answers: { clean: 1 + (index % 5), wish: '希望把楼道的地每天都拖一次。' },
    })
  return campaignId
}

beforeAll(async () => {
  stage = await openStage()
  surveys.ended = await ended()
  await fileAs(stage, '大厅的灯坏了两盏，晚上很暗，已经有两位老人在台阶上绊了一下。')
  stage.wall.now += 30 * 3_600_000
  await fetch(`${stage.url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'PT1M' }),
  })
  const owners = await callAs(stage, 'manager-1', 'campaign', 'owners', {})
  await callAs(stage, 'manager-1', 'campaign', 'improve', {
    campaignId: surveys.ended,
    idempotencyKey: uuidv7(),
    questionId: 'clean',
    text: '楼道每天拖一次',
    ownerId: owners.people.find(({ name }) => name === '李静')?.id ?? '',
    dueAt: stage.wall.now + 30 * 86_400_000,
  })
  surveys.running = await drawUp(14 * 24, '三月住户满意度调查')
  await send(surveys.running)
  surveys.drawnUp = await drawUp(14 * 24, '六月住户满意度调查')
  const photos = [await photoAs(stage, 'resident-1', '#8b95a0'), await photoAs(stage, 'resident-1', '#c0a080')]
  inHand = await fileAs(stage, '电梯运行时有很大的响声，到三楼还会抖一下。', 'lift', photos)
  finished = await fileAs(stage, '三楼楼道的灯坏了，晚上看不见台阶。')
  tapped = await fileAs(stage, '二楼楼道的灯一闪一闪，看着眼花。')
  declined = await fileAs(stage, '小区门口的路灯不亮，晚上出门看不清路。')
  await actAs(stage, 'manager-1', declined, {
    command: 'decline',
    reason: 'thirdParty',
    text: '门口的路灯由市政管理，我们已经把情况转告给他们。',
    thirdParty: { kind: 'government', name: '市政路灯所', contact: '值班 12319' },
  })
  special = await foundOnline()
  for (const ticketId of [inHand, finished, tapped]) await actAs(stage, 'steward-1', ticketId, { command: 'accept' })
  await actAs(stage, 'steward-1', inHand, { command: 'reply', text: '您好，已经通知维保单位今天到场检查。' })
  await actAs(stage, 'resident-1', inHand, { command: 'urge', text: '老人不敢坐了' })
  await done(finished, '换了灯泡，已经亮了。')
  await done(tapped, '换了镇流器，不闪了。')
  const said = { ticketId: tapped, idempotencyKey: uuidv7(), solved: false, result: 2 }
  await callAs(stage, 'resident-1', 'survey', 'answer', said)
})

/** A matter with everything that is shown of special ones (D-SP-3, D-SP-5). */
async function foundOnline(): Promise<string> {
  const post = { link: 'https://bbs.example.com/thread-1-1-1.html', platform: '业主论坛', views: 25_000, comments: 210 }
  const { ticketId } = await callAs(stage, 'clerk-1', 'ticket', 'file', {
    idempotencyKey: uuidv7(),
    kind: 'complaint',
    category: 'lift',
    placeText: '1号楼',
    text: '业主论坛上说电梯天天坏，已经有两百多条回复。',
    onBehalf: { channel: 'online', name: '王女士', post },
  })
  const severe = { category: 'lift', urgency: 'urgent', severity: 'hot', reason: '多人在网上反映' } as const
  await actAs(stage, 'manager-1', ticketId, { command: 'reclassify', ...severe })
  await actAs(stage, 'manager-1', ticketId, { command: 'report', stage: 'first', text: '论坛发帖，二十余户跟帖' })
  await actAs(stage, 'manager-1', ticketId, { command: 'relate', relatedTo: declined })
  await actAs(stage, 'manager-1', ticketId, { command: 'reply', text: '维保单位今天下午进场，期间有专人值守。' })
  return ticketId
}

/** Work that was done, and verified by somebody else. */
async function done(ticketId: string, summary: string): Promise<void> {
  const cause = { factor: 'equipment' } as const
  await actAs(stage, 'steward-1', ticketId, {
    command: 'complete',
    summary,
    cause,
    verdict: 'substantiated',
    responsibleParty: 'own',
  })
  await actAs(stage, 'manager-1', ticketId, { command: 'verify' })
}

afterAll(() => stage.close())

/** Nothing wrong with what one phone has shown since the last time. */
let before = 0
async function fine(phone: Phone): Promise<void> {
  await phone.close()
  const found = inspection.found.slice(before)
  before = inspection.found.length
  expect([...found, ...phone.errors]).toEqual([])
}

/** A resident's pages, and what opens over them. `keep`: makes a picture. */
async function asResident(phone: Phone, keep: (name: string) => Promise<void> | null = () => null): Promise<void> {
  await visit(phone, 'pages/home/index', 'pages/file/index')
  await phone.at('#file-submit').click()
  await look(phone, 'what is missing')
  await phone.at('#file-kind-complaint').click()
  await phone.at('#file-text-input').fill('楼道的灯坏了，晚上看不清。')
  await phone.at('#file-proposal').waitFor()
  await look(phone, 'a proposal')
  await phone.at('#file-for-named').click()
  await look(phone, 'for somebody of the family')
  await visit(phone, 'pages/home/index', 'pages/file/index?kind=request')
  await phone.at('#file-kind-keep').click()
  await visit(phone, 'pages/tickets/index', `pages/ticket/index?ticketId=${inHand}`)
  await keep('ticket')
  await over(phone, '#ticket-more', '#ticket-more-sheet')
  await over(phone, '#ticket-supplement', '#act-supplement')
  await over(phone, '.photo-grid-photo', '#photo-viewer')
  await visit(phone, `pages/ticket/index?ticketId=${declined}`)
  await phone.at('#ticket-recourse').waitFor()
  await keep('declined')
  await over(phone, '#ticket-dispute', '#act-dispute')
  await visit(phone, `pages/survey/index?ticketId=${finished}`)
  await phone.at('#survey-solved-yes').click()
  await look(phone, 'all three at once')
  await phone.at('#survey-back').click()
  await phone.at('#survey-solved-no').click()
  await look(phone, 'reasons')
  await phone.at('[id^="survey-reason-"]').click()
  await phone.at('#survey-next').click()
  await look(phone, 'faces')
  await keep('survey')
  for (const rating of ['result', 'measures', 'reception']) await phone.at(`#survey-${rating}-2`).click()
  await look(phone, 'the last question')
  await visit(phone, `pages/survey/index?ticketId=${tapped}`)
  await phone.at('#survey-noted').waitFor()
  await keep('survey-added')
  for (const _question of ['reasons', 'measures', 'reception']) await phone.at('#survey-next').click()
  await look(phone, 'the last of what is added')
  await visit(phone, 'pages/notices/index')
  await phone.at(`[id="solved-no-${finished}"]`).waitFor()
  await keep('notices')
  await visit(phone, `pages/campaign/index?campaignId=${surveys.running}`)
  await keep('campaign')
  await phone.at('#survey-more-clean-4').click()
  await look(phone, 'a text')
  await phone.at('#campaign-next').click()
  await look(phone, 'the last view')
  await keep('campaign-last')
  await visit(phone, 'pages/home/index', `pages/campaign/index?campaignId=${surveys.ended}`)
  await phone.at('#campaign-ended').waitFor()
  await visit(phone, 'pages/profile/index')
  await over(phone, '#profile-export', '#profile-export-sheet')
  await over(phone, '#profile-erase', '#profile-erase-sheet')
  await over(phone, '#profile-sign-out', '.question')
  await visit(phone, `pages/receipt/index?ticketId=${inHand}`, 'pages/stored/index', 'pages/privacy/index')
}

/** As the router of the build knows them. */
let everyPage: readonly string[] = []

test('a resident’s pages', async () => {
  const phone = await stage.phone('resident-1')
  await asResident(phone)
  everyPage = await phone.page.evaluate(
    () => (window as Window & { __taroAppConfig?: { pages: string[] } }).__taroAppConfig?.pages ?? [],
  )
  await fine(phone)
})

test('the same in large type on a small, dark phone: turned on before signing in, and kept', async () => {
  const phone = await stage.phone(null, { dark: true, width: 320, height: 640 })
  await phone.goTo('pages/home/index')
  await phone.at('#home-elder').click()
  await look(phone, 'signed out')
  await phone.shoot('stranger-elder-dark-home')
  await visit(phone, 'pages/sign-in/index')
  await phone.goTo('pages/sign-in/index?persona=resident-1')
  await phone.page.waitForURL(address => !address.hash.includes('sign-in'))
  await asResident(phone, name => phone.shoot(`resident-elder-dark-${name}`))
  await fine(phone)
})

test('what somebody of the household follows (D-AC-2), and what came again', async () => {
  const phone = await stage.phone('family-1')
  await visit(phone, 'pages/home/index', `pages/ticket/index?ticketId=${inHand}`)
  await phone.at('#ticket-follow').click()
  await phone.at('#ticket-follow[aria-checked="true"]').waitFor()
  await look(phone, 'followed')
  // D-CB-2: what is in its quiet period may have come again.
  const { rooms } = await callAs(stage, 'family-1', 'account', 'me', {})
  const { ticketId } = await callAs(stage, 'family-1', 'ticket', 'file', {
    idempotencyKey: uuidv7(),
    kind: 'request',
    category: 'leak',
    placeId: rooms[0]?.placeId ?? '',
    text: '厨房的水管滴水。',
  })
  await callAs(stage, 'family-1', 'account', 'setCallbackWish', { declined: true })
  await actAs(stage, 'steward-1', ticketId, { command: 'accept' })
  await done(ticketId, '换了接头，不滴了。')
  await visit(phone, 'pages/file/index?kind=request')
  await phone.at('#file-category-leak').click()
  await phone.at('#file-text-input').fill('厨房的水管又滴水了。')
  await phone.settled()
  await phone.at('#file-submit').click()
  await phone.says('还是上次那件事吗').waitFor()
  await look(phone, 'the same matter again?')
  await phone.shoot('family-again')
  await fine(phone)
})

test('somebody who is not signed in, a number nobody has, an address that leads nowhere', async () => {
  const phone = await stage.phone(null)
  await phone.goTo('pages/home/index')
  await look(phone, 'signed out')
  await visit(phone, 'pages/tickets/index', 'pages/notices/index', 'pages/profile/index', 'pages/progress/index')
  await phone.at('#progress-ask').click()
  await look(phone, 'what is missing')
  await phone.at('#progress-number-input').fill('260302000000')
  await phone.at('#progress-digits-input').fill('0000')
  await phone.at('#progress-ask').click()
  await phone.at('#progress-failure').waitFor()
  await look(phone, 'not found')
  // D-IN-4: what was reported by telephone is found by number and digits, with its state and promise only.
  const { ticketId } = await callAs(stage, 'clerk-1', 'ticket', 'file', {
    idempotencyKey: uuidv7(),
    kind: 'request',
    category: 'lighting',
    text: '地下室的灯全灭了。',
    placeText: '1号楼地下室',
    onBehalf: { channel: 'phone', name: '孙阿姨', phone: '13900005678' },
  })
  const { number } = await callAs(stage, 'clerk-1', 'ticket', 'get', { ticketId })
  await phone.at('#progress-number-input').fill(number)
  await phone.at('#progress-digits-input').fill('5678')
  await phone.at('#progress-ask').click()
  await phone.at('#progress-answer').waitFor()
  await look(phone, 'found')
  const answer = (await phone.at('#progress-answer').textContent()) ?? ''
  expect(answer).toMatch(/前/)
  expect(answer).not.toMatch(/全灭|孙阿姨|5678/)
  await phone.shoot('stranger-progress')
  await visit(phone, 'pages/sign-in/index')
  // As outside the demo.
  await phone.page.route('**/call/account', route =>
    route.fulfill({ status: 404, json: { ok: false, error: { code: 'unknownAction', message: '没有这个操作' } } }),
  )
  await phone.goTo('pages/sign-in/index')
  await look(phone, 'by telephone')
  await phone.goTo('pages/nowhere/index')
  await phone.page.waitForURL(address => address.hash.includes('pages/lost'))
  await look(phone, 'opened')
  await fine(phone)
})

const sheetsOfRules: readonly (readonly [page: string, opener: string, sheet: string])[] = [
  ['rules', '#rule-0', '#rule-sheet'],
  ['deadlines', '#deadlines-accept .deadline-rule:last-child .tappable', '#deadline-sheet'],
  ['calendar', '#day-2026-03-14', '#day-sheet'],
  ['calendar', '#weekday-mon', '#weekday-sheet'],
  ['calendar', '#holiday-import', '#holiday-sheet'],
  ['categories', '#category-lift', '#category-sheet'],
  ['roster', '[id^="duty-add-"]', '#duty-sheet'],
  ['roster', '.person-main', '#person-sheet'],
]

test('the steward’s pages, forms with what is missing, and without a server', async () => {
  const phone = await stage.phone('steward-1')
  const form = (command: string) => `work/act/index?ticketId=${inHand}&command=${command}`
  await visit(phone, 'work/worklist/index', `work/ticket/index?ticketId=${inHand}`)
  await over(phone, '#more-actions', '#more-sheet')
  await visit(phone, form('complete'))
  await phone.at('#submit').click()
  await look(phone, 'what is missing')
  const survey = `campaignId=${surveys.running}`
  await visit(phone, 'manage/improvements/index', 'work/campaigns/index', `work/campaign/index?${survey}`)
  await phone.at('[id^="household-"].tappable').click()
  await phone.at('#entry-result-answered').click()
  await look(phone, 'what a household answered')
  await visit(phone, form('hold'), form('propose'), form('assist'), form('notePost'), 'work/file/index')
  await phone.at('#channel-others').click()
  await phone.at('#channel-online').click()
  await phone.at('#submit').click()
  await look(phone, 'what is missing')
  await phone.page.route('**/call/**', route => route.abort())
  await visit(phone, 'work/worklist/index', `work/ticket/index?ticketId=${finished}`, 'pages/stored/index')
  await fine(phone)
})

test('the manager’s pages in a wide window, and a ticket beside its list', async () => {
  const desk = await stage.phone('manager-1', { width: 1280, height: 860 })
  const manage = (...names: string[]) => names.map(name => `manage/${name}/index`)
  await visit(desk, 'work/queue/index', 'work/calls/index', 'work/call/index?taskId=none')
  await visit(desk, ...manage('hub', 'overview', 'escalations', 'rules', 'deadlines', 'calendar', 'categories'))
  await visit(desk, ...manage('figures', 'questionnaires', 'satisfaction', 'findings', 'rehearsal'))
  await visit(desk, ...manage('history', 'review', 'roster', 'health', 'campaigns', 'special', 'legacy'))
  await desk.at('#quarter-before').click()
  await look(desk, 'the quarter before')
  await visit(desk, `manage/campaign/index?campaignId=${surveys.running}`)
  await visit(desk, `manage/campaign-editor/index?campaignId=${surveys.drawnUp}`)
  await visit(desk, `manage/campaign-report/index?campaignId=${surveys.ended}`)
  await visit(desk, `manage/dossier/index?ticketId=${special}`, `manage/dossier/index?ticketId=${inHand}`)
  await visit(desk, 'work/tickets/index')
  await desk.at(`[id="ticket-${inHand}"]`).click()
  await desk.at('#ticket-detail').waitFor()
  await look(desk, 'a ticket beside its list')
  await over(desk, '#more-actions', '#more-sheet')
  await fine(desk)
})

test('what opens over the manager’s pages, on a dark phone', async () => {
  const phone = await stage.phone('manager-1', { dark: true })
  await visit(phone, 'manage/special/index')
  await phone.at('#special-list-thirdParty').click()
  await look(phone, 'third parties')
  await visit(phone, `manage/dossier/index?ticketId=${special}`, `work/ticket/index?ticketId=${special}`)
  for (const [page, opener, sheet] of sheetsOfRules) {
    if (!phone.page.url().includes(page)) await visit(phone, `manage/${page}/index`)
    await over(phone, opener, sheet)
  }
  await visit(phone, `manage/campaign-report/index?campaignId=${surveys.ended}`)
  await over(phone, '#improve-add', '#improve-sheet')
  await over(phone, '[id^="settle-"]', '#settle-sheet')
  await visit(phone, `manage/campaign-editor/index?campaignId=${surveys.drawnUp}`)
  await over(phone, '#question-0', '#question-sheet')
  await fine(phone)
})

test('no page was left out', () => {
  expect(everyPage.length).toBeGreaterThan(30)
  expect(everyPage.filter(page => !inspection.pages.has(page))).toEqual([])
})
