import { nothingFound } from '../../cloud/domain/counting/asking'
import { askingRow } from '../../cloud/store/counting/rows'
import { countFailures, deadLetters } from '../../cloud/store/timer/dead-letters'
import { uuidv7 } from '../../src/data/call/uuid'
import { tooSmall } from './elder'
import { callWith, callsOf, fileAs, signIn } from './people'
import { type Phone, type Stage, openStage } from './stage'

/** The manager's screens in real Chromium: rules are changed, rehearsed and saved; people planned; a ticket supervised. */

jest.setTimeout(600_000)

let stage: Stage
let manager: Phone
let steward: Phone
let ticketId = ''

const call = callsOf(() => stage)
const file = (text: string, category?: string): Promise<string> => fileAs(stage, text, category)

const hours = (count: number): void => {
  stage.wall.now += count * 3_600_000
}

/** Lets what is due happen, as the scheduler does. */
const tick = () =>
  fetch(`${stage.url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'PT1M' }),
  })

/** A picture of what stays: sentences and questions that go by themselves have gone. */
const shoot = async (name: string, phone = manager): Promise<void> => {
  await phone.page.waitForFunction(() =>
    [...document.querySelectorAll('.taro__toast, .question')].every(
      passing => getComputedStyle(passing).display === 'none',
    ),
  )
  await phone.shoot(name)
}

/** Says yes to a question of the page. */
const confirm = async (phone: Phone): Promise<void> => {
  await phone.at('#question-yes').click()
}

beforeAll(async () => {
  stage = await openStage()
  for (const text of ['大厅的灯坏了两盏，晚上很暗。', '楼道的声控灯一直不亮。', '地下车库入口的灯闪。'])
    await file(text)
  hours(30)
  await tick()
  ticketId = await file('电梯运行时有很大的响声，到三楼还会抖一下。', 'lift')
  hours(0.5)
  manager = await stage.phone('manager-1')
  steward = await stage.phone('steward-1')
})

afterAll(async () => {
  await stage.close()
})

describe('the manager’s screens', () => {
  test('begin with what wants looking at', async () => {
    await manager.goTo('manage/hub/index')
    await manager.at('#hub-overview').waitFor()
    await manager.says('件超时').waitFor()
    await shoot('manage-hub')
    await manager.at('#hub-overview').click()
    await manager.at('#figures').waitFor()
    await shoot('manage-overview')
    await manager.goTo('manage/escalations/index')
    await manager.at('.ticket-line').waitFor()
    await shoot('manage-escalations')
  })

  test('a figure is changed, rehearsed on the past, saved as a version, and stands in the history', async () => {
    await manager.goTo('manage/deadlines/index')
    // Acceptance of what is neither an emergency nor urgent: two hours become four.
    const row = manager.at('#deadlines-accept .deadline-rule:last-child .tappable')
    await row.click()
    await manager.at('#deadline-sheet').waitFor()
    await shoot('manage-deadline-sheet')
    await manager.at('#figure-input').fill('4')
    await manager.at('#deadline-done').click()
    await manager.says('有未保存的修改（1 处）').waitFor()
    await shoot('manage-deadlines')
    await manager.at('#draft-review').click()
    await manager.says('没有发现问题').or(manager.at('#review-problems .review-problem')).first().waitFor()
    await manager.at('#review-rehearse').click()
    await manager.at('#rehearse').click()
    await manager.at('#rehearsal-table').waitFor()
    expect(await manager.at('#before-filed').textContent()).toBe('4')
    await manager.at('#rehearsal-differing .differ').waitFor()
    await shoot('manage-rehearsal')
    await manager.at('#rehearsal-save').click()
    await manager.at('#review-save').click()
    // Nothing is saved without a word why.
    await manager.says('请写一句为什么这样改').waitFor()
    await manager.at('#review-note-input').fill('接单时间按实际情况放宽')
    await shoot('manage-review')
    await manager.at('#review-save').click()
    await confirm(manager)
    await manager.page.waitForURL(address => !address.hash.includes('manage/review'))
    await manager.goTo('manage/history/index')
    await manager.at('#version-2').waitFor()
    await manager.says('接单时间按实际情况放宽').waitFor()
    await manager.at('#changes-2').click()
    await manager.at('#version-sheet .change').waitFor()
    await shoot('manage-history')
    const { policy } = await call('manager-1', 'policy', 'current', {})
    expect(policy.deadlines.filter(({ kind }) => kind === 'accept').map(({ target }) => target)).toContainEqual({
      hours: 4,
    })
  })

  test('a rule that cannot be is said at the very rule and never saved', async () => {
    await manager.goTo('manage/rules/index')
    await manager.at('#rule-add').waitFor()
    await shoot('manage-rules')
    // The default in front of everything else leaves nothing for the others.
    const last = (await call('manager-1', 'policy', 'current', {})).policy.routing.length - 1
    for (let index = last; index > 0; index--) await manager.at(`#rule-up-${index}`).click()
    await manager.at('.problem-blocking').waitFor()
    await shoot('manage-rules-problem')
    await manager.at('#draft-review').click()
    await manager.at('#review-problems .review-problem').waitFor()
    expect(await manager.at('#review-save').getAttribute('aria-disabled')).toBe('true')
    await manager.goTo('manage/rules/index')
    await manager.at('#draft-discard').click()
    await confirm(manager)
    await manager.at('#draft-strip').waitFor({ state: 'detached' })
    expect((await call('manager-1', 'policy', 'history', {})).versions).toHaveLength(2)
  })

  test('a day of the calendar gets shifts of its own, and a year of holidays is pasted', async () => {
    await manager.goTo('manage/calendar/index')
    await manager.at('#day-2026-03-14').waitFor()
    await manager.at('#day-2026-03-14').click()
    await manager.at('#day-weekday').click()
    await manager.at('#day-done').click()
    await manager.at('#day-2026-03-14.month-own').waitFor()
    await manager.at('#month').evaluate(month => month.scrollIntoView({ block: 'center' }))
    await shoot('manage-calendar')
    await manager.at('#holiday-import').click()
    await manager.at('#holiday-text-input').fill('2027-01-01 休\n2027-10-01~2027-10-07 休\n2027-10-10 班')
    await manager.at('#holiday-read').click()
    await manager.says('休息 8 天').waitFor()
    await manager.at('#holiday-done').click()
    await manager.says('2027 年（自己导入的）').waitFor()
    await manager.at('#draft-discard').click()
    await confirm(manager)
  })

  test('duty is planned, leave is recorded, and the open tickets go to others in one step', async () => {
    await manager.goTo('manage/roster/index')
    await manager.at('[id^="duty-add-"]').click()
    const person = manager.at('#duty-sheet .choices-rows .choice')
    await expect(person.textContent()).resolves.toContain('何文华')
    await person.click()
    await manager.at('#duty-done').click()
    await manager.at('#duty-sheet').waitFor({ state: 'detached' })
    await manager.at('.week-duty:has-text("何文华"):has-text("20:00–次日 08:00")').waitFor()
    await shoot('manage-roster')

    const { people } = await call('manager-1', 'staff', 'list', {})
    const night = people.find(({ name }) => name === '何文华')?.duty
    expect(night).toEqual([{ from: Date.UTC(2026, 2, 2, 12), to: Date.UTC(2026, 2, 3) }])
    // What nobody accepted has been passed on (D-RT-3): whoever holds most is away now.
    const away = [...people].sort((a, b) => b.openTickets - a.openTickets)[0]
    expect(away?.openTickets).toBeGreaterThan(1)
    await manager.at(`[id="person-${away?.id}"]`).click()
    await manager.at('#leave-add').click()
    await manager.at('#leave-done').click()
    await confirm(manager)
    await manager.at('#hand-over-sheet').waitFor()
    await shoot('manage-hand-over')
    await manager.at('#hand-over-go').click()
    await confirm(manager)
    await manager.at('#handed-over').waitFor()
    await shoot('manage-handed-over')
    expect(await manager.page.locator('#handed-over .handed-row').count()).toBe(away?.openTickets)
    const after = (await call('manager-1', 'staff', 'list', {})).people.find(({ id }) => id === away?.id)
    expect(after).toMatchObject({ openTickets: 0, onLeaveToday: true })
  })

  test('a supervise order is given from the overview, and the steward answers it', async () => {
    // The steward of the building has it, whoever had it before.
    const { people } = await call('manager-1', 'staff', 'list', {})
    const li = people.find(({ name }) => name === '李静')
    await call('manager-1', 'ticket', 'act', {
      ticketId,
      idempotencyKey: uuidv7(),
      command: 'dispatch',
      assigneeId: li?.id ?? '',
    })
    await manager.goTo('manage/overview/index')
    await manager.at(`[id="supervise-${ticketId}"]`).click()
    await manager.at('#field-text-input').fill('请今天内给出处理方案，并告诉业主。')
    await shoot('manage-supervise')
    await manager.at('#submit').click()
    await manager.page.waitForURL(address => !address.hash.includes('work/act'))
    await steward.goTo(`work/ticket/index?ticketId=${ticketId}`)
    await steward.says('请今天内给出处理方案').waitFor()
    await steward.says('接下来').waitFor()
    await steward.shoot('staff-supervised')
    await steward.at('#act-answerSupervision').click()
    await steward.at('#field-text-input').fill('已联系维保单位，今天 17:00 前到场，已告诉业主。')
    await steward.at('#submit').click()
    await steward.page.waitForURL(address => !address.hash.includes('work/act'))
    const ticket = await call('manager-1', 'ticket', 'get', { ticketId })
    expect(ticket.supervision).toMatchObject({ answered: true })
  })

  test('whoever is asked to help finds it in the worklist, with the task first', async () => {
    const helper = (await call('handler-1', 'account', 'me', {})).id
    const request = { ticketId, idempotencyKey: uuidv7(), command: 'assist' as const }
    await call('manager-1', 'ticket', 'act', {
      ...request,
      assigneeId: helper,
      task: '请带钥匙开机房，陪维保单位查看曳引机。',
    })
    const phone = await stage.phone('handler-1')
    await phone.goTo('work/worklist/index')
    await phone.at('#segment-doing').click()
    await phone.at(`[id="ticket-${ticketId}"]`).waitFor()
    await phone.says('协办').waitFor()
    await phone.shoot('staff-worklist-helping')
    // As with the keyboard alone.
    await phone.at(`[id="ticket-${ticketId}"]`).focus()
    await phone.page.keyboard.press('Enter')
    await phone.at('#assist-asked').waitFor()
    await phone.shoot('staff-ticket-helping')
    await phone.at('#act-finishAssist').click()
    await phone.at('#field-text-input').fill('机房已打开，维保单位在查看。')
    await phone.at('#submit').click()
    await phone.page.waitForURL(address => !address.hash.includes('work/act'))
    const { assists } = await call('manager-1', 'ticket', 'get', { ticketId })
    expect(assists).toMatchObject([{ doneAt: expect.any(Number) as number }])
    expect(phone.errors).toEqual([])
    await phone.close()
  })

  test('what has failed again and again is tried again from the health page', async () => {
    const { center_id: centerId } = await stage.db
      .selectFrom('ticket')
      .where('id', '=', ticketId)
      .select('center_id')
      .executeTakeFirstOrThrow()
    const failed = { centerId, itemId: ticketId, ticketId, version: 0, error: 'invalid input syntax for type json' }
    await countFailures(stage.db, 'deadline', [failed], stage.wall.now, 1)
    await manager.goTo('manage/health/index')
    await manager.at('#health-standing').waitFor()
    await shoot('manage-health')
    await manager.at(`[id^="retry-"]`).click()
    await confirm(manager)
    await manager.page.waitForFunction(() => document.querySelectorAll('[id^="retry-"]').length === 0)
    expect(await deadLetters(stage.db, { limit: 10 })).toEqual([])
  })

  test('a wide window has the list and the figures side by side, in the dark too', async () => {
    const desk = await stage.phone('manager-1', { width: 1280, height: 860 })
    await desk.goTo('manage/overview/index')
    await desk.at('#overview-next .ticket-line').waitFor()
    await desk.shoot('manage-overview-wide')
    await desk.close()
    const dark = await stage.phone('manager-1', { width: 1280, height: 860, dark: true })
    await dark.goTo('manage/deadlines/index')
    await dark.at('#deadlines-accept').waitFor()
    await dark.shoot('manage-deadlines-wide-dark')
    expect(dark.errors).toEqual([])
    await dark.close()
  })

  test('how content people are is seen at a glance, with how many answered (D-CB-8)', async () => {
    const { people } = await call('manager-1', 'staff', 'list', {})
    const { centerId } = await call('manager-1', 'policy', 'current', {})
    /** How many answered, and how many of them were satisfied. */
    const answers = [
      [46, 44],
      [38, 27],
      [12, 11],
      [2, 2],
    ] as const
    const askings = answers.flatMap(([answered, satisfied], person) =>
      Array.from({ length: Math.round(answered * 1.4) }, (_, index) => ({
        ...nothingFound,
        cycle: 1,
        complainant: uuidv7(),
        at: stage.wall.now - (index % 60) * 86_400_000,
        asked: true,
        responded: index % 6 > 0,
        categoryId: 'leak',
        channel: 'miniProgram' as const,
        departmentId: 'engineering',
        handlerId: people[person]?.id ?? null,
        endedAt: stage.wall.now,
        ...(index < answered
          ? { answeredAt: stage.wall.now, complete: true, solved: index < satisfied, satisfied: index < satisfied }
          : { triedAt: stage.wall.now }),
      })),
    )
    await stage.db
      .insertInto('asking')
      .values(askings.map(asking => askingRow({ centerId, id: uuidv7() }, asking)))
      .execute()
    await manager.goTo('manage/satisfaction/index')
    await manager.at('#by-person').click()
    await manager.says('样本太少').waitFor()
    await manager.says(`1. ${people[0]?.name}`).waitFor()
    await shoot('manage-satisfaction')
    const desk = await stage.phone('manager-1', { width: 1280, height: 860 })
    await desk.goTo('manage/satisfaction/index')
    await desk.at('#by-person').click()
    await desk.says('样本太少').waitFor()
    await desk.shoot('manage-satisfaction-wide')
    expect(desk.errors).toEqual([])
    await desk.close()
    const elder = await stage.phone('manager-1', { width: 320, dark: true })
    await elder.goTo('pages/profile/index')
    await elder.at('#profile-elder').click()
    await elder.goTo('manage/satisfaction/index')
    await elder.at('#satisfaction-rows').waitFor()
    await elder.shoot('manage-satisfaction-elder-dark')
    expect(await tooSmall(elder)).toEqual([])
    await elder.close()
  })

  test('a questionnaire is written and tried as a resident will see it (D-CB-1)', async () => {
    await manager.goTo('manage/questionnaires/index')
    await manager.at('#questionnaire-add').click()
    await manager.at('#questionnaire-name-input').fill('维修后')
    for (const [words, type] of [
      ['师傅收拾得干净吗？', 'rating'],
      ['哪里没收拾？', 'text'],
    ] as const) {
      await manager.at('#question-add').click()
      await manager.at('#question-words-input').fill(words)
      await manager.at(`#question-type-${type}`).click()
      if (type === 'text') {
        await manager.page.selectOption('#question-ground', { label: '看“师傅收拾得干净吗？”怎么答' })
        await manager.at('#question-answer-1').click()
        await manager.at('#question-answer-2').click()
        await shoot('manage-question-sheet')
      }
      await manager.at('#question-done').click()
    }
    await manager.says('“师傅收拾得干净吗？”答“不满意”或“很不满意”时才问').waitFor()
    await manager.says('有未保存的修改').waitFor()
    await shoot('manage-questionnaire')
    await manager.at('#survey-solved-yes').click()
    await manager.at('#survey-all-5').click()
    await manager.says('第 3 题，共 4 题').waitFor()
    await manager.at('#questionnaire-preview').scrollIntoViewIfNeeded()
    await shoot('manage-questionnaire-preview')
    // What hangs on an answer is asked as soon as that answer is given.
    await manager.at('[id^="survey-more-"][id$="-2"]').click()
    await manager.says('第 4 题，共 5 题').waitFor()
    await manager.at('#draft-discard').click()
    await confirm(manager)
    await manager.says('现在只问四题').waitFor()
  })

  test('a survey of the estate: drawn up, answered at home and on paper, and what it says (D-CB-7)', async () => {
    await manager.goTo('manage/campaigns/index')
    await manager.says('还没有做过住户调查').waitFor()
    await manager.at('#campaign-add').click()
    await manager.at('#editor-title-input').fill('三月住户满意度调查')
    await manager.at('#questions-usual').click()
    await manager.at('#editor-scope-sample').click()
    await manager.at('#editor-sample-input').waitFor()
    await shoot('manage-campaign-editor')
    await manager.at('#editor-scope-all').click()
    await manager.at('#editor-save').click()
    await manager.at('#campaign-open').click()
    await manager.says('共 60 户，会请 60 户填').waitFor()
    await manager.shoot('manage-campaign-open')
    await confirm(manager)
    await manager.at('#campaign-tracking').waitFor()
    const { items } = await call('manager-1', 'campaign', 'list', {})
    const campaignId = items[0]?.campaignId ?? ''

    const resident = await stage.phone('resident-1')
    await resident.goTo('pages/home/index')
    await resident.at(`[id="home-campaign-${campaignId}"]`).waitFor()
    await resident.shoot('resident-campaign-home')
    await resident.at(`[id="home-campaign-${campaignId}"]`).click()
    for (const [question, rating] of [
      ['overall', 5],
      ['cleaning', 2],
      ['repairs', 4],
    ] as const) {
      await resident.at(`#survey-more-${question}-${rating}`).waitFor()
      if (question === 'overall') await resident.shoot('resident-campaign')
      await resident.at(`#survey-more-${question}-${rating}`).click()
    }
    // Back with the phone's own key, and on: what was said stays; a question may be left out.
    await resident.at('#survey-more-security-3').waitFor()
    await resident.page.goBack()
    await resident.at('#survey-more-repairs-4[aria-checked="true"]').waitFor()
    await resident.at('#campaign-next').click()
    await resident.at('#survey-more-security-3').click()
    await resident.at('#survey-more-wish').waitFor()
    await resident.at('#campaign-next').click()
    await resident.at('#campaign-anonymous').click()
    await resident.shoot('resident-campaign-last')
    // What was answered stays where there is no network.
    await resident.context.setOffline(true)
    await resident.at('#campaign-submit').click()
    await resident.says('没有网络，请联网后再试').waitFor()
    await resident.context.setOffline(false)
    await resident.at('#campaign-submit').click()
    await resident.at('#campaign-thanks').waitFor()
    await resident.shoot('resident-campaign-thanks')
    // The message leads to what has become of it, for whoever of the household opens it.
    await resident.at('#campaign-home').click()
    await resident.at('#tab-notices').click()
    await resident.says('请您填一份季度满意度调查').click()
    await resident.at('#campaign-answered').waitFor()
    expect(resident.errors).toEqual([])
    await resident.close()

    await steward.goTo('pages/profile/index')
    await steward.at('#profile-entry').click()
    await steward.at(`[id="campaign-${campaignId}"]`).click()
    await steward.at('[id^="household-"] .household-place').waitFor()
    await steward.shoot('staff-campaign')
    await steward.at('[id^="household-"].tappable').click()
    await steward.at('#entry-result-answered').click()
    await steward.at('#survey-more-overall-4').click()
    await steward.at('#survey-more-cleaning-2').click()
    await steward.shoot('staff-household')
    await steward.at('#entry-submit').click()
    await steward.page.waitForURL(address => !address.hash.includes('work/household'))

    const open = await call('clerk-1', 'campaign', 'households', { campaignId, only: 'open', limit: 50 })
    const { token } = await signIn(stage, 'clerk-1')
    await Promise.all(
      open.items.slice(0, 30).map(({ householdId }, index) => {
        const of = { campaignId, householdId, idempotencyKey: uuidv7() }
        if (index % 12 === 5)
          return callWith(stage, token, 'campaign', 'record', { ...of, result: 'refused', channel: 'phone' })
        const answers = {
          overall: 2 + (index % 4),
          cleaning: 1 + (index % 4),
          repairs: 3 + (index % 3),
          security: 4,
          ...(index % 9 === 0 ? { wish: '楼道的地每天拖一次就好了。' } : {}),
        }
        return callWith(stage, token, 'campaign', 'record', { ...of, result: 'answered', channel: 'paper', answers })
      }),
    )
    const again = async () => {
      await manager.at('.page-back').click()
      await manager.at(`[id="campaign-${campaignId}"]`).click()
    }
    await again()
    await manager.says('29/60').waitFor()
    await shoot('manage-campaign')

    hours(15 * 24)
    await tick()
    await again()
    await manager.at('#campaign-report').click()
    await manager.at('#report-overall').waitFor()
    await shoot('manage-campaign-report')
    await manager.at('#report-by-building').click()
    await manager.says('2号楼').waitFor()
    await manager.at('#improve-add').click()
    await manager.at('#improve-text-input').fill('楼道每天拖一次')
    await manager.page.selectOption('#improve-question', { label: '楼道、电梯和小区里打扫得怎么样？' })
    await manager.page.selectOption('#improve-owner', { label: '李静（楼栋管家）' })
    await manager.shoot('manage-improve-sheet')
    await manager.at('#improve-done').click()
    await manager.at('#report-improvements .improvement').waitFor()
    await manager.page.setViewportSize({ width: 1280, height: 860 })
    await manager.at('.manage-aside .improvement').waitFor()
    await shoot('manage-campaign-report-wide')
    await steward.goTo('pages/notices/index')
    await steward.says('有一项改进措施请您负责').click()
    await steward.at('[id^="settle-"]').click()
    await steward.at('#settle-result-input').fill('已经改成每天一次')
    await steward.at('#settle-done').click()
    await steward.says('结果：已经改成每天一次').waitFor()
    await shoot('staff-improvements', steward)
  })

  test('no page threw an error on the way', () => {
    expect([...manager.errors, ...steward.errors]).toEqual([])
  })
})
