import fc from 'fast-check'
import { instant } from '../../../../test/builders/clock'
import { aFiling } from '../../../../test/builders/filing'
import { aStaffMember, center, staff } from '../../../../test/builders/people'
import { type Role, channelLabels, kindLabels, urgencyLabels } from '../../../../types/vocabulary'
import { compilePolicy, conditionHolds } from '../compile/compile'
import { defaultPolicy } from '../model/default-policy'
import type { Condition, DeadlineRule, Policy, RoutingRule } from '../model/policy'
import { type KnownCenter, refusalsOf, validatePolicy } from './validate'
import { covers, isUnconditional } from './covers'

const known: KnownCenter = {
  staff: [
    ...Object.values(staff),
    ...['cleaning', 'finance'].map(departmentId => aStaffMember(`of-${departmentId}`, { departmentId })),
    aStaffMember('supervisor-1', { role: 'supervisor', departmentId: null }),
  ],
  buildingIds: new Set(['b1', 'b2']),
  placeIds: new Set(['garden']),
  centerIds: new Set([center]),
  hasDuty: true,
  now: instant('2026-03-02T09:00:00+08:00'),
}

const refused = (some: Partial<Policy>, around: Partial<KnownCenter> = {}) =>
  refusalsOf(validatePolicy({ ...defaultPolicy, ...some }, { ...known, ...around }))
const noted = (some: Partial<Policy>, around: Partial<KnownCenter> = {}) =>
  validatePolicy({ ...defaultPolicy, ...some }, { ...known, ...around }).filter(problem => !problem.blocking)

const normal = defaultPolicy.deadlines.filter(rule => rule.kind !== 'verification')
const deadline = (some: Partial<DeadlineRule>): Partial<Policy> => ({
  deadlines: [{ kind: 'verification', calendar: 'office', target: { hours: 1 }, ...some }, ...normal],
})
const escalated = (...levels: readonly (readonly [at: number, to: Role])[]): Partial<Policy> =>
  deadline({ escalate: levels.map(([at, to]) => ({ at, to })) })
/** Put before the rules of the default policy. */
const routing = (...rules: readonly RoutingRule[]): Partial<Policy> => ({
  routing: [...rules, ...defaultPolicy.routing],
})
const rule = (some: Partial<RoutingRule>): RoutingRule => ({
  name: '新规则',
  when: { urgency: 'urgent' },
  to: { triage: true },
  ...some,
})
const office = { weekly: { mon: [['08:30', '12:00']] } } as const
const calendars = (some: Policy['calendars']): Partial<Policy> => ({
  calendars: { ...defaultPolicy.calendars, ...some },
})
const categories = (...some: Policy['categories']): Partial<Policy> => ({
  categories: [...defaultPolicy.categories, ...some],
})
const category = (id: string, parentId: string | null) => ({ id, name: id, parentId })

test('the default policy has nothing wrong with it, and nothing to remark on', () => {
  expect(validatePolicy(defaultPolicy, known)).toEqual([])
  expect(validatePolicy(defaultPolicy, null)).toEqual([])
})

test.each<[string, Partial<Policy>, string]>([
  // Calendars
  [
    'overlapping shifts',
    calendars({
      x: {
        weekly: {
          mon: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
    }),
    'calendars.x.weekly.mon.1',
  ],
  ['a reversed shift', calendars({ x: { weekly: { tue: [['12:00', '08:00']] } } }), 'calendars.x.weekly.tue.0'],
  ['a shift of no length', calendars({ x: { weekly: { tue: [['12:00', '12:00']] } } }), 'calendars.x.weekly.tue.0'],
  ['a time that is none', calendars({ x: { weekly: { tue: [['8:00', '25:00']] } } }), 'calendars.x.weekly.tue.0'],
  ['a holiday that is no date', calendars({ x: { ...office, holidays: ['2026-02-30'] } }), 'calendars.x.holidays.0'],
  [
    'own shifts of no date',
    calendars({ x: { ...office, shifts: { '2026-13-01': [] } } }),
    'calendars.x.shifts.2026-13-01',
  ],
  [
    'own shifts that overlap',
    calendars({
      x: {
        ...office,
        shifts: {
          '2026-03-07': [
            ['09:00', '12:00'],
            ['10:00', '11:00'],
          ],
        },
      },
    }),
    'calendars.x.shifts.2026-03-07.1',
  ],
  ['working hours on a calendar that is gone', { workingHours: 'gone' }, 'workingHours'],
  ['working hours on what an object has by nature', { workingHours: 'constructor' }, 'workingHours'],
  ['a deadline on a calendar that is gone', deadline({ calendar: 'gone' }), 'deadlines.0.calendar'],
  [
    'a condition on a calendar that is gone',
    routing(rule({ when: { open: { calendar: 'gone', is: true } } })),
    'routing.0.when.open.calendar',
  ],
  [
    'a deadline whose condition names a calendar that is gone',
    deadline({ when: { open: { calendar: 'gone', is: true } } }),
    'deadlines.0.when.open.calendar',
  ],
  [
    'a deadline on a calendar that never opens',
    { ...calendars({ shut: { weekly: {} } }), ...deadline({ calendar: 'shut' }) },
    'deadlines.0.calendar',
  ],
  [
    'working hours that never open',
    { ...calendars({ shut: { weekly: { mon: [] } } }), workingHours: 'shut' },
    'workingHours',
  ],
  [
    'a holiday of another year',
    { holidayYears: { 2027: { holidays: ['2028-01-01'], makeUpDays: [] } } },
    'holidayYears.2027.holidays.0',
  ],
  [
    'a make-up day that is no date',
    { holidayYears: { 2027: { holidays: [], makeUpDays: ['2027-02-29'] } } },
    'holidayYears.2027.makeUpDays.0',
  ],
  [
    'a day in both lists',
    { holidayYears: { 2027: { holidays: ['2027-01-01'], makeUpDays: ['2027-01-01'] } } },
    'holidayYears.2027.makeUpDays.0',
  ],
  [
    'a holiday written twice',
    { holidayYears: { 2027: { holidays: ['2027-01-01', '2027-01-01'], makeUpDays: [] } } },
    'holidayYears.2027.holidays.1',
  ],
  ['quiet hours without length', { quietHours: { from: '22:00', to: '22:00' } }, 'quietHours.to'],
  ['quiet hours of a whole day', { quietHours: { from: '00:00', to: '24:00' } }, 'quietHours.to'],
  // Deadlines
  ['no time at all', deadline({ target: { hours: 0 } }), 'deadlines.0.target.hours'],
  ['negative hours', deadline({ target: { hours: -4 } }), 'deadlines.0.target.hours'],
  ['hours that round to nothing', deadline({ target: { hours: 0.0001 } }), 'deadlines.0.target.hours'],
  ['more than five years', deadline({ target: { hours: 50_000 } }), 'deadlines.0.target.hours'],
  ['not a number of hours', deadline({ target: { hours: Number.NaN } }), 'deadlines.0.target.hours'],
  ['no working days', deadline({ target: { workingDays: 0 } }), 'deadlines.0.target.workingDays'],
  ['half a working day', deadline({ target: { workingDays: 1.5 } }), 'deadlines.0.target.workingDays'],
  ['working days without end', deadline({ target: { workingDays: 401 } }), 'deadlines.0.target.workingDays'],
  ['a warning at the due time', deadline({ warn: [0.5, 1] }), 'deadlines.0.warn.1'],
  ['a warning at the start', deadline({ warn: [0] }), 'deadlines.0.warn.0'],
  ['warnings out of order', deadline({ warn: [0.8, 0.5] }), 'deadlines.0.warn.1'],
  ['the same warning twice', deadline({ warn: [0.5, 0.5] }), 'deadlines.0.warn.1'],
  ['an escalation before the due time', escalated([0.9, 'quality']), 'deadlines.0.escalate.0.at'],
  ['an escalation in a hundred lives', escalated([101, 'quality']), 'deadlines.0.escalate.0.at'],
  ['escalations out of order', escalated([2, 'departmentHead'], [1, 'quality']), 'deadlines.0.escalate.1.at'],
  ['the same receiver again', escalated([1, 'serviceManager'], [2, 'serviceManager']), 'deadlines.0.escalate.1.to'],
  ['down the ladder', escalated([1, 'quality'], [2, 'departmentHead']), 'deadlines.0.escalate.1.to'],
  ['a circle', escalated([1, 'departmentHead'], [2, 'quality'], [3, 'departmentHead']), 'deadlines.0.escalate.2.to'],
  ['an escalation to residents', escalated([1, 'resident']), 'deadlines.0.escalate.0.to'],
  ['an escalation to an admin', escalated([1, 'admin']), 'deadlines.0.escalate.0.to'],
  ['an escalation to the supervisors', escalated([1, 'supervisor']), 'deadlines.0.escalate.0.to'],
  [
    'a rule that an earlier one of its kind hides',
    {
      deadlines: [...normal, { kind: 'accept', when: { urgency: 'urgent' }, calendar: 'office', target: { hours: 1 } }],
    },
    `deadlines.${normal.length}`,
  ],
  // Routing
  [
    'a rule after the default',
    { routing: [...defaultPolicy.routing, rule({})] },
    `routing.${defaultPolicy.routing.length}`,
  ],
  ['no default', { routing: defaultPolicy.routing.slice(0, 3) }, 'routing'],
  ['no rules', { routing: [] }, 'routing'],
  [
    'a rule that an earlier one covers',
    routing(
      rule({ when: { category: 'engineering' } }),
      rule({ name: '电梯', when: { category: 'lift', urgency: 'urgent' } }),
    ),
    'routing.1',
  ],
  [
    'a rule after one for every kind',
    {
      routing: [
        rule({ when: { kind: Object.keys(kindLabels) as (keyof typeof kindLabels)[] } }),
        ...defaultPolicy.routing,
      ],
    },
    'routing.1',
  ],
  ['two rules of one name', routing(rule({}), rule({ when: { kind: 'praise' } })), 'routing.1.name'],
  ['a category that is not there', routing(rule({ when: { category: 'unicorns' } })), 'routing.0.when.category'],
  [
    'one of several categories that is not there',
    routing(rule({ when: { category: ['leak', 'unicorns'] } })),
    'routing.0.when.category.1',
  ],
  ['a building that is not there', routing(rule({ when: { building: 'b9' } })), 'routing.0.when.building'],
  ['a place that is not there', routing(rule({ when: { place: ['garden', 'moon'] } })), 'routing.0.when.place.1'],
  ["somebody else's center", routing(rule({ when: { center: 'center-9' } })), 'routing.0.when.center'],
  [
    'a deadline for a category that is not there',
    deadline({ when: { category: 'unicorns' } }),
    'deadlines.0.when.category',
  ],
  [
    'a time of day without length',
    routing(rule({ when: { timeOfDay: { from: '08:00', to: '08:00' } } })),
    'routing.0.when.timeOfDay',
  ],
  ['a department that is not there', routing(rule({ to: { department: 'magic' } })), 'routing.0.to.department'],
  ['somebody who has left', routing(rule({ to: { person: 'gone' } })), 'routing.0.to.person'],
  ['somebody who takes no tickets', routing(rule({ to: { person: 'assistant-1' } })), 'routing.0.to.person'],
  ['a post that takes no tickets', routing(rule({ to: { post: 'supervisor' } })), 'routing.0.to.post'],
  ['residents', routing(rule({ to: { post: 'resident' } })), 'routing.0.to.post'],
  // Tree
  ['a category twice', categories(category('leak', null)), `categories.${defaultPolicy.categories.length}.id`],
  [
    'a parent that is not there',
    categories(category('new', 'unicorns')),
    `categories.${defaultPolicy.categories.length}.parentId`,
  ],
  [
    'a category above itself',
    categories(category('a', 'b'), category('b', 'a')),
    `categories.${defaultPolicy.categories.length}.parentId`,
  ],
  [
    'five levels',
    categories(category('a', 'leak'), category('b', 'a'), category('c', 'b')),
    `categories.${defaultPolicy.categories.length + 2}.parentId`,
  ],
  [
    'a category of no department',
    categories({ ...category('a', null), department: 'magic' }),
    `categories.${defaultPolicy.categories.length}.department`,
  ],
  [
    'a department twice',
    { departments: [...defaultPolicy.departments, { id: 'finance', name: '财务' }] },
    `departments.${defaultPolicy.departments.length}.id`,
  ],
  [
    'an answer on a category that is not there',
    { faq: [{ question: '?', answer: '!', category: 'unicorns' }] },
    'faq.0.category',
  ],
  // Figures
  ['six points of five', { survey: { ...defaultPolicy.survey, satisfiedFrom: 6 } }, 'survey.satisfiedFrom'],
  ['a reminder at once', { survey: { ...defaultPolicy.survey, remindAfterDays: 0 } }, 'survey.remindAfterDays'],
  [
    'no attempt at all',
    { survey: { ...defaultPolicy.survey, unreachedAfterAttempts: 0 } },
    'survey.unreachedAfterAttempts',
  ],
  ['reopening for ever', { survey: { ...defaultPolicy.survey, reopenWithinDays: 3_650 } }, 'survey.reopenWithinDays'],
  ['a hold of no length', { holdMaxDays: 0 }, 'holdMaxDays'],
  ['a hold of years', { holdMaxDays: 366 }, 'holdMaxDays'],
  ['transfers below nothing', { maxTransfers: -1 }, 'maxTransfers'],
  ['transfers without end', { maxTransfers: 21 }, 'maxTransfers'],
])('%s is refused at its place, in a sentence', (_title, some, path) => {
  const fields = refused(some)
  expect(Object.keys(fields)).toContain(path)
  expect(fields[path]).toMatch(/[\u4e00-\u9fff]/)
  expect(fields[path]).not.toMatch(/undefined|NaN,|\[object/)
})

test('a post that nobody holds is refused; one that somebody holds is not', () => {
  const managed = routing(rule({ to: { post: 'serviceManager' } }))
  expect(refused(managed)).toEqual({})
  const without = known.staff.filter(member => member.role !== 'serviceManager')
  expect(Object.keys(refused(managed, { staff: without }))).toEqual(['routing.0.to.post'])
})

test('a conditionless rule in the middle is no default while it may name nobody', () => {
  expect(
    refused({ routing: [rule({ when: {}, to: { steward: true } }), rule({ name: '默认', when: undefined })] }),
  ).toEqual({})
  const whoever = rule({ name: '工程', when: {}, to: { department: 'engineering' } })
  expect(Object.keys(refused({ routing: [whoever, rule({ when: undefined })] }))).toEqual(['routing.1'])
  // Nobody works there, so the next one is reached.
  const empty = { staff: known.staff.filter(member => member.departmentId !== 'engineering') }
  expect(refused({ routing: [whoever, rule({ when: undefined })] }, empty)).toEqual({})
})

test('what is worth knowing does not refuse', () => {
  const paths = (problems: ReturnType<typeof noted>) => problems.map(problem => problem.path)
  expect(paths(noted({}, { now: instant('2031-03-01T00:00:00+08:00') }))).toEqual(['holidayYears'])
  expect(
    paths(
      noted(
        { holidayYears: { 2031: { holidays: ['2031-01-01'], makeUpDays: [] } } },
        { now: instant('2031-03-01T00:00:00+08:00') },
      ),
    ),
  ).toEqual([])
  // From November on the next year counts as well.
  const last = (iso: string) => noted({}, { now: instant(iso) }).map(problem => problem.message.match(/\d{4}/)?.[0])
  expect(last('2031-10-01T00:00:00+08:00')).toEqual(['2031', '2032'])
  expect(last('2031-09-30T23:59:59+08:00')).toEqual(['2031'])
  expect(paths(noted({ departments: [...defaultPolicy.departments, { id: 'pool', name: '泳池' }] }))).toEqual([
    'departments.5',
  ])
  expect(paths(noted({}, { hasDuty: false }))).toEqual(['routing.0.to'])
  expect(paths(noted({ deadlines: defaultPolicy.deadlines.filter(({ kind }) => kind !== 'callback') }))).toEqual([
    'deadlines',
  ])
  expect(paths(noted(routing(rule({ to: { department: 'finance' } })), { staff: Object.values(staff) }))).toContain(
    'routing.0.to.department',
  )
})

test('in a scenario people, places and categories are free; figures and order are not', () => {
  const free: Partial<Policy> = {
    routing: [
      rule({ when: { category: 'anything', building: 'b77', place: 'p', center: 'c' }, to: { person: 'whoever' } }),
    ],
    categories: [],
    departments: [],
  }
  expect(refusalsOf(validatePolicy({ ...defaultPolicy, ...free }, null))).toEqual({})
  expect(
    Object.keys(refusalsOf(validatePolicy({ ...defaultPolicy, ...deadline({ target: { hours: -1 } }) }, null))),
  ).toEqual(['deadlines.0.target.hours'])
  const afterDefault = { routing: [...defaultPolicy.routing, rule({})] }
  expect(Object.keys(refusalsOf(validatePolicy({ ...defaultPolicy, ...afterDefault }, null)))).toEqual(['routing.8'])
})

test('a thousand rules are checked in well under a second', () => {
  const many = Array.from({ length: 1_000 }, (_, index) =>
    rule({
      name: `规则 ${index}`,
      when: { category: ['leak', 'lift'], urgency: 'urgent', building: 'b1' },
      to: { onDuty: true },
    }),
  )
  const from = performance.now()
  expect(refused(routing(...many))).toEqual({})
  expect(performance.now() - from).toBeLessThan(2_000)
})

const listed = <T>(values: readonly T[]) =>
  fc.option(fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })), {
    nil: undefined,
  })
const someTime = fc.constantFrom('00:00', '06:00', '09:30', '18:00', '24:00')
const condition: fc.Arbitrary<Condition> = fc.record({
  kind: listed(Object.keys(kindLabels) as (keyof typeof kindLabels)[]),
  urgency: listed(Object.keys(urgencyLabels) as (keyof typeof urgencyLabels)[]),
  channel: listed(Object.keys(channelLabels) as (keyof typeof channelLabels)[]),
  category: listed(['engineering', 'leak', 'lift', 'security', 'noise', 'fees']),
  building: listed(['b1', 'b2']),
  anonymous: fc.option(fc.boolean(), { nil: undefined }),
  timeOfDay: fc.option(fc.record({ from: someTime, to: someTime }), { nil: undefined }),
  open: fc.option(fc.record({ calendar: fc.constantFrom('office', 'always'), is: fc.boolean() }), { nil: undefined }),
})
const compiled = compilePolicy(defaultPolicy, 1)
const facts = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(kindLabels) as (keyof typeof kindLabels)[])),
    urgency: fc.constantFrom(...(Object.keys(urgencyLabels) as (keyof typeof urgencyLabels)[])),
    channel: fc.constantFrom('miniProgram' as const, 'phone' as const),
    category: fc.constantFrom('engineering', 'leak', 'lift', 'noise', 'billing', 'other'),
    buildingId: fc.constantFrom('b1', 'b2', null),
    anonymous: fc.boolean(),
  })
  .map(some => ({ ...aFiling(some), severity: 'ordinary' as const, placeIds: [], keyCustomer: false }))
const moment = fc.integer({ min: instant('2026-02-01T00:00:00+08:00'), max: instant('2026-03-31T00:00:00+08:00') })

test('what a condition covers never holds where it does not', () => {
  let covered = 0
  fc.assert(
    fc.property(
      condition,
      condition,
      fc.array(fc.tuple(facts, moment), { minLength: 5, maxLength: 20 }),
      (wide, extra, cases) => {
        for (const narrow of [extra, { ...wide, ...extra }, { ...extra, ...wide }]) {
          if (!covers(wide, narrow, compiled.lineage)) continue
          covered += 1
          for (const [ticket, at] of cases)
            if (conditionHolds(narrow, ticket, at, compiled))
              expect(conditionHolds(wide, ticket, at, compiled)).toBe(true)
        }
      },
    ),
    { numRuns: 2_000 },
  )
  expect(covered).toBeGreaterThan(500)
})

test('unconditional is what lets everything through, however it is written', () => {
  expect(isUnconditional(undefined)).toBe(true)
  expect(isUnconditional({})).toBe(true)
  expect(isUnconditional({ kind: Object.keys(kindLabels) as (keyof typeof kindLabels)[] })).toBe(true)
  expect(isUnconditional({ timeOfDay: { from: '00:00', to: '24:00' } })).toBe(true)
  expect(isUnconditional({ kind: ['complaint', 'request'] })).toBe(false)
  expect(isUnconditional({ anonymous: false })).toBe(false)
  expect(isUnconditional({ timeOfDay: { from: '22:00', to: '06:00' } })).toBe(false)
})

test('a policy without blocking problems compiles, whatever was picked at random', () => {
  const time = fc.constantFrom('08:00', '12:00', '13:00', '18:00', '24:00', '7:00')
  const shifts = fc.array(fc.tuple(time, time), { maxLength: 3 })
  const config = fc.oneof(
    fc.constant('24x7' as const),
    fc.record({
      weekly: fc.record({ mon: shifts, sat: shifts }),
      holidays: fc.constantFrom('cn' as const, [], ['2026-02-30'], undefined),
    }),
  )
  let sound = 0
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('office', 'always', 'x'), config),
      fc.constantFrom('office', 'x'),
      (some, calendar) => {
        const policy: Policy = { ...defaultPolicy, calendars: some, workingHours: calendar, ...deadline({ calendar }) }
        if (Object.keys(refusalsOf(validatePolicy(policy, known))).length > 0) return
        sound += 1
        expect(compilePolicy(policy, 1).calendar(calendar).opensEveryWeek).toBe(true)
      },
    ),
    { numRuns: 800 },
  )
  expect(sound).toBeGreaterThan(5)
})
