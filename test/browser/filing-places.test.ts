import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { limits } from '../../types/limits'
import { pickFile } from './people'
import { type Phone, type Stage, openStage } from './stage'

/** A resident's form in real Chromium: the place that counts, what anonymity hides, and a draft that waits. */

jest.setTimeout(300_000)

let stage: Stage
let resident: Phone

beforeAll(async () => {
  stage = await openStage()
  resident = await stage.phone('resident-1')
})

afterAll(async () => {
  await stage.close()
})

const button = async (phone: Phone) => phone.at('#file-submit').textContent()
const checked = (phone: Phone, selector: string) => phone.at(selector).getAttribute('aria-checked')
const room = '#file-where .choices-rows .choice'
const outside = '#file-group-outside'
const gate = '#file-where .file-places .choice'

async function write(phone: Phone): Promise<void> {
  await phone.at('#file-kind-complaint').click()
  await phone.at('#file-category-lift').click()
  await phone.at('#file-text-input').fill('电梯里的灯一直在闪，看得眼睛难受。')
}

describe('the place that is chosen is the one that counts', () => {
  test('choosing 公共区域 names the place as missing until one of it is chosen', async () => {
    await resident.goTo('pages/file/index')
    await resident.at(room).waitFor()
    await write(resident)
    expect(await checked(resident, room)).toBe('true')
    expect(await button(resident)).toBe('提交')

    await resident.at(outside).click()
    await resident.at(`${outside}.choice-on`).waitFor()
    expect(await checked(resident, room)).toBe('false')
    expect(await button(resident)).toBe('还差：位置')
    await resident.at(outside).scrollIntoViewIfNeeded()
    await resident.shoot('resident-file-place-missing')
  })

  test('the draft says the same after a reload', async () => {
    await resident.goTo('pages/file/index')
    await resident.at('#file-kept').waitFor()
    expect(await checked(resident, outside)).toBe('true')
    expect(await checked(resident, room)).toBe('false')
    expect(await button(resident)).toBe('还差：位置')
  })

  test('a public place, words, or one’s own room again: each is a place', async () => {
    await resident.at('#file-place-text-input').fill('北门外的人行道')
    await resident.says('提交').waitFor()
    await resident.at('#file-place-text-input').fill('')
    await resident.says('还差：位置').waitFor()
    await resident.at(gate).click()
    await resident.at(`${gate}.choice-on`).waitFor()
    expect(await button(resident)).toBe('提交')
    await resident.at(room).click()
    await resident.at(`${room}.choice-on`).waitFor()
    expect(await checked(resident, outside)).toBe('false')
    expect(await button(resident)).toBe('提交')
  })
})

/** Over the limit, as a camera writes it: lying on its side with a note to turn it, and a blue corner at the top left. */
async function cameraPhoto(path: string): Promise<number> {
  const [width, height] = [2600, 1600]
  const noise = randomFillSync(Buffer.allocUnsafe(width * height * 3))
  const corner = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  const { size } = await sharp(noise, { raw: { width, height, channels: 3 } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toFile(path)
  return size
}

test('a photo over the limit is made smaller before it is sent, and arrives upright (D-IN-5)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'property-complaints-photo-'))
  const photo = join(folder, 'photo.jpg')
  expect(await cameraPhoto(photo)).toBeGreaterThan(limits.mediaBytes)
  const answer = resident.page.waitForResponse(response => response.url().endsWith('/media'))
  await pickFile(resident, '#file-media', photo)
  const { data } = (await (await answer).json()) as { data: { url: string } }
  const stored = sharp(Buffer.from(await (await fetch(new URL(data.url, stage.url))).arrayBuffer()))
  expect(await stored.metadata()).toMatchObject({ width: 1575, height: 2560 })
  const corner = await stored.extract({ left: 1575 - 300, top: 50, width: 250, height: 250 }).stats()
  expect(corner.dominant.b).toBeGreaterThan(200)
  expect(corner.dominant.r).toBeLessThan(60)
  await resident.at('#file-media .picker-remove').click()
  rmSync(folder, { recursive: true })
})

test('anonymity: what it hides and what not stands right under its switch', async () => {
  const anonymous = '#file-anonymous'
  expect(await resident.at(anonymous).getAttribute('role')).toBe('switch')
  expect(await checked(resident, anonymous)).toBe('false')
  await resident.at(anonymous).click()
  await resident.says('处理人员看不到您的姓名、电话和房号').waitFor()
  expect(await checked(resident, anonymous)).toBe('true')
  const [above, below] = await Promise.all(
    [anonymous, '#file-anonymity'].map(selector => resident.at(selector).boundingBox()),
  )
  if (!above || !below) throw new Error('the switch and its words are both on the screen')
  expect(below.y - (above.y + above.height)).toBeLessThan(24)
  expect(await resident.at('#file-anonymity').textContent()).toContain('看得到是哪一栋楼')
  await resident.at('#file-room-known').click()
  await resident.says('会猜到是您').waitFor()
  await resident.at('#file-anonymity').scrollIntoViewIfNeeded()
  await resident.shoot('resident-file-anonymous')
})

describe('a draft that waits', () => {
  const kindOn = (kind: string) => `#file-kind-${kind}.choice-on`

  test('the home page says so, and what it is about', async () => {
    await resident.goTo('pages/home/index')
    await resident.at('#home-draft').waitFor()
    await resident.says('投诉 · 电梯').waitFor()
    expect(await resident.at('#home-draft').textContent()).toContain('电梯里的灯一直在闪')
    await resident.shoot('resident-home-draft')
  })

  test('by another kind it is asked first; closing the question leaves the draft as it was', async () => {
    await resident.at('#home-kind-request').click()
    await resident.at('#file-kind-question').waitFor()
    expect(await resident.at('#file-kind-subject').textContent()).toContain('电梯里的灯一直在闪')
    await resident.shoot('resident-file-kind-question')
    await resident.at('#file-kind-question .sheet-close').click()
    await resident.at('#file-kind-question').waitFor({ state: 'detached' })
    expect(await checked(resident, '#file-kind-complaint')).toBe('true')

    await resident.goTo('pages/file/index?kind=request')
    await resident.at('#file-kind-keep').click()
    await resident.at(kindOn('complaint')).waitFor()
    expect(await resident.at('#file-text-input').inputValue()).toContain('电梯里的灯')
  })

  test('changed when that is chosen, with everything else kept', async () => {
    await resident.goTo('pages/file/index?kind=request')
    await resident.at('#file-kind-change').click()
    await resident.at(kindOn('request')).waitFor()
    expect(await resident.at('#file-text-input').inputValue()).toContain('电梯里的灯')
    expect(await checked(resident, '#file-anonymous')).toBe('true')
  })

  test('or begun anew', async () => {
    await resident.goTo('pages/file/index?kind=suggestion')
    await resident.at('#file-kind-afresh').click()
    await resident.at(kindOn('suggestion')).waitFor()
    expect(await resident.at('#file-text-input').inputValue()).toBe('')
    expect(await checked(resident, '#file-anonymous')).toBe('false')
    await resident.goTo('pages/home/index')
    await resident.at('#home-file').waitFor()
    expect(await resident.page.locator('#home-draft').count()).toBe(0)
  })

  test('one tap on the home page goes on with it; another drops it, when asked', async () => {
    await resident.at('#home-file').click()
    await write(resident)
    await resident.at('.page-back').click()
    await resident.at('#home-draft-go').click()
    await resident.at('#file-kept').waitFor()
    expect(await resident.at('#file-text-input').inputValue()).toContain('电梯里的灯')
    await resident.at('.page-back').click()
    await resident.at('#home-draft-drop').click()
    await resident.at('#question-no').click()
    await resident.at('#home-draft').waitFor()
    await resident.at('#home-draft-drop').click()
    await resident.at('#question-yes').click()
    await resident.at('#home-draft').waitFor({ state: 'detached' })
    await resident.goTo('pages/home/index')
    await resident.at('#home-file').waitFor()
    expect(await resident.page.locator('#home-draft').count()).toBe(0)
    expect(resident.errors).toEqual([])
  })
})

describe('one household (D-AC-2)', () => {
  test('one files for a mother without a phone, and whoever shares the home follows it', async () => {
    await resident.goTo('pages/file/index?kind=request')
    await resident.at('#file-category-lighting').click()
    await resident.at('#file-text-input').fill('妈妈房间的灯不亮，晚上起夜看不见。')
    await resident.at('#file-for-named').click()
    expect(await button(resident)).toBe('还差：哪位家人')
    await resident.at('#file-family-name-input').fill('王奶奶')
    await resident.at('#file-family-parent').click()
    expect(await checked(resident, '#file-shared')).toBe('true')
    await resident.at('#file-shared').scrollIntoViewIfNeeded()
    await resident.shoot('resident-file-family')
    await resident.at('#file-submit').click()
    await resident.at('#receipt-number').waitFor()

    const family = await stage.phone('family-1')
    await family.goTo('pages/tickets/index')
    await family.says('家人反映的').waitFor()
    await family.shoot('family-tickets')
    await family.at('.my-ticket').click()
    await family.says('王奶奶（父母）').waitFor()
    await family.at('#ticket-follow').click()
    await family.at('#ticket-follow[aria-checked="true"]').waitFor()
    await family.shoot('family-ticket')
    expect(family.errors).toEqual([])
    await family.close()
  })
})

test('in large type on a dark screen everything fits a phone', async () => {
  const elder = await stage.phone('resident-2', { dark: true })
  await elder.goTo('pages/profile/index')
  await elder.at('#profile-elder').click()
  await elder.at('#profile-elder[aria-checked="true"]').waitFor()
  expect(await elder.at('#profile-elder').getAttribute('role')).toBe('switch')
  await elder.shoot('resident-elder-dark-profile')
  await elder.goTo('pages/file/index?kind=complaint')
  await elder.at('#file-text-input').fill('楼道的灯坏了，晚上看不清。')
  await elder.at('#file-anonymous').click()
  await elder.at('#file-anonymous[aria-checked="true"]').waitFor()
  await elder.at('#file-anonymity').scrollIntoViewIfNeeded()
  await elder.shoot('resident-elder-dark-anonymous')
  await elder.at('#file-talk').scrollIntoViewIfNeeded()
  await elder.shoot('resident-elder-dark-talk')
  const sideways = () => elder.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(await sideways()).toBe(false)
  await elder.goTo('pages/home/index')
  await elder.at('#home-draft').waitFor()
  await elder.shoot('resident-elder-dark-home-draft')
  expect(await sideways()).toBe(false)
  await elder.goTo('pages/file/index?kind=request')
  await elder.at('#file-kind-question').waitFor()
  await elder.shoot('resident-elder-dark-kind-question')
  expect(elder.errors).toEqual([])
  await elder.close()
})
