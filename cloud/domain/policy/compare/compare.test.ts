import fc from 'fast-check'
import { policyChanges, sameCalendars } from './compare'
import { inPlace } from './change'
import { defaultPolicy } from '../model/default-policy'
import type { DeadlineRule, Policy, RoutingRule } from '../model/policy'
import { conditionText, deadlineTargetText, namesOf, targetText } from '../words'

const change = (some: Partial<Policy>, before: Policy = defaultPolicy) =>
  policyChanges(before, { ...before, ...some }).map(({ section, what, before: was, after }) => [
    section,
    what,
    was,
    after,
  ])
const names = namesOf(defaultPolicy, { people: new Map([['p1', '张三']]), buildings: new Map([['b1', '1号楼']]) })

const editDeadline = (index: number, some: Partial<DeadlineRule>): Partial<Policy> => ({
  deadlines: defaultPolicy.deadlines.map((rule, at) => (at === index ? { ...rule, ...some } : rule)),
})
const editRule = (index: number, some: Partial<RoutingRule>): Partial<Policy> => ({
  routing: defaultPolicy.routing.map((rule, at) => (at === index ? { ...rule, ...some } : rule)),
})
const normalCompletion = defaultPolicy.deadlines.findIndex(rule => rule.kind === 'completion' && !rule.when)
const urgentCompletion = defaultPolicy.deadlines.findIndex(
  rule => rule.kind === 'completion' && rule.when?.urgency === 'urgent',
)

test('a policy and itself differ in nothing, in whatever order its fields stand', () => {
  const shuffled = JSON.parse(JSON.stringify(defaultPolicy)) as Policy
  expect(policyChanges(defaultPolicy, shuffled)).toEqual([])
  const turned = Object.fromEntries(Object.entries(shuffled).reverse()) as unknown as Policy
  expect(policyChanges(defaultPolicy, turned)).toEqual([])
})

test('figures of deadlines in words', () => {
  expect(change(editDeadline(normalCompletion, { target: { workingDays: 2 } }))).toEqual([
    ['时限', '完成处理', '3 个工作日', '2 个工作日'],
  ])
  expect(change(editDeadline(urgentCompletion, { target: { hours: 4 }, warn: [0.8], escalate: [] }))).toEqual([
    ['时限', '完成处理（加急）', '1 个工作日', '4 个工作小时'],
    ['时限', '完成处理（加急）的提醒', '50%、80%', '80%'],
    ['时限', '完成处理（加急）的升级', '100% 部门负责人，150% 客服部经理，200% 品质管理部', '不升级'],
  ])
  expect(change(editDeadline(normalCompletion, { calendar: 'always' }))).toEqual([
    ['时限', '完成处理用的日历', '上班时间', '全天 24 小时'],
  ])
  expect(change({ deadlines: defaultPolicy.deadlines.filter(rule => rule.kind !== 'supervision') })).toEqual([
    ['时限', '删去督办答复', expect.stringContaining('4 个工作小时') as string, null],
  ])
  const added: DeadlineRule = {
    kind: 'completion',
    when: { category: 'lift' },
    calendar: 'always',
    target: { hours: 2 },
  }
  expect(change({ deadlines: [added, ...defaultPolicy.deadlines] })).toEqual([
    ['时限', '新增完成处理（类别属于电梯）', null, '2 小时，提醒：不提醒，升级：不升级'],
  ])
})

test.each([
  [{ hours: 1 / 6 }, '24x7', '10 分钟'],
  [{ hours: 0.5 }, 'office', '30 分钟（上班时间内）'],
  [{ hours: 24 }, '24x7', '24 小时'],
  [{ hours: 48 }, '24x7', '48 小时'],
  [{ hours: 168 }, '24x7', '7 天'],
  [{ hours: 1.5 }, 'office', '1.5 个工作小时'],
  [{ hours: 1 / 3600 }, '24x7', '1 秒'],
  ['endOfDay', '24x7', '当天 24:00 前'],
  ['endOfDay', 'office', '上班当天 24:00 前'],
  [{ workingDays: 3 }, 'office', '3 个工作日'],
] as const)('%j on %s reads %s', (target, calendar, text) => {
  expect(deadlineTargetText(target, calendar === '24x7' ? '24x7' : defaultPolicy.calendars.office)).toBe(text)
})

test('rules added, taken out, edited, renamed and moved', () => {
  const [first, second, third, ...rest] = defaultPolicy.routing
  if (!first || !second || !third) throw new Error('the default policy has lost its rules')
  const extra: RoutingRule = { name: '电梯派工程', when: { category: ['lift'] }, to: { department: 'engineering' } }
  expect(change({ routing: [extra, ...defaultPolicy.routing] })).toEqual([
    ['派单规则', '新增“电梯派工程”', null, '第 1 条：类别属于电梯，派给工程部'],
  ])
  expect(change({ routing: defaultPolicy.routing.slice(1) })).toEqual([
    ['派单规则', '删去“紧急事项先派值班人员”', '紧急程度是紧急，派给值班人员', null],
  ])
  expect(change(editRule(1, { to: { post: 'clerk' } }))).toEqual([
    ['派单规则', '修改“邻里纠纷由客服受理”', '类别属于邻里纠纷，派给客服受理', '类别属于邻里纠纷，派给客服专员'],
  ])
  expect(change(editRule(1, { name: '邻里' }))).toEqual([['派单规则', '规则改名', '邻里纠纷由客服受理', '邻里']])
  expect(change({ routing: [second, third, first, ...rest] })).toEqual([
    ['派单规则', '移动“紧急事项先派值班人员”', '第 1 条', '第 3 条'],
  ])
})

test('calendar days, shifts and holidays', () => {
  const office = defaultPolicy.calendars.office
  if (office === undefined || office === '24x7') throw new Error('the default policy has lost its calendar')
  const edit = (some: Partial<typeof office>): Partial<Policy> => ({
    calendars: { ...defaultPolicy.calendars, office: { ...office, ...some } },
  })
  expect(change(edit({ weekly: { ...office.weekly, sat: [['09:00', '12:00']], fri: [['08:30', '12:00']] } }))).toEqual([
    ['日历', '上班时间的周五', '08:30—12:00、13:30—18:00', '08:30—12:00'],
    ['日历', '上班时间的周六', '休息', '09:00—12:00'],
  ])
  expect(change(edit({ shifts: { '2026-02-14': [], '2026-10-10': 'mon' } }))).toEqual([
    ['日历', '上班时间 2026-02-14', null, '休息'],
    ['日历', '上班时间 2026-10-10', null, '按周一'],
  ])
  expect(change(edit({ holidays: ['2026-01-01'] }))).toEqual([
    ['日历', '上班时间的节假日', '国家节假日和调休', '1 个指定日期'],
  ])
  expect(change({ calendars: { ...defaultPolicy.calendars, night: '24x7' } })).toEqual([
    ['日历', '新增日历“night”', null, '全天 24 小时'],
  ])
  expect(change({ holidayYears: { 2027: { holidays: ['2027-01-01'], makeUpDays: ['2027-01-03'] } } })).toEqual([
    ['节假日', '2027 年节假日', null, '2027-01-01'],
    ['节假日', '2027 年补班日', null, '2027-01-03'],
  ])
  expect(sameCalendars(defaultPolicy, { ...defaultPolicy, ...edit({ shifts: { '2026-02-14': [] } }) })).toBe(false)
  expect(
    sameCalendars(defaultPolicy, { ...defaultPolicy, holidayYears: { 2027: { holidays: [], makeUpDays: [] } } }),
  ).toBe(false)
  expect(sameCalendars(defaultPolicy, { ...defaultPolicy, holdMaxDays: 10, routing: [] })).toBe(true)
})

test('categories, departments, figures and answers', () => {
  const lift = defaultPolicy.categories.map(category =>
    category.id === 'lift'
      ? { ...category, name: '电梯故障', parentId: null, department: 'security', words: ['困人'] }
      : category,
  )
  expect(change({ categories: lift })).toEqual([
    ['类别', '类别改名', '电梯', '电梯故障'],
    ['类别', '“电梯故障”的上级', '工程维修', '最上级'],
    ['类别', '“电梯故障”的主责部门', '随上级', '秩序部'],
    ['类别', '“电梯故障”的关键词', '电梯', '困人'],
  ])
  expect(change({ departments: defaultPolicy.departments.slice(1) })).toEqual([['部门', '删去部门', '工程部', null]])
  expect(
    change({
      survey: { ...defaultPolicy.survey, satisfiedFrom: 4 },
      holdMaxDays: 30,
      quietHours: { from: '22:00', to: '07:00' },
    }),
  ).toEqual([
    ['评价与回访', '满意的最低分', '3 分', '4 分'],
    ['其他规则', '挂起最长', '60 天', '30 天'],
    ['其他规则', '免打扰时间', expect.any(String) as string, '22:00—07:00'],
  ])
  expect(change({ faq: [] })).toHaveLength(defaultPolicy.faq.length)
})

test('conditions and targets in words, with the names of what they speak of', () => {
  expect(conditionText(undefined, names)).toBe('所有工单')
  expect(
    conditionText(
      {
        kind: ['complaint', 'request'],
        building: 'b1',
        anonymous: true,
        timeOfDay: { from: '22:00', to: '06:00' },
        open: { calendar: 'office', is: false },
      },
      names,
    ),
  ).toBe('类型是投诉、报修求助，楼栋是1号楼，匿名反映，每天 22:00—06:00，上班时间之外')
  expect(targetText({ person: 'p1' }, names)).toBe('张三')
  expect(targetText({ steward: true }, names)).toBe('楼栋管家')
  expect(conditionText({ building: Array.from({ length: 9 }, (_, index) => `x${index}`) }, names)).toContain('等 9 项')
})

/** By trying all: how many can stay at most, in the order they are in. */
const longestRising = (items: readonly string[], after = ''): number =>
  Math.max(0, ...items.map((item, index) => (item > after ? 1 + longestRising(items.slice(index + 1), item) : 0)))

test('as few as can count as moved', () => {
  expect([...inPlace(['b', 'c', 'a'], ['a', 'b', 'c'])].sort()).toEqual(['b', 'c'])
  fc.assert(
    fc.property(fc.shuffledSubarray([...'abcdefgh'], { minLength: 1 }), shuffled => {
      const kept = [...shuffled].filter(item => inPlace(shuffled, [...'abcdefgh']).has(item))
      expect(kept).toEqual([...kept].sort())
      expect(kept.length).toBe(longestRising(shuffled))
      expect(inPlace([...shuffled].sort(), [...'abcdefgh']).size).toBe(shuffled.length)
    }),
  )
})

test('whatever differs is told: silence means that both do the same', () => {
  const office = { weekly: { mon: [['08:30', '12:00']] }, holidays: 'cn' } as const
  const edits: fc.Arbitrary<Partial<Policy>> = fc.oneof(
    fc.integer({ min: 1, max: 365 }).map(holdMaxDays => ({ holdMaxDays })),
    fc.integer({ min: 1, max: 9 }).map(workingDays => editDeadline(normalCompletion, { target: { workingDays } })),
    fc.shuffledSubarray([...defaultPolicy.routing], { minLength: 1 }).map(routing => ({ routing })),
    fc.shuffledSubarray([...defaultPolicy.deadlines], { minLength: 1 }).map(deadlines => ({ deadlines })),
    fc.shuffledSubarray([...defaultPolicy.categories], { minLength: 1 }).map(categories => ({ categories })),
    fc.constantFrom('24x7' as const, office).map(night => ({ calendars: { ...defaultPolicy.calendars, night } })),
  )
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const [before, after] = [
        { ...defaultPolicy, ...one },
        { ...defaultPolicy, ...other },
      ]
      expect(policyChanges(before, after).length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after))
    }),
    { numRuns: 500 },
  )
})
