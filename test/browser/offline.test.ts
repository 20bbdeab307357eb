import { actAs, callAs, fileAs, openForm, pickPhoto } from './people'
import { type Phone, type Stage, openStage } from './stage'

/** Without a network, in real Chromium: pages open, work and filings wait on the phone, nothing is lost or doubled. */

jest.setTimeout(300_000)

let stage: Stage
let steward: Phone
let resident: Phone

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage.close()
})

const cut = (phone: Phone, off: boolean) => phone.context.setOffline(off)

/** Events of a ticket by their types, as the database has them. */
async function eventsOf(ticketId: string): Promise<string[]> {
  const rows = await stage.db.selectFrom('event').where('ticket_id', '=', ticketId).orderBy('seq').selectAll().execute()
  return rows.map(({ type }) => type)
}
const ticketsBy = async (): Promise<{ id: string; number: string }[]> =>
  stage.db.selectFrom('ticket').select(['id', 'number']).orderBy('filed_at').execute()

/** The pages of this phone are kept by its browser from now on. */
const keepPages = (phone: Phone) =>
  phone.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

describe('a steward in a stairwell', () => {
  let ticketId = ''
  beforeAll(async () => {
    ticketId = await fileAs(stage, '三楼的灯不亮，晚上看不见台阶。')
    steward = await stage.phone('steward-1', { offline: true })
    await steward.goTo('work/worklist/index')
    await steward.at(`[id="next-${ticketId}"]`).waitFor()
    await keepPages(steward)
  })

  test('opens a listed ticket that was never opened before, accepts it, and goes on to the work', async () => {
    await cut(steward, true)
    await steward.at(`[id="ticket-${ticketId}"]`).click()
    await steward.at('#ticket-detail').waitFor()
    await steward.says('网络断开了').waitFor()
    await steward.at('#act-accept').click()
    await steward.at('#stored-waiting').waitFor()
    expect(await steward.at('#stored-waiting').textContent()).toContain('接单：已存在手机上，联网后自动发送')
    await steward.at('#act-reply').waitFor()
    await steward.shoot('staff-offline')
    expect(await eventsOf(ticketId)).not.toContain('accepted')
  })

  test('completes it with a photo, and all of it outlives a reload without a network', async () => {
    await openForm(steward, 'complete')
    await steward.at('#field-summary-input').fill('换了三楼的灯泡，已经亮了。')
    await pickPhoto(steward, '#field-photos-picker', '#ffeebb')
    await steward.at('#submit').click()
    await steward.page.waitForURL(address => !address.hash.includes('work/act'))
    await steward.page.reload()
    await steward.at('#stored-strip').waitFor()
    expect(await steward.at('#stored-strip').textContent()).toContain('2 件待发送')
    await steward.at('#stored-strip').click()
    await steward.says('完成 · ').waitFor()
    await steward.shoot('staff-stored')
  })

  test('sends it by itself, in order and once, when the network is back', async () => {
    await cut(steward, false)
    await steward.says('都发出去了').waitFor()
    const events = await eventsOf(ticketId)
    expect(events.filter(type => type === 'accepted')).toHaveLength(1)
    expect(events.filter(type => type === 'completed')).toHaveLength(1)
    const { photos } = await callAs(stage, 'manager-1', 'ticket', 'get', { ticketId })
    expect(photos.after).toHaveLength(1)
    expect(steward.errors).toEqual([])
  })

  test('is told plainly when the ticket has moved on meanwhile, and keeps what was written', async () => {
    const moved = await fileAs(stage, '四楼的灯也不亮。')
    await steward.goTo('work/worklist/index')
    await steward.at(`[id="next-${moved}"]`).click()
    await steward.page.waitForFunction(
      id => !document.getElementById(`next-${id}`)?.textContent?.includes('接单'),
      moved,
    )
    await steward.goTo(`work/act/index?ticketId=${moved}&command=reply`)
    await steward.at('#field-text-input').fill('我马上过去看。')
    await cut(steward, true)
    await steward.at('#submit').click()
    await steward.page.waitForURL(address => !address.hash.includes('work/act'))
    await callAs(stage, 'manager-1', 'ticket', 'act', {
      ticketId: moved,
      idempotencyKey: 'declined-meanwhile',
      command: 'decline',
      reason: 'notOurs',
      text: '这盏灯归市政管，已经转告。',
    })
    await cut(steward, false)
    await steward.says('1 件没有提交成功').waitFor()
    await steward.at('#stored-strip').click()
    await steward.says('看看我写的').waitFor()
    await steward.shoot('staff-refused-later')
    expect(await eventsOf(moved)).not.toContain('replied')
    await steward.says('看看我写的').click()
    await steward.at('#field-text-input').waitFor()
    expect(await steward.at('#field-text-input').inputValue()).toBe('我马上过去看。')
  })
})

describe('a resident without a network', () => {
  test('opens the pages, files with a photo, and is told that it waits on the phone', async () => {
    resident = await stage.phone('resident-1', { offline: true })
    await resident.goTo('pages/file/index')
    await resident.at('#file-kind-complaint').waitFor()
    await keepPages(resident)
    const before = (await ticketsBy()).length
    await cut(resident, true)
    await resident.page.reload()
    await resident.at('#file-kind-complaint').click()
    await resident.at('#file-category-lift').click()
    await resident.at('#file-text-input').fill('电梯门关不严，风很大。')
    await pickPhoto(resident, '#file-media', '#99aabb')
    await resident.at('#file-submit').click()
    await resident.at('#receipt-stored').waitFor()
    await resident.shoot('resident-stored')
    await resident.page.reload()
    await resident.at('#receipt-stored').waitFor()
    expect(await ticketsBy()).toHaveLength(before)

    await cut(resident, false)
    await resident.at('#receipt-number').waitFor()
    const tickets = await ticketsBy()
    expect(tickets).toHaveLength(before + 1)
    const shown = ((await resident.at('#receipt-number').textContent()) ?? '').replace(/\D/g, '')
    expect(tickets.map(({ number }) => number)).toContain(shown)
    expect(resident.errors).toEqual([])
  })

  test('in danger is given the number to call first', async () => {
    await resident.goTo('pages/file/index')
    await resident.at('#file-kind-request').click()
    await resident.at('#file-category-lift').click()
    await resident.at('#file-text-input').fill('电梯停在三楼，有人被困，请快来。')
    await resident.at('#file-emergency').click()
    await cut(resident, true)
    await resident.at('#file-submit').click()
    await resident.at('#stored-emergency .call-digits').waitFor()
    await resident.shoot('resident-stored-emergency')
    await cut(resident, false)
    await resident.at('#receipt-number').waitFor()
  })

  test('a server that hangs is told for what it is, and the filing waits on the phone', async () => {
    const before = (await ticketsBy()).length
    await resident.goTo('pages/file/index')
    await resident.at('#file-kind-complaint').click()
    await resident.at('#file-category-lift').click()
    await resident.at('#file-text-input').fill('电梯里的灯一直在闪。')
    await resident.page.clock.install()
    // Taken, and answered by nobody: whether it arrived the phone cannot know.
    let hung = false
    await resident.page.route('**/call/ticket', async route => {
      if (!route.request().postData()?.includes('"file"')) return route.continue()
      if (hung) return route.continue()
      hung = true
      await route.fetch()
    })
    await resident.at('#file-submit').click()
    await resident.page.clock.runFor(5_000)
    await resident.says('网络有点慢').waitFor()
    await resident.page.clock.runFor(6_000)
    await resident.at('#receipt-stored, #receipt-number').waitFor()
    await resident.page.clock.runFor(10_000)
    await resident.at('#receipt-number').waitFor()
    // The first try had arrived: the second, under the same key, found it.
    expect(await ticketsBy()).toHaveLength(before + 1)
  })

  test('signing out leaves no photo of a draft in the browser', async () => {
    const leaving = await stage.phone('resident-1')
    await leaving.goTo('pages/file/index')
    await leaving.at('#file-kind-complaint').waitFor()
    await leaving.page.route('**/media', route => route.abort())
    await pickPhoto(leaving, '#file-media', '#445566')
    const hasPhotos = (wanted: number) =>
      leaving.page.waitForFunction(
        count =>
          new Promise<boolean>((resolve, reject) => {
            const opening = indexedDB.open('keyval-store')
            opening.onerror = () => reject(new Error('no database'))
            opening.onsuccess = () => {
              const counted = opening.result.transaction('keyval').objectStore('keyval').count()
              counted.onsuccess = () => resolve(counted.result === count)
            }
          }),
        wanted,
      )
    await hasPhotos(1)
    await leaving.goTo('pages/profile/index')
    await leaving.at('#profile-sign-out').click()
    await leaving.at('#question-yes').click()
    await leaving.at('#home-emergency').waitFor()
    await hasPhotos(0)
    await leaving.close()
  })

  test('an address that leads nowhere says so, and leads home', async () => {
    const lost = await stage.phone('resident-1')
    await lost.goTo('pages/nowhere/index')
    await lost.says('没有找到这个页面').waitFor()
    await lost.shoot('lost')
    await lost.says('回首页').click()
    await lost.at('#home-file').waitFor()
    await lost.close()
  })
})

const day = 86_400_000
const setClock = (phone: Phone, wrong: number) => phone.page.clock.setSystemTime(stage.wall.now + wrong)

describe('words that were kept yesterday', () => {
  test('a promise for 明天 says 今天 when it is read the day after, and a message names the date', async () => {
    const ticketId = await fileAs(stage, '车库的门关不上，一直响。')
    await actAs(stage, 'steward-1', ticketId, { command: 'accept' })
    const until = Date.UTC(2026, 2, 3, 10)
    await actAs(stage, 'steward-1', ticketId, { command: 'hold', reason: 'awaitingPart', until })
    // As it was stored before texts named dates.
    const held = stage.db.updateTable('notice').where('ticket_id', '=', ticketId).where('type', '=', 'held')
    await held.set({ text: '在等配件，预计 明天 18:00 继续' }).execute()

    const phone = await stage.phone('resident-1', { offline: true })
    await setClock(phone, 0)
    await phone.goTo('pages/notices/index')
    await phone.at('.notice').waitFor()
    expect(await phone.at('.notice').textContent()).toContain('3月3日周二 18:00')
    await phone.goTo(`pages/ticket/index?ticketId=${ticketId}`)
    await phone.at('#ticket-standing').waitFor()
    expect(await phone.at('#ticket-standing').textContent()).toContain('明天 18:00')
    await keepPages(phone)
    await cut(phone, true)
    await setClock(phone, day)
    await phone.page.reload()
    await phone.at('#ticket-standing').waitFor()
    expect(await phone.at('#ticket-standing').textContent()).toContain('今天 18:00')
    expect(await phone.page.locator('body').textContent()).not.toContain('明天')
    await phone.goTo('pages/notices/index')
    await phone.at('.notice').waitFor()
    expect(await phone.at('.notice').textContent()).toContain('3月3日周二 18:00')
    expect(phone.errors).toEqual([])
    await phone.close()
  })
})

describe('phones whose clocks are wrong by a day', () => {
  const text = '五楼的灯一闪一闪，晃眼睛。'

  test('a day ahead: what is filed is promised by the server’s time, and a draft stays when the clock is put right', async () => {
    const ahead = await stage.phone('resident-1')
    await setClock(ahead, day)
    const before = (await ticketsBy()).length
    await ahead.goTo('pages/file/index')
    await ahead.at('#file-kind-request').click()
    await ahead.at('#file-category-lighting').click()
    await ahead.at('#file-text-input').fill(text)
    await ahead.at('#file-submit').click()
    await ahead.at('#receipt-promise').waitFor()
    expect(await ahead.at('#receipt-promise').textContent()).toContain('今天')
    expect(await ticketsBy()).toHaveLength(before + 1)

    await ahead.goTo('pages/file/index')
    await ahead.at('#file-text-input').fill('还有一件事')
    await setClock(ahead, -day)
    await ahead.page.reload()
    await ahead.at('#file-kept').waitFor()
    expect(await ahead.at('#file-text-input').inputValue()).toBe('还有一件事')
    await ahead.says('还差').waitFor()
    expect(ahead.errors).toEqual([])
    await ahead.close()
  })

  test('a day behind, then a day ahead: what is accepted and done without a network is sent once, in order', async () => {
    const { id } = (await ticketsBy()).at(-1) ?? { id: '' }
    const behind = await stage.phone('steward-1', { offline: true })
    await setClock(behind, -day)
    await behind.goTo('work/worklist/index')
    await behind.at(`[id="next-${id}"]`).waitFor()
    // Its time runs out today, by the server's clock.
    expect(await behind.at(`[id="ticket-${id}"]`).textContent()).not.toMatch(/超过|明天/)
    await keepPages(behind)
    await cut(behind, true)
    await behind.at(`[id="next-${id}"]`).click()
    await behind.says('已存').waitFor()
    await setClock(behind, day)
    await behind.page.reload()
    await behind.at('#stored-strip').waitFor()
    await behind.at(`[id="ticket-${id}"]`).click()
    await openForm(behind, 'complete')
    await behind.at('#field-summary-phrase-0').click()
    await behind.at('#submit').click()
    await behind.page.waitForURL(address => !address.hash.includes('work/act'))
    await behind.at('#stored-strip').click()
    await behind.says('完成 · ').waitFor()
    await cut(behind, false)
    await behind.says('都发出去了').waitFor()
    const rows = await stage.db.selectFrom('event').where('ticket_id', '=', id).select(['type', 'at']).execute()
    const count = (type: string) => rows.filter(row => row.type === type).length
    expect([count('filed'), count('accepted'), count('completed')]).toEqual([1, 1, 1])
    expect(rows.every(({ at }) => Math.abs(Number(at) - stage.wall.now) < 3_600_000)).toBe(true)
    expect(behind.errors).toEqual([])
    await behind.close()
  })
})
