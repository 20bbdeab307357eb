import { actAs, addPhoto, callsOf, type Command, fileAs } from './people'
import { type Phone, type Stage, openStage } from './stage'

/** A steward with one hand free, in real Chromium: what is new comes first, common work is done in three taps. */

jest.setTimeout(300_000)

let stage: Stage
let steward: Phone
let ticketId = ''

const call = callsOf(() => stage)
const act = (persona: string, command: Command) => actAs(stage, persona, ticketId, command)

const minutes = (count: number): void => {
  stage.wall.now += count * 60_000
}
const day = 24 * 3_600_000

beforeAll(async () => {
  stage = await openStage()
  steward = await stage.phone('steward-1')
  ticketId = await fileAs(stage, '三楼楼道的灯坏了，晚上看不见台阶。')
})

afterAll(async () => {
  await stage.close()
})

const news = async (): Promise<string[]> => steward.page.locator('.ticket-card-news').allTextContents()

test('the list and the ticket lead with an objection to the plan, and the main button changes the plan', async () => {
  minutes(1)
  await act('steward-1', { command: 'accept' })
  await act('steward-1', {
    command: 'propose',
    measures: '明天白天换灯',
    responsible: '李静',
    completeBy: stage.wall.now + 2 * day,
  })
  minutes(5)
  await act('resident-1', { command: 'counter', text: '今晚就看不见，能不能先放一盏应急灯' })
  await act('resident-1', { command: 'urge', text: '我妈妈晚上要下楼' })
  await act('resident-1', { command: 'urge' })
  await steward.goTo('work/worklist/index')
  await steward.at('.ticket-card-news').waitFor()
  expect(await news()).toEqual([
    '业主对方案有不同想法：今晚就看不见，能不能先放一盏应急灯',
    '催办 × 2：我妈妈晚上要下楼',
  ])
  await steward.shoot('staff-worklist-news')
  await steward.at(`[id="ticket-${ticketId}"]`).click()
  await steward.at('#news-objection').waitFor()
  expect(await steward.at('#act-propose').textContent()).toBe('修改方案')
  await steward.shoot('staff-ticket-news')
  // The story stands before the clocks.
  const titles = await steward.page.locator('#ticket-detail .section-title').allTextContents()
  expect(titles.indexOf('处理经过')).toBeLessThan(titles.indexOf('时限'))
})

test('更多 shows five things, the rest behind one entry', async () => {
  await steward.at('#more-actions').click()
  await steward.at('#more-others').waitFor()
  expect(await steward.page.locator('#more-sheet .action-row').count()).toBe(6)
  await steward.shoot('staff-more')
  await steward.at('#more-others').click()
  await steward.at('#act-transfer').waitFor()
})

test('a hold ends on any day at any minute, and card and ticket say what it waits for', async () => {
  await steward.goTo(`work/act/index?ticketId=${ticketId}&command=hold`)
  await steward.at('#field-reason-awaitingPart').click()
  await steward.at('#field-until-time-date').fill('2026-03-05')
  await steward.at('#field-until-time-time').fill('16:37')
  await steward.shoot('staff-hold')
  await steward.at('#submit').click()
  await steward.page.waitForURL(address => !address.hash.includes('work/act'))
  await steward.goTo('work/worklist/index')
  await steward.says('暂停：等配件，到 3月5日周四 16:37').waitFor()
  await steward.goTo(`work/ticket/index?ticketId=${ticketId}`)
  await steward.says('暂停：等配件，到 3月5日周四 16:37').waitFor()
})

test('common work is reported as done with a photo, a sentence and the button', async () => {
  await act('steward-1', { command: 'resume' })
  await steward.goTo(`work/act/index?ticketId=${ticketId}&command=complete`)
  await addPhoto(steward, '#field-photos-picker', '#8b95a0')
  await steward.at('#field-summary-phrase-0').click()
  await steward.shoot('staff-complete')
  await steward.at('#submit').click()
  await steward.page.waitForURL(address => !address.hash.includes('work/act'))
  const { state, completion } = await call('clerk-1', 'ticket', 'get', { ticketId })
  expect([state, completion?.summary, completion?.factor]).toEqual([
    'completed',
    '已更换灯具，照明恢复正常。',
    'material',
  ])
})

test('the desk corrects what it came from when it verifies, and the steward reads it', async () => {
  const clerk = await stage.phone('clerk-1')
  await clerk.goTo(`work/act/index?ticketId=${ticketId}&command=verify`)
  await clerk.at('#field-then-unfolded').click()
  await clerk.at('#field-cause-factor-equipment').click()
  await clerk.shoot('desk-verify')
  await clerk.at('#submit').click()
  await clerk.page.waitForURL(address => !address.hash.includes('work/act'))
  await steward.goTo('work/worklist/index')
  await steward.at('#segment-finished').click()
  await steward.at(`[id="ticket-${ticketId}"]`).click()
  await steward.says('更正归因').waitFor()
  await clerk.close()
})

test('in the elder view at 320 px nothing is cut off', async () => {
  await call('steward-1', 'account', 'updateSettings', { elderView: true })
  const small = await stage.phone('steward-1', { width: 320, height: 700, dark: true })
  await small.goTo('work/worklist/index')
  await small.at('#segment-finished').click()
  await small.at(`[id="ticket-${ticketId}"]`).waitFor()
  const wider = () => small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await wider()).toBeLessThanOrEqual(0)
  await small.shoot('staff-elder-dark-worklist')
  await small.goTo(`work/ticket/index?ticketId=${ticketId}`)
  await small.at('#ticket-detail').waitFor()
  expect(await wider()).toBeLessThanOrEqual(0)
  await small.shoot('staff-elder-dark-ticket')
  expect([...steward.errors, ...small.errors]).toEqual([])
  await small.close()
})
