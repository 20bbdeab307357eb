import fc from 'fast-check'
import { march, monday9 } from '../../../test/builders/clock'
import { aDirectory, aStaffMember, staff } from '../../../test/builders/people'
import { aPolicy, standardPolicy } from '../../../test/builders/policy'
import type { Facts } from '../policy/compile/compile'
import type { RoutingRule } from '../policy/model/policy'
import { departmentOf } from './directory'
import { type RoutingInput, candidates, nextCandidate, route, routeToDepartment } from './route'

const facts: Facts = {
  kind: 'complaint',
  urgency: 'normal',
  severity: 'ordinary',
  channel: 'miniProgram',
  category: 'leak',
  buildingId: 'b1',
  placeIds: ['room-1', 'b1'],
  centerId: 'center-1',
  anonymous: false,
  keyCustomer: false,
}
type Some = Partial<Omit<RoutingInput, 'facts'>> & { readonly facts?: Partial<Facts> }
const anInput = (some: Some = {}): RoutingInput => ({
  policy: standardPolicy,
  directory: aDirectory(),
  workloads: new Map(),
  at: monday9,
  ...some,
  facts: { ...facts, ...some.facts },
})
const chosen = (input: RoutingInput): readonly [string, string | null] => {
  const { rule, assignment } = route(input)
  return [rule, assignment?.personId ?? null]
}
const byRules = (rules: readonly RoutingRule[], some: Some = {}) =>
  chosen(anInput({ policy: aPolicy({ routing: rules }), ...some }))

describe('the rules of a new center', () => {
  it.each<readonly [string, Partial<Facts>, string, string | null]>([
    ['an emergency', { urgency: 'emergency' }, '紧急事项先派值班人员', 'guard-1'],
    ['a quarrel', { category: 'neighbour' }, '邻里纠纷由客服受理', null],
    ['praise', { kind: 'praise' }, '表扬和建议由客服受理', null],
    ['attitude, a leaf of the category named', { category: 'attitude' }, '服务态度由客服受理', null],
    ['a leak in a building', {}, '楼内事项派楼栋管家', 'steward-1'],
    ['a leak in another building', { buildingId: 'b2' }, '楼内事项派楼栋管家', 'steward-2'],
    ['a leak nowhere in particular', { buildingId: null }, '其他事项派主责部门', 'engineer-1'],
    ['a building without steward', { buildingId: 'b9' }, '其他事项派主责部门', 'engineer-1'],
    ['a category nobody knows', { category: 'moon', buildingId: null }, '默认由客服受理', null],
  ])('%s', (_name, some, rule, person) => {
    expect(chosen(anInput({ facts: some }))).toEqual([rule, person])
  })

  it('a category nobody answers for is not for those who belong to no department', () => {
    const lone = aDirectory([aStaffMember('lone', { role: 'steward', departmentId: null, buildingIds: ['b7'] })])
    expect(chosen(anInput({ directory: lone, facts: { category: 'moon' } }))).toEqual(['默认由客服受理', null])
  })
})

describe('rules (D-RT-1)', () => {
  const toPerson = (name: string, person: string, when?: RoutingRule['when']): RoutingRule => ({
    name,
    to: { person },
    ...(when ? { when } : {}),
  })

  it('the first that fits wins', () => {
    const rules = [
      toPerson('one', 'guard-1', { urgency: 'urgent' }),
      toPerson('two', 'engineer-1'),
      toPerson('three', 'engineer-2'),
    ]
    expect(byRules(rules)).toEqual(['two', 'engineer-1'])
    expect(byRules(rules, { facts: { urgency: 'urgent' } })).toEqual(['one', 'guard-1'])
  })
  it('one that names nobody lets the next try, and triage ends the search', () => {
    expect(byRules([toPerson('one', 'nobody'), toPerson('two', 'engineer-1')])).toEqual(['two', 'engineer-1'])
    expect(byRules([{ name: 'desk', to: { triage: true } }, toPerson('two', 'engineer-1')])).toEqual(['desk', null])
  })
  it('a default always exists', () => {
    expect(route(anInput({ policy: aPolicy({ routing: [] }) }))).toEqual({
      rule: '默认',
      why: '没有规则适用，等客服受理后安排',
      assignment: null,
    })
  })
  it.each<readonly [string, RoutingRule['when'], Partial<Facts>, boolean]>([
    ['any of several', { kind: ['praise', 'complaint'] }, {}, true],
    ['a category above', { category: 'engineering' }, {}, true],
    ['a category below', { category: 'leak' }, { category: 'engineering' }, false],
    ['one of several categories', { category: ['fees', 'engineering'] }, {}, true],
    ['every part', { urgency: 'normal', channel: 'phone' }, {}, false],
    ['building', { building: 'b1' }, {}, true],
    ['no building', { building: 'b1' }, { buildingId: null }, false],
    ['anonymous', { anonymous: true }, {}, false],
    ['not anonymous', { anonymous: false }, {}, true],
    ['severity', { severity: 'major' }, { severity: 'major' }, true],
  ])('condition: %s', (_name, when, some, fits) => {
    expect(byRules([toPerson('it', 'guard-1', when)], { facts: some })[1]).toBe(fits ? 'guard-1' : null)
  })
  it('time of day', () => {
    const night = [
      toPerson('night', 'guard-1', { open: { calendar: 'office', is: false } }),
      toPerson('day', 'engineer-1'),
    ]
    expect(byRules(night, { at: march(2, '17:59') })[0]).toBe('day')
    expect(byRules(night, { at: march(2, '18:00') })[0]).toBe('night')
    expect(byRules(night, { at: march(7, '10:00') })[0]).toBe('night')
  })
  it('targets: department, post, whoever is on duty', () => {
    expect(byRules([{ name: 'd', to: { department: 'security' } }])[1]).toBe('guard-1')
    expect(byRules([{ name: 'p', to: { post: 'departmentHead' } }])[1]).toBe('engineering-head')
    expect(byRules([{ name: 'p', to: { post: 'serviceManager' } }])[1]).toBe('manager-1')
    const onDuty = (category: string) =>
      byRules([{ name: 'o', to: { onDuty: true } }], {
        facts: { category },
        directory: aDirectory([staff.guard, aStaffMember('z-engineer', { present: true })]),
      })[1]
    expect([onDuty('leak'), onDuty('noise'), onDuty('fees')]).toEqual(['z-engineer', 'guard-1', 'guard-1'])
  })
  it('says in words who chose among how many', () => {
    const two = route(anInput({ facts: { buildingId: null } }))
    expect(two.why).toBe(
      '按规则“其他事项派主责部门”，在 2 位人员中按楼栋、技能、在岗和当前工作量选出处理人员engineer-1',
    )
  })
})

describe('within a department (D-RT-3)', () => {
  it('its people, then its head, then the manager, then quality, then nobody', () => {
    const except: string[] = []
    const seen: (string | null)[] = []
    for (let i = 0; i < 6; i++) {
      const next = nextCandidate('engineering', anInput({ except: [...except] }))
      seen.push(next?.personId ?? null)
      if (next) except.push(next.personId)
    }
    expect(seen).toEqual(['engineer-1', 'engineer-2', 'engineering-head', 'manager-1', 'quality-1', null])
  })
  it('the whole of a level before the next, and in it whoever is there (D-HD-9)', () => {
    const away = { leave: [{ from: '2026-03-01', to: '2026-03-31' }] }
    const head = (id: string, some = {}) => aStaffMember(id, { role: 'departmentHead', ...some })
    const directory = aDirectory([
      head('head-a', away),
      head('head-b'),
      head('head-c', { present: true }),
      staff.manager,
    ])
    const asked: string[] = []
    for (let i = 0; i < 4; i++) {
      const next = nextCandidate('engineering', anInput({ directory, except: [...asked] }))
      if (next) asked.push(next.personId)
    }
    expect(asked).toEqual(['head-c', 'head-b', 'head-a', 'manager-1'])
  })
  it('without a department the manager', () => {
    expect(nextCandidate(null, anInput())?.personId).toBe('manager-1')
  })
  it('an empty department falls to the next level and stays that department’s', () => {
    expect(routeToDepartment('finance', anInput())).toMatchObject({ personId: 'manager-1', departmentId: 'finance' })
    expect(routeToDepartment('finance', anInput({ directory: aDirectory([]) }))).toBeNull()
  })
  it('a leaf without department has its nearest ancestor’s (D-CL-1)', () => {
    expect(['leak', 'engineering', 'noise', 'moon'].map(id => departmentOf(id, standardPolicy))).toEqual([
      'engineering',
      'engineering',
      'security',
      null,
    ])
  })
})

describe('same state, same choice (D-RT-2)', () => {
  const someone = fc.record({
    id: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'),
    role: fc.constantFrom('steward' as const, 'handler' as const, 'departmentHead' as const),
    departmentId: fc.constantFrom('engineering', 'security', null),
    buildingIds: fc.subarray(['b1', 'b2']),
    skills: fc.subarray(['leak', 'noise']),
    present: fc.boolean(),
    leave: fc.constantFrom([], [{ from: '2026-03-01', to: '2026-03-05' }]),
  })
  const staffed = fc
    .uniqueArray(someone, { selector: ({ id }) => id })
    .map(list => list.map(one => aStaffMember(one.id, one)))
  const workloads = fc
    .array(fc.record({ weight: fc.nat(3), lastAssignedAt: fc.nat(2) }), { minLength: 6, maxLength: 6 })
    .map(list => new Map(list.map((load, index) => [`p${index + 1}`, load])))
  const someFacts = fc.record({
    category: fc.constantFrom('leak', 'noise', 'fees', 'moon'),
    urgency: fc.constantFrom('emergency' as const, 'normal' as const),
    buildingId: fc.constantFrom('b1', 'b3', null),
  })

  it('in whatever order people are listed; and `candidates` names whom it chooses among', () => {
    fc.assert(
      fc.property(staffed, workloads, someFacts, fc.integer(), (members, carried, some, salt) => {
        const input = anInput({ directory: aDirectory(members), workloads: carried, facts: some })
        const shuffled = [...members].sort(
          (a, b) => ((a.id.charCodeAt(1) * salt) % 7) - ((b.id.charCodeAt(1) * salt) % 7),
        )
        const first = route(input)
        expect(route({ ...input, directory: aDirectory(shuffled) })).toEqual(first)
        const among = candidates(input).map(({ id }) => id)
        expect(first.assignment === null ? among : among.includes(first.assignment.personId)).toEqual(
          first.assignment === null ? [] : true,
        )
      }),
      { numRuns: 300, seed: 20260302 },
    )
  })
})
