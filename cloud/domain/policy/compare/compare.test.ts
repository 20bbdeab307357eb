import fc from 'fast-check'
import { policyChanges } from './compare'
import { inPlace } from './change'
import { defaultPolicy } from '../model/default-policy'
import type { DeadlineRule, Policy, RoutingRule } from '../model/policy'

const change = (some: Partial<Policy>, before: Policy = defaultPolicy) =>
  policyChanges(before, { ...before, ...some }).map(({ section, what, before: was, after }) => [
    section,
    what,
    was,
    after,
  ])

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
    ['时限', '完成处理（加急）的提醒', '用掉 50%、80% 时提醒', '用掉 80% 时提醒'],
    [
      '时限',
      '完成处理（加急）的上报',
      '上报部门负责人（到期时） → 客服部经理（超时 50% 后） → 品质管理部（超时 100% 后）',
      '超时不上报',
    ],
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
    ['时限', '新增完成处理（类别属于电梯）', null, '2 小时，不提醒，超时不上报'],
  ])
})

test('rules added, taken out, edited, renamed and moved', () => {
  const [first, second, third, ...rest] = defaultPolicy.routing
  if (!first || !second || !third) throw new Error('the default policy has lost its rules')
  const extra: RoutingRule = { name: '电梯派工程', when: { category: ['lift'] }, to: { department: 'engineering' } }
  expect(change({ routing: [extra, ...defaultPolicy.routing] })).toEqual([
    ['派单规则', '新增“电梯派工程”', null, '第 1 条：类别属于电梯，派给工程部'],
  ])
  expect(change({ routing: defaultPolicy.routing.slice(1) })).toEqual([
    ['派单规则', '删去“紧急事项先派值班人员”', '紧急程度是紧急，派给当时的值班人员', null],
  ])
  expect(change(editRule(1, { to: { post: 'clerk' } }))).toEqual([
    ['派单规则', '修改“邻里纠纷由客服受理”', '类别属于邻里纠纷，由客服受理后再派', '类别属于邻里纠纷，派给客服专员'],
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
    ['工作日历', '上班时间的周五', '08:30–12:00、13:30–18:00', '08:30–12:00'],
    ['工作日历', '上班时间的周六', '休息', '09:00–12:00'],
  ])
  expect(change(edit({ shifts: { '2026-02-14': [], '2026-10-10': 'mon' } }))).toEqual([
    ['工作日历', '上班时间 2026-02-14', null, '休息'],
    ['工作日历', '上班时间 2026-10-10', null, '按周一'],
  ])
  expect(change(edit({ holidays: ['2026-01-01'] }))).toEqual([
    ['工作日历', '上班时间的节假日', '法定节假日休息，调休日上班', '1 个指定日期休息'],
  ])
  expect(change({ calendars: { ...defaultPolicy.calendars, night: '24x7' } })).toEqual([
    ['工作日历', '新增全天 24 小时', null, '每天 24 小时'],
  ])
  expect(change({ holidayYears: { 2027: { holidays: ['2027-01-01'], makeUpDays: ['2027-01-03'] } } })).toEqual([
    ['节假日', '2027 年节假日', null, '2027-01-01'],
    ['节假日', '2027 年补班日', null, '2027-01-03'],
  ])
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
      emergencyWords: ['漏电'],
      workingHours: 'always',
    }),
  ).toEqual([
    ['评价与回访', '满意的最低分', '3 分', '4 分'],
    ['其他设置', '挂起最长', '60 天', '30 天'],
    ['其他设置', '免打扰时间', '21:30–07:30', '22:00–07:00'],
    ['其他设置', '表示危险的词', expect.stringContaining('被困') as string, '漏电'],
    ['其他设置', '上班时间用的日历', '日历“office”', '全天 24 小时'],
  ])
  expect(change({ faq: [] })).toHaveLength(defaultPolicy.faq.length)
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

test('what reads alike and is not the same is told; what is the same and is written otherwise is not', () => {
  const [hot, hotter] = ['近', '近'].map((name, index) => ({ id: `leaf-${index}`, name, parentId: null }))
  if (!hot || !hotter) throw new Error('two categories of one name')
  const twins = { ...defaultPolicy, categories: [...defaultPolicy.categories, hot, hotter] }
  const ruled = (category: string): Partial<Policy> => ({
    routing: [{ name: '近', when: { category }, to: { triage: true } }, ...defaultPolicy.routing],
  })
  expect(change(ruled('leaf-1'), { ...twins, ...ruled('leaf-0') })).toHaveLength(1)
  const nights = { ...defaultPolicy, calendars: { ...defaultPolicy.calendars, one: '24x7', other: '24x7' } } as const
  const counted = (calendar: string) => editDeadline(normalCompletion, { calendar })
  expect(change(counted('other'), { ...nights, ...counted('one') })).toEqual([
    ['时限', '完成处理用的日历', '全天 24 小时', '全天 24 小时'],
  ])
  const split = { weekly: { mon: [['10:00', '12:00'] as const, ['08:00', '10:00'] as const] } }
  const whole = { weekly: { mon: [['08:00', '12:00'] as const], sun: [] } }
  expect(change({ calendars: { a: whole } }, { ...defaultPolicy, calendars: { a: split } })).toEqual([])
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
