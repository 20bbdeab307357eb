import { type Phone, type Stage, openStage } from './stage'

/** Somebody trapped in a lift in the evening, in real Chromium: the true minutes and one number, at every step. */

jest.setTimeout(300_000)

let stage: Stage
let resident: Phone

beforeAll(async () => {
  stage = await openStage()
  // 19:03 of a Monday: the office has closed.
  stage.wall.now += (9 * 60 + 3) * 60_000
  resident = await stage.phone('resident-1')
})

afterAll(async () => {
  await stage.close()
})

const day = '0571-8800 1234'
const night = '0571-8800 1235'
/** What can be called from an element, in the order of weight. */
const numbers = async (phone: Phone, card: string): Promise<readonly (string | null)[]> => [
  await phone.at(`${card} .call-digits`).textContent(),
  await phone.at(`${card} .call-other`).textContent(),
]

test('the home page names the number that answers at this hour, the other one in words', async () => {
  await resident.goTo('pages/home/index')
  await resident.at('#home-emergency').waitFor()
  expect(await numbers(resident, '#home-emergency')).toEqual([night, `上班时间打服务热线 ${day}`])
})

test('signed out, the numbers stand there too', async () => {
  const stranger = await stage.phone(null)
  await stranger.goTo('pages/home/index')
  await stranger.at('#home-emergency').waitFor()
  expect(await numbers(stranger, '#home-emergency')).toEqual([night, `上班时间打服务热线 ${day}`])
  await stranger.shoot('stranger-home')
  expect(stranger.errors).toEqual([])
  await stranger.close()
})

test('receipt, card and ticket tell the minutes, who comes, and the number to call', async () => {
  await resident.at('#home-file').click()
  await resident.at('#file-kind-request').click()
  await resident.at('#file-category-lift').click()
  await resident.at('#file-text-input').fill('电梯停在三楼，有人被困，请快来。')
  await resident.at('#file-submit').click()
  await resident.at('#receipt-emergency').waitFor()
  const title = async (card: string) => resident.at(`${card} .call-title`).textContent()
  expect(await title('#receipt-emergency')).toMatch(/^紧急：\S+ 10 分钟内接单$/)
  expect(await numbers(resident, '#receipt-emergency')).toEqual([night, `上班时间打服务热线 ${day}`])
  expect(await resident.at('#receipt-promise').textContent()).toContain('今天 19:33 前')
  await resident.shoot('resident-receipt-emergency')

  stage.wall.now += 3 * 60_000
  await resident.goTo('pages/tickets/index')
  await resident.at('.my-ticket-wrap').waitFor()
  expect(await title('.my-ticket-wrap')).toMatch(/^紧急：\S+ 7 分钟内接单$/)
  expect(await resident.at('.my-ticket-head').textContent()).toContain('紧急')
  await resident.shoot('resident-card-emergency')
  await resident.at('.my-ticket').click()
  await resident.at('#ticket-emergency').waitFor()
  expect(await title('#ticket-emergency')).toMatch(/^紧急：\S+ 7 分钟内接单$/)
  await resident.shoot('resident-ticket-emergency')

  stage.wall.now += 8 * 60_000
  await resident.goTo('pages/tickets/index')
  await resident.at('.my-ticket-wrap').waitFor()
  expect(await title('.my-ticket-wrap')).toMatch(/^紧急：\S+还没有接单，我们正在催$/)
  expect(resident.errors).toEqual([])
})
