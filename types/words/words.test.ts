import type { CalendarConfig, Condition, DeadlineTarget, RoutingTarget } from '../contract/policy-document'
import { channelLabels, keysOf, type Channel } from '../vocabulary'
import { calendarName, calendarText, shiftsText } from './calendar'
import { deadlineTargetText, escalationText, levelText, warningsText } from './deadline'
import { conditionText, namesOf, targetText } from './policy'

const office: CalendarConfig = {
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [
      day,
      [
        ['08:30', '12:00'],
        ['13:30', '18:00'],
      ],
    ]),
  ),
  holidays: 'cn',
}
const policy = {
  calendars: { always: '24x7', office } as const,
  workingHours: 'office',
  deadlines: [],
  routing: [],
  departments: [{ id: 'engineering', name: '工程部' }],
  categories: [
    { id: 'lift', name: '电梯', parentId: null },
    { id: 'leak', name: '漏水渗水', parentId: null },
  ],
  survey: { satisfiedFrom: 3, remindAfterDays: 2, unreachedAfterAttempts: 3, reopenWithinDays: 30 },
  holdMaxDays: 60,
  maxTransfers: 2,
  faq: [],
}
const names = namesOf(policy, {
  people: new Map([['s1', '李静']]),
  buildings: new Map([['b1', '1栋']]),
  places: new Map([['p1', '地下车库']]),
})

test.each<[Condition | undefined, string]>([
  [undefined, '其余所有工单'],
  [{}, '其余所有工单'],
  [{ category: ['lift', 'leak'], urgency: 'emergency' }, '类别属于电梯或漏水渗水，紧急程度是紧急'],
  [{ category: 'gone', building: 'b1', place: ['p1'] }, '类别属于已删除的类别，楼栋是1栋，位置在地下车库'],
  [
    { timeOfDay: { from: '22:00', to: '06:00' }, open: { calendar: 'office', is: false } },
    '每天 22:00–06:00，上班时间之外',
  ],
  [{ anonymous: true, keyCustomer: false }, '匿名反映，不是重点客户'],
])('the condition %j reads %s', (condition, text) => {
  expect(conditionText(condition, names)).toBe(text)
})

test('two rules that begin with the same words differ in what is shown of them', () => {
  const seven = keysOf(channelLabels).slice(0, 7)
  const shown = (last: Channel) => conditionText({ channel: [...seven, last] }, names)
  expect(shown('online')).toMatch(/公众号、网络舆情（8 项之一）$/)
  expect(shown('authority')).toMatch(/公众号、上级或政府转办（8 项之一）$/)
})

test.each<[RoutingTarget, string]>([
  [{ steward: true }, '派给楼栋管家'],
  [{ department: 'engineering' }, '派给工程部'],
  [{ categoryDepartment: true }, '派给类别的主责部门'],
  [{ person: 's1' }, '派给李静'],
  [{ person: 'left' }, '派给已离职的人员'],
  [{ post: 'clerk' }, '派给客服专员'],
  [{ onDuty: true }, '派给当时的值班人员'],
  [{ triage: true }, '由客服受理后再派'],
])('the target %j reads %s', (target, text) => {
  expect(targetText(target, names)).toBe(text)
})

test.each<[DeadlineTarget, CalendarConfig, string]>([
  [{ hours: 1 / 6 }, '24x7', '10 分钟'],
  [{ hours: 0.5 }, office, '30 分钟（上班时间内）'],
  [{ hours: 24 }, '24x7', '24 小时'],
  [{ hours: 48 }, '24x7', '48 小时'],
  [{ hours: 168 }, '24x7', '7 天'],
  [{ hours: 1.5 }, office, '1.5 个工作小时'],
  [{ hours: 1 / 3600 }, '24x7', '1 秒'],
  ['endOfDay', '24x7', '当天 24:00 前'],
  ['endOfDay', office, '上班当天 24:00 前'],
  [{ workingDays: 3 }, office, '3 个工作日'],
])('%j on %j reads %s', (target, calendar, text) => {
  expect(deadlineTargetText(target, calendar)).toBe(text)
})

test('warnings and levels', () => {
  expect([warningsText([0.5, 0.8]), warningsText([]), warningsText(undefined)]).toEqual([
    '用掉 50%、80% 时提醒',
    '不提醒',
    '不提醒',
  ])
  expect(levelText(1.5)).toBe('超时 50% 后')
  expect(
    escalationText([
      { at: 1, to: 'departmentHead' },
      { at: 1.5, to: 'serviceManager' },
    ]),
  ).toBe('上报部门负责人（到期时） → 客服部经理（超时 50% 后）')
  expect(escalationText(undefined)).toBe('超时不上报')
})

test('calendars', () => {
  expect(calendarText('24x7')).toBe('每天 24 小时')
  expect(calendarText(office)).toBe('周一至周五 08:30–12:00、13:30–18:00，法定节假日休息，调休日上班')
  expect(calendarText({ weekly: { mon: [['09:00', '12:00']], sun: [['09:00', '12:00']] } })).toBe(
    '周一 09:00–12:00；周日 09:00–12:00，节假日照常',
  )
  expect(calendarText({ weekly: {}, holidays: ['2026-01-01'] })).toBe('从不上班，1 个指定日期休息')
  expect(['office', 'always', 'calendar-2', 'night'].map(id => calendarName(id, policy))).toEqual([
    '上班时间',
    '全天 24 小时',
    '日历 2',
    '日历“night”',
  ])
  expect(shiftsText([])).toBe('休息')
})
