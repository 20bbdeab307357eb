import { sql } from 'kysely'
import { uuidv7 } from '../../src/data/call/uuid'
import { actAs, addPhoto, callAs, fileAs, openForm as open } from './people'
import { type Phone, type Stage, openStage } from './stage'

/** The main job in real Chromium at 390 px: two people, two browser contexts, no call past the screens. */

jest.setTimeout(600_000)

let stage: Stage
let resident: Phone
let steward: Phone
let manager: Phone

beforeAll(async () => {
  stage = await openStage()
  resident = await stage.phone('resident-1')
  steward = await stage.phone('steward-1')
  manager = await stage.phone('manager-1')
})

afterAll(async () => {
  await stage.close()
})

const minutes = (count: number): void => {
  stage.wall.now += count * 60_000
}

let ticketId = ''

/** The steward's next step on the ticket, opened from the worklist. */
async function openAsSteward(): Promise<void> {
  await steward.goTo(`work/ticket/index?ticketId=${ticketId}`)
  await steward.at('#ticket-detail').waitFor()
}

async function accept(): Promise<void> {
  await openAsSteward()
  await steward.at('#act-accept').click()
  await steward.at('#act-complete, #act-reply').waitFor()
}

const submit = async (phone: Phone): Promise<void> => {
  await phone.at('#submit').click()
  await phone.page.waitForURL(address => !address.hash.includes('work/act'))
}

async function complete(summary: string): Promise<void> {
  await openAsSteward()
  await open(steward, 'complete')
  await steward.at('#field-summary-input').fill(summary)
  if (await steward.at('#field-noPhotoReason-input').isVisible())
    await steward.at('#field-noPhotoReason-input').fill('楼道太暗，拍不清楚')
  await steward.shoot('staff-complete')
  await submit(steward)
}

async function verify(): Promise<void> {
  await manager.goTo(`work/ticket/index?ticketId=${ticketId}`)
  await open(manager, 'verify')
  await submit(manager)
}

async function rate(face: number, solved: 'yes' | 'no'): Promise<void> {
  await resident.goTo(`pages/survey/index?ticketId=${ticketId}`)
  await resident.at(`#survey-solved-${solved}`).click()
  if (solved === 'no') {
    await resident.at('#survey-reason-cameBack').click()
    await addPhoto(resident, '#survey-media', '#a08060')
    await resident.at('#survey-media').scrollIntoViewIfNeeded()
    await resident.shoot('resident-survey-not-solved')
    await resident.at('#survey-next').click()
  }
  // What is solved is rated with one tap, what is not in three.
  for (const rating of solved === 'yes' ? ['all'] : ['result', 'measures', 'reception']) {
    await resident.at(`#survey-${rating}-${face}`).click()
  }
}

const stateOf = async (id: string): Promise<string> => {
  const row = await stage.host.runtime.db
    .selectFrom('ticket')
    .where('id', '=', id)
    .select('state')
    .executeTakeFirstOrThrow()
  return row.state
}
const state = (): Promise<string> => stateOf(ticketId)

/** Work that a steward has done. */
const work = { summary: '换了新的，试过好用', cause: { factor: 'equipment' }, verdict: 'substantiated' } as const

describe('the main job on three screens', () => {
  test('a resident files with a photo and gets a number and a promise', async () => {
    await resident.goTo('pages/home/index')
    await resident.at('#home-file').waitFor()
    await resident.shoot('resident-home')
    await resident.at('#home-file').click()
    await resident.at('#file-kind-complaint').click()
    await resident.at('#file-category-lift').click()
    await resident.at('#file-text-input').fill('电梯运行时有很大的响声，到三楼还会抖一下。')
    await addPhoto(resident, '#file-media', '#8b95a0')
    await resident.shoot('resident-file')
    await resident.at('#file-submit').click()
    await resident.at('#receipt-number').waitFor()
    await resident.shoot('resident-receipt')
    const row = await stage.host.runtime.db.selectFrom('ticket').select(['id', 'number']).executeTakeFirstOrThrow()
    ticketId = row.id
    const shown = (await resident.at('#receipt-number').textContent()) ?? ''
    expect(shown.replace(/\D/g, '')).toContain(row.number)
    expect(await state()).toBe('dispatched')
  })

  test('the building’s steward finds it in the worklist, accepts, replies and completes', async () => {
    minutes(4)
    await steward.goTo('work/worklist/index')
    await steward.at(`[id="ticket-${ticketId}"]`).waitFor()
    await steward.shoot('staff-worklist')
    await accept()
    await steward.shoot('staff-ticket')
    await open(steward, 'reply')
    await steward.at('#field-text-input').fill('您好，已经通知维保单位今天到场检查。')
    await submit(steward)
    minutes(60)
    await complete('维保单位更换了磨损的导靴，试运行一天没有异响。')
    expect(await state()).toBe('completed')
  })

  test('somebody else verifies it, and the resident, not content, has it taken up again', async () => {
    minutes(30)
    await manager.goTo('work/queue/index')
    await manager.page.waitForLoadState('networkidle')
    await manager.shoot('desk-queue-phone')
    await verify()
    expect(await state()).toBe('callback')
    await resident.goTo(`pages/ticket/index?ticketId=${ticketId}`)
    await resident.at('#ticket-standing').waitFor()
    await resident.shoot('resident-ticket')
    await rate(2, 'no')
    await resident.at('#survey-submit').click()
    await resident.at('#survey-thanks').waitFor()
    expect(await state()).toBe('dispatched')
  })

  test('the second round ends with a content resident, and the ticket is closed', async () => {
    minutes(20)
    await accept()
    // What the resident showed is there before the work begins again (D-CB-3).
    await steward.page
      .locator('.timeline-bubble', { hasText: '没有解决' })
      .locator('.photo-grid-photo')
      .first()
      .waitFor()
    await complete('重新检查并更换整套导靴，业主在场试乘确认。')
    await verify()
    await rate(5, 'yes')
    await resident.shoot('resident-survey')
    await resident.at('#survey-submit').click()
    await resident.at('#survey-thanks').waitFor()
    await resident.shoot('resident-survey-thanks')
    expect(await state()).toBe('closed')
  })

  test('all that was told of it is one message with its newest, and opening the matter reads it', async () => {
    await resident.goTo('pages/notices/index')
    await resident.at('.notice').waitFor()
    const entries = resident.page.locator('.notice')
    expect(await entries.count()).toBe(1)
    expect(await resident.page.locator('.notice-new').count()).toBe(1)
    expect(await entries.first().textContent()).toContain('电梯')
    expect(await entries.first().textContent()).toContain('已办结')
    await entries.first().click()
    await resident.at('#ticket-standing').waitFor()
    await resident.settled()
    await resident.goTo('pages/notices/index')
    await resident.at('.notice').waitFor()
    await resident.page.locator('.notice-new').waitFor({ state: 'detached' })
  })

  test('neighbours read that it was reported, join with one tap, and take theirs out again', async () => {
    const words = '楼道灯整夜不亮'
    const matter = await fileAs(stage, words)
    const neighbour = await stage.phone('resident-2')
    await neighbour.goTo('pages/file/index?kind=request')
    await neighbour.at('#file-category-lighting').click()
    await neighbour.at(`[id="file-near-${matter}"]`).waitFor()
    await neighbour.at(`[id="file-near-${matter}"]`).scrollIntoViewIfNeeded()
    await neighbour.shoot('resident-file-neighbours')
    await neighbour.at(`[id="file-near-${matter}"] [role="button"]`).click()
    await neighbour.at('#ticket-standing').waitFor()
    await neighbour.settled()
    expect(await neighbour.page.textContent('body')).not.toContain(words)
    await neighbour.shoot('resident-ticket-joined')
    const people = async () => {
      const { rows } = await sql<{ people: number }>`
        select jsonb_array_length(body->'complainants') as people from ticket where id = ${matter}`.execute(stage.db)
      return rows[0]?.people
    }
    expect(await people()).toBe(2)
    await neighbour.at('#ticket-undoMerge').click()
    await neighbour.at('#act-send').click()
    await neighbour.page.locator('#act-undoMerge').waitFor({ state: 'detached' })
    expect(await people()).toBe(1)
    expect(neighbour.errors).toEqual([])
    await neighbour.close()
  })

  test('one tap in the inbox answers; what is added goes to whoever did the work (D-CB-5)', async () => {
    const matter = await fileAs(stage, '二楼楼道的灯一闪一闪的')
    await actAs(stage, 'steward-1', matter, { command: 'accept' })
    await actAs(stage, 'steward-1', matter, { command: 'complete', ...work, responsibleParty: 'own' })
    await actAs(stage, 'manager-1', matter, { command: 'verify' })
    await expect(
      actAs(stage, 'steward-1', matter, { command: 'exempt', reason: 'sensitive', text: '不便' }),
    ).rejects.toThrow('forbidden')
    await resident.goTo('pages/notices/index')
    await resident.at(`[id="solved-yes-${matter}"]`).waitFor()
    await resident.shoot('resident-notices')
    // Without a network it says so, and the same tap counts once there is one.
    await resident.context.setOffline(true)
    await resident.at(`[id="solved-yes-${matter}"]`).click()
    await resident.says('没有网络').waitFor()
    await resident.context.setOffline(false)
    await resident.at(`[id="solved-yes-${matter}"]`).click()
    await resident.at('#survey-noted').waitFor()
    await resident.shoot('resident-survey-tapped')
    expect(await stateOf(matter)).toBe('closed')
    await resident.at('#survey-measures-5').click()
    await resident.at('#survey-reception-5').click()
    await resident.at('#survey-text-input').fill('来得很快，谢谢')
    await resident.shoot('resident-survey-last')
    await resident.at('#survey-submit').click()
    await resident.at('#survey-thanks').waitFor()
    const { timeline } = await callAs(stage, 'steward-1', 'ticket', 'get', { ticketId: matter })
    expect(timeline.at(-1)?.text).toContain('来得很快，谢谢')
    // Answered and said: it asks for nothing any more.
    await resident.goTo('pages/notices/index')
    await resident.at('.notice').waitFor()
    expect(await resident.page.locator(`[id="solved-yes-${matter}"]`).count()).toBe(0)
  })

  test('still not solved the second time, with one tap: it goes one level up (D-CB-3)', async () => {
    const matter = await fileAs(stage, '电梯的按钮不亮', 'lift')
    for (const round of [1, 2]) {
      await actAs(stage, 'steward-1', matter, { command: 'accept' })
      await actAs(stage, 'steward-1', matter, { command: 'complete', ...work, responsibleParty: 'own' })
      await actAs(stage, 'clerk-1', matter, { command: 'verify' })
      const not = { ticketId: matter, idempotencyKey: uuidv7(), solved: false, result: 2 }
      if (round === 1) await callAs(stage, 'resident-1', 'survey', 'answer', not)
    }
    await resident.goTo('pages/home/index')
    await resident.at(`[id="solved-no-${matter}"]`).click()
    await resident.at('#survey-noted').waitFor()
    await resident.shoot('resident-survey-tapped-not')
    await manager.goTo('work/worklist/index')
    await manager.at(`[id="ticket-${matter}"]`).waitFor()
    expect(await stateOf(matter)).toBe('dispatched')
  })

  test('whoever takes down a call joins the caller to a neighbour’s matter, and undoes it (D-IN-6, D-HD-8)', async () => {
    const matter = await fileAs(stage, '地下车库入口的灯不亮', 'lighting')
    const clerk = await stage.phone('clerk-1')
    await clerk.goTo('work/file/index')
    await clerk.at('#field-phone-input').fill('13900004321')
    await clerk.at('#field-text-input').fill('车库入口的灯不亮，倒车看不见')
    await clerk.at('#field-placeId-text-input').fill('1号楼1单元102')
    await clerk.at('[id^="field-placeId-found-"]').click()
    await clerk.at('[id^="category-proposal-"]').click()
    const near = `[id="file-near-${matter}"] [role="button"]`
    await clerk.at(near).waitFor()
    await clerk.at(near).scrollIntoViewIfNeeded()
    await clerk.shoot('staff-file-neighbours')
    await clerk.at('#field-signs').scrollIntoViewIfNeeded()
    await clerk.shoot('staff-file-signs')
    await clerk.at(near).click()
    await clerk.at('#filed-say').waitFor()
    await clerk.shoot('staff-file-joined')
    await clerk.at('#open-filed').click()
    await open(clerk, 'undoMerge')
    await submit(clerk)
    const { rows } = await sql<{ people: number }>`
      select jsonb_array_length(body->'complainants') as people from ticket where id = ${matter}`.execute(stage.db)
    expect(rows).toEqual([{ people: 1 }])
    expect(clerk.errors).toEqual([])
    await clerk.close()
  })

  test('a major matter is confirmed, reported part by part, and approved by quality (D-SP-1, D-SP-3)', async () => {
    const { rooms } = await callAs(stage, 'resident-1', 'account', 'me', {})
    const onBehalf = { channel: 'phone', phone: '13900009876', name: '王阿姨', signs: ['injury'] } as const
    const { ticketId: matter } = await callAs(stage, 'clerk-1', 'ticket', 'file', {
      idempotencyKey: uuidv7(),
      kind: 'complaint',
      category: 'corridor',
      placeId: rooms[0]?.placeId ?? '',
      text: '楼道地面有油，母亲滑倒，脚踝扭伤',
      onBehalf,
    })
    const form = (command: string) => `work/act/index?ticketId=${matter}&command=${command}`
    const both = async (phone: Phone, name: string) => {
      await phone.shoot(name)
      await phone.page.setViewportSize({ width: 1280, height: 860 })
      await phone.shoot(`${name}-wide`)
      await phone.page.setViewportSize({ width: 390, height: 844 })
    }
    await manager.goTo(form('judgeSeverity'))
    await manager.at('#field-confirmed-yes').click()
    await both(manager, 'staff-judge-severity')
    await submit(manager)
    await manager.goTo(form('report'))
    await manager.at('#field-text-input').fill('3 月 2 日 10 时，业主母亲在一楼楼道滑倒。')
    await manager.at('#field-parts-cause-input').fill('保洁后没有放置提示牌')
    await both(manager, 'staff-report')
    await submit(manager)
    const quality = await stage.phone('quality-1')
    await quality.goTo(form('judgeReport'))
    await quality.at('#field-approved-yes').click()
    await both(quality, 'staff-judge-report')
    await submit(quality)
    const { timeline, severity } = await callAs(stage, 'manager-1', 'ticket', 'get', { ticketId: matter })
    expect(severity).toBe('major')
    expect(timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['severityJudged', 'reported', 'reportJudged']),
    )
    expect(quality.errors).toEqual([])
    await quality.close()
  })

  test('what was refused on the way stands in one list for the manager (D-CB-6)', async () => {
    await manager.goTo('manage/findings/index')
    await manager.at('#findings-latest').waitFor()
    await manager.shoot('manage-findings')
    expect(await manager.at('#findings-people').textContent()).toContain('李静 · 1 次')
    await manager.at('#findings-latest [role="link"]').click()
    await manager.at('#ticket-detail').waitFor()
  })

  test('no page threw an error on the way', () => {
    expect([...resident.errors, ...steward.errors, ...manager.errors]).toEqual([])
  })
})
