import { limits } from '../../types/limits'
import { defaultPolicy } from '../domain/policy/model/default-policy'
import { answerOf } from './answer'
import { run } from './run'
import { BrokenScenario, readScenario } from './scenario'

const hours = [
  ['08:30', '12:00'],
  ['13:30', '18:00'],
]
const office = {
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: 'cn',
  shifts: { '2026-02-14': [['09:00', '12:00']], '2026-10-10': 'mon' },
}
const completion = {
  kind: 'completion',
  when: { urgency: 'normal' },
  calendar: 'office',
  target: { hours: 8 },
  warn: [0.5, 0.8],
  escalate: [
    { at: 1, to: 'departmentHead' },
    { at: 1.5, to: 'serviceManager' },
  ],
}
const toSteward = { name: '楼内派管家', when: { building: ['b1', 'b2'] }, to: { steward: true } }
const steward = { id: 's1', posts: ['steward'], buildings: ['b1'], department: 'service', skills: [] }
const filing = { channel: 'miniProgram', kind: 'complaint', urgency: 'normal', category: 'anything', building: 'b1' }
const at = (time: string): string => `2026-03-${time}:00+08:00`
const step = (time: string, what: string, data?: object, by?: string) => ({
  at: at(time),
  ticket: 'A',
  do: what,
  ...(data ? { data } : {}),
  ...(by ? { by } : {}),
})
const filed = step('02T09:00', 'file', filing)

const rehearsed = (scenario: object) => answerOf(run(readScenario(JSON.stringify(scenario))))
const aScenario = (some: {
  readonly policy?: object
  readonly staff?: object[]
  readonly steps: object[]
  readonly until?: string
}) => ({
  policy: { calendars: { office, always: '24x7' }, deadlines: [completion], routing: [toSteward], ...some.policy },
  staff: some.staff ?? [steward],
  steps: some.steps,
  until: some.until ?? at('20T00:00'),
})
const only = (scenario: object) => {
  const answer = rehearsed(scenario)
  const ticket = answer.tickets['A']
  if (!ticket) throw new Error('no ticket A')
  return { answer, ticket, deadline: ticket.deadlines[0] }
}

describe('a rehearsal (D-RH-1)', () => {
  it('finds a matter hot at the complaint that completes it, as production does (D-SP-2)', () => {
    const text = '三号电梯运行时有很大的响声'
    const told = (ticket: string, hour: string, some: object = {}) => ({
      ...step(hour, 'file', { ...filing, text, ...some }),
      ticket,
    })
    const proposed = (steps: object[]) =>
      rehearsed(aScenario({ steps })).log.flatMap(({ event, ticket }) => (event === 'severityProposed' ? [ticket] : []))
    const first = [told('A', '02T09:00'), told('B', '03T09:00')]
    expect(proposed([...first, told('C', '04T09:00')])).toEqual(['C'])
    expect(proposed([...first, told('C', '04T09:00', { building: 'b2' })])).toEqual([])
    expect(proposed([...first, told('C', '04T09:00', { text: '楼道里的窗户关不上了' })])).toEqual([])
    expect(proposed([...first, told('C', '04T09:00'), told('D', '05T09:00')])).toEqual(['C'])
  })

  it('plays a matter put right on the spot (D-IN-8), and a compensation that has to be approved (D-HD-7)', () => {
    const manager = { id: 'm1', posts: ['serviceManager'] }
    const told = { ...filing, channel: 'phone', settled: true, recordedBy: 's1' }
    const settled = only(aScenario({ steps: [step('02T09:00', 'file', told)], until: at('02T10:00') }))
    expect(settled.ticket.state).toBe('quietPeriod')
    const { answer } = only(
      aScenario({
        policy: { deadlines: [completion, { ...completion, kind: 'approval', when: {}, target: { hours: 4 } }] },
        staff: [steward, manager],
        steps: [
          filed,
          step('02T09:30', 'accept'),
          step('02T10:00', 'complete'),
          step('02T10:30', 'verify'),
          step('02T11:00', 'answerSurvey', { reception: 1, measures: 1, result: 1, solved: false }),
          step('02T11:10', 'accept'),
          step('02T11:20', 'remedy', { kind: 'compensation', sum: 800 }, 's1'),
          step('02T11:30', 'complete', undefined, 's1'),
          step('02T11:40', 'decideRemedy', { decision: 'approve' }),
          step('02T11:50', 'complete', undefined, 's1'),
        ],
        until: at('02T12:00'),
      }),
    )
    expect(answer.refused).toMatchObject([{ step: 7, code: 'wrongState' }])
    expect(answer.tickets['A']?.deadlines.find(({ kind }) => kind === 'approval')?.metAt).toBe(at('02T11:40'))
  })

  it('plays what is approved, followed, found online and reported back (D-HD-4, D-HD-6, D-SP-5, D-SP-6)', () => {
    const staff = [
      steward,
      { id: 'h1', posts: ['departmentHead'], department: 'service' },
      { id: 'q1', posts: ['quality'] },
      { id: 'c1', posts: ['clerk'], department: 'service' },
    ]
    const kinds = ['firstReply', 'approval', 'progress', 'reportBack'] as const
    const deadlines = kinds.map(kind => ({ ...completion, kind, when: {}, target: { workingDays: 2 } }))
    const on = (ticket: string, one: object) => ({ ...one, ticket })
    const answer = rehearsed(
      aScenario({
        policy: { deadlines },
        staff,
        steps: [
          step('02T09:00', 'file', {
            ...filing,
            channel: 'online',
            recordedBy: 'c1',
            post: { link: 'https://bbs.example.com/1', views: 20 },
            fromHeadOffice: true,
          }),
          on('B', step('02T09:00', 'file', filing)),
          step('02T09:10', 'accept'),
          step('02T09:20', 'reply', undefined, 's1'),
          step('02T09:25', 'reply', undefined, 's1'),
          step('02T09:30', 'decideDraft', { decision: 'refuse', text: '写明时间' }),
          step(
            '02T09:40',
            'notePost',
            { link: 'https://bbs.example.com/1', views: 20_000, readAt: at('02T09:39') },
            's1',
          ),
          step('02T09:50', 'reply', undefined, 's1'),
          step('02T10:00', 'decideDraft', {}, 'h1'),
          step('02T10:10', 'decideDraft'),
          step('02T10:20', 'relate', { relatedTo: 'B' }, 'c1'),
          on(
            'B',
            step(
              '02T10:30',
              'decline',
              { reason: 'thirdParty', thirdParty: { kind: 'utility', name: '供水公司' } },
              'c1',
            ),
          ),
          step('02T11:00', 'complete', undefined, 's1'),
          step('02T11:10', 'verify'),
          step('02T11:20', 'reportBack', undefined, 's1'),
          on('B', step('03T09:00', 'reply', undefined, 's1')),
          on('B', step('04T09:00', 'endFollowing', undefined, 's1')),
        ],
        until: at('05T00:00'),
      }),
    )
    expect(answer.refused).toMatchObject([
      { step: 4, code: 'wrongState' },
      { step: 8, code: 'forbidden' },
    ])
    const ends = (ticket: string) =>
      answer.tickets[ticket]?.deadlines.map(({ kind, cycle, metAt }) => `${kind} ${cycle} ${metAt ?? 'unmet'}`)
    expect(ends('A')).toEqual(
      expect.arrayContaining([
        `approval 1 ${at('02T09:30')}`,
        `approval 2 ${at('02T10:10')}`,
        `firstReply 1 ${at('02T10:10')}`,
        `reportBack 1 ${at('02T11:20')}`,
      ]),
    )
    expect(ends('B')).toEqual(expect.arrayContaining([`progress 1 ${at('03T09:00')}`, 'progress 2 unmet']))
    expect(answer.log.filter(({ event }) => event === 'related').map(({ ticket }) => ticket)).toEqual(['A', 'B'])
  })

  it('says of every due time which year is not announced yet and may move it (D-SLA-21)', () => {
    const national = { ...office, holidays: 'cn' }
    const rules = [
      { ...completion, target: { workingDays: 1 } },
      { ...completion, kind: 'acknowledge', calendar: 'always', target: { hours: 24 } },
      { ...completion, kind: 'firstReply', target: { hours: 1 } },
    ]
    const { ticket } = only(
      aScenario({
        policy: { calendars: { office: national, always: '24x7' }, deadlines: rules },
        steps: [{ ...filed, at: '2026-12-31T10:00:00+08:00' }],
        until: '2026-12-31T10:00:00+08:00',
      }),
    )
    const said = ticket.deadlines.map(({ kind, dueAt, unannouncedYears }) => [kind, dueAt, unannouncedYears])
    expect(said.sort()).toEqual([
      ['acknowledge', '2027-01-01T10:00:00+08:00', []],
      ['completion', '2027-01-04T18:00:00+08:00', [2027]],
      ['firstReply', '2026-12-31T11:00:00+08:00', []],
    ])
  })

  it('files, routes and lets the clock do what it does, each at its instant', () => {
    const { answer, ticket, deadline } = only(aScenario({ steps: [filed] }))
    expect(ticket).toMatchObject({ state: 'dispatched', assignee: 's1', route: { rule: '楼内派管家' } })
    expect(deadline).toEqual({
      kind: 'completion',
      cycle: 1,
      startedAt: at('02T09:00'),
      dueAt: at('03T09:00'),
      metAt: null,
      endedAt: null,
      heldSeconds: 0,
      unannouncedYears: [],
      warnings: [
        { share: 0.5, at: at('02T14:30') },
        { share: 0.8, at: at('02T16:54') },
      ],
      breachedAt: at('03T09:00'),
      escalations: [
        { level: 1, to: 'departmentHead', at: at('03T09:00'), heldBy: 'departmentHead' },
        { level: 2, to: 'serviceManager', at: at('03T14:30'), heldBy: 'serviceManager' },
      ],
    })
    expect(answer.log.map(({ event }) => event)).toEqual([
      'filed',
      'assigned',
      'warned',
      'warned',
      'breached',
      'deadlineEscalated',
      'deadlineEscalated',
    ])
    expect(answer.totals).toMatchObject({ tickets: 1, open: 1, late: 1, breaches: 1, warnings: 2, escalations: 2 })
  })

  it('a hold moves the due time on by the open time it covered (D-SLA-16)', () => {
    const steps = [
      filed,
      step('02T11:00', 'hold', { reason: 'awaitingPart' }),
      step('02T14:30', 'resume'),
      step('03T10:59', 'accept'),
      step('03T10:59', 'complete'),
    ]
    const { deadline, answer } = only(aScenario({ steps }))
    expect(deadline).toMatchObject({
      dueAt: at('03T11:00'),
      heldSeconds: 7200,
      metAt: at('03T10:59'),
      breachedAt: null,
    })
    expect(answer.refused).toEqual([])
  })

  it('a reopened ticket has a new clock and keeps the record of the old one', () => {
    const steps = [
      filed,
      step('02T09:10', 'accept'),
      step('02T10:00', 'complete'),
      step('02T10:10', 'verify'),
      step('02T10:20', 'answerSurvey', { result: 1, solved: false }),
    ]
    const { ticket } = only(aScenario({ steps }))
    expect(ticket.state).toBe('dispatched')
    expect(ticket.deadlines).toMatchObject([
      { cycle: 1, metAt: at('02T10:00'), breachedAt: null },
      { cycle: 2, startedAt: at('02T10:20'), dueAt: at('03T10:20') },
    ])
  })

  it('what nobody accepts goes to the next candidate and then to the head (D-RT-3)', () => {
    const staff = [
      steward,
      { id: 's2', posts: ['handler'], department: 'service' },
      { id: 'h1', posts: ['departmentHead'], department: 'service' },
    ]
    const accept = { kind: 'accept', calendar: 'always', target: { hours: 1 }, warn: [], escalate: [] }
    const { ticket, answer } = only(aScenario({ staff, policy: { deadlines: [accept] }, steps: [filed] }))
    expect(answer.log.map(entry => [entry.at.slice(11, 16), entry.event])).toEqual([
      ['09:00', 'filed'],
      ['09:00', 'assigned'],
      ['10:00', 'breached'],
      ['10:00', 'unaccepted'],
      ['10:00', 'assigned'],
      ['11:00', 'breached'],
      ['11:00', 'unaccepted'],
      ['11:00', 'assigned'],
      ['12:00', 'breached'],
      ['12:00', 'unaccepted'],
    ])
    expect(ticket).toMatchObject({ assignee: 'h1', state: 'dispatched' })
    expect(ticket.deadlines.map(({ cycle, breachedAt }) => [cycle, breachedAt])).toEqual([
      [1, at('02T10:00')],
      [2, at('02T11:00')],
      [3, at('02T12:00')],
    ])
  })

  it('somebody on leave is passed over, then the lighter load counts (D-RT-2)', () => {
    const staff = [
      { ...steward, id: 's1', leave: [['2026-03-01', '2026-03-02']] },
      { ...steward, id: 's2' },
      { ...steward, id: 's3' },
    ]
    const file = (ticket: string, time: string) => ({ at: at(time), ticket, do: 'file', data: filing })
    const steps = [file('A', '02T09:00'), file('B', '02T09:05'), file('C', '03T09:00')]
    const { tickets } = rehearsed(aScenario({ staff, steps }))
    expect(['A', 'B', 'C'].map(name => tickets[name]?.assignee)).toEqual(['s2', 's3', 's1'])
  })

  it('without rules and people the defaults stand: nobody to name waits in triage, by the default deadlines', () => {
    const { tickets } = rehearsed({ steps: [filed], until: at('02T09:00') })
    expect(tickets['A']).toMatchObject({ state: 'submitted', assignee: null })
    expect(tickets['A']?.deadlines.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['acknowledge', at('03T09:00')],
      ['firstReply', at('03T00:00')],
      ['organise', at('04T09:00')],
      ['completion', at('05T18:00')],
    ])
  })

  it('what is refused says which step and why, and changes nothing', () => {
    const steps = [filed, step('02T09:30', 'complete'), step('02T09:40', 'accept', {}, 'a stranger')]
    const { answer, ticket } = only(aScenario({ steps, until: at('02T10:00') }))
    expect(answer.refused).toMatchObject([
      { step: 1, code: 'wrongState' },
      { step: 2, code: 'notFound' },
    ])
    expect(ticket.state).toBe('dispatched')
  })

  it('steps happen in the order of time, whatever the order of the file, and keep their numbers', () => {
    const steps = [step('02T09:30', 'complete'), filed, step('02T09:10', 'accept')]
    const { ticket, answer } = only(aScenario({ steps, until: at('02T10:00') }))
    expect([ticket.state, answer.refused]).toEqual(['completed', []])
  })

  it('the same scenario gives the same answer', () => {
    const scenario = aScenario({ steps: [filed, step('02T09:10', 'accept'), step('04T09:00', 'complete')] })
    expect(rehearsed(scenario)).toEqual(rehearsed(scenario))
  })

  it('any word may stand for a category, a department, a building or a person, and times are written alike', () => {
    const staff = [
      { id: '张三', posts: ['steward'], buildings: ['1栋'], department: '工程部' },
      { id: '李四', posts: ['handler'], department: '工程部' },
    ]
    const steps = [
      { ...filed, data: { ...filing, category: '漏水', building: '1栋' } },
      step('02T09:05', 'reclassify', { category: '渗水', urgency: 'normal' }),
      step('02T09:10', 'dispatch', { departmentId: '工程部' }),
      step('02T09:15', 'accept'),
      step('02T09:20', 'propose', { completeBy: at('05T09:00') }),
      step('02T09:30', 'hold', { reason: 'appointment', until: at('03T09:00') }),
      step('03T10:00', 'transfer', { assigneeId: '李四' }),
    ]
    const routing = [
      {
        name: 'a building that is named in words, in a rule whose name is a whole sentence',
        when: { building: '1栋' },
        to: { department: '工程部' },
      },
      { name: '没有人的部门', to: { department: '别的部' } },
      { name: '客服', to: { post: 'clerk' } },
    ]
    const { answer, ticket } = only(aScenario({ policy: { routing }, staff, steps, until: at('03T11:00') }))
    expect(answer.refused).toMatchObject([{ step: 6, code: 'wrongState' }])
    expect(ticket).toMatchObject({ state: 'proposed', department: '工程部' })
  })

  it('words of danger are an emergency, as in production (D-CL-4)', () => {
    const { urgency: _urgency, ...unsaid } = filing
    const steps = [{ ...filed, data: { ...unsaid, text: '电梯里有人被困' } }]
    const { ticket } = only(aScenario({ policy: { deadlines: undefined }, steps, until: at('02T09:00') }))
    expect(ticket.deadlines.find(({ kind }) => kind === 'accept')?.dueAt).toBe(at('02T09:10'))
  })

  it('a neighbour joins, comes off again within the day, and later takes a reason to be split off (D-IN-6, D-HD-8)', () => {
    const by = (time: string, what: string, data?: object) => ({ ...step(time, what, data), ticket: 'B' })
    const joins = by('02T09:30', 'file', { ...filing, joins: 'A' })
    const steps = [filed, joins, by('02T10:00', 'split'), by('03T10:00', 'split')]
    const { answer } = only(aScenario({ steps, until: at('03T11:00') }))
    expect(answer.refused).toMatchObject([{ step: 2, code: 'wrongState' }])
    const events = answer.log.filter(({ ticket }) => ticket === 'A').map(({ event }) => event)
    expect(events.slice(0, 3)).toEqual(['filed', 'assigned', 'joined'])
    expect(events.at(-1)).toBe('separated')
    expect(answer.tickets['B']?.state).toBe('submitted')
  })

  it('nothing after the end is played', () => {
    const { answer } = only(aScenario({ steps: [filed, step('05T09:00', 'accept')], until: at('02T10:00') }))
    expect(answer.log.map(({ event }) => event)).toEqual(['filed', 'assigned'])
    expect(answer.totals.notPlayed).toBe(1)
  })
})

describe('the policy of a scenario', () => {
  const policyOf = (policy: object) => readScenario(JSON.stringify({ policy, steps: [] })).policy
  const { warn: _warn, escalate: _escalate, ...bare } = completion

  it('fills in warnings and levels that a rule leaves out, except for a quiet period (D-SLA-15)', () => {
    const quiet = { kind: 'quiet', calendar: 'always', target: { hours: 24 } }
    expect(policyOf({ deadlines: [bare, quiet] }).deadlines).toEqual([
      {
        ...bare,
        warn: [0.5, 0.8],
        escalate: [
          { at: 1, to: 'departmentHead' },
          { at: 1.5, to: 'serviceManager' },
          { at: 2, to: 'quality' },
        ],
      },
      quiet,
    ])
  })

  it('is read as a saved one where it is written out in full', () => {
    const inFull = { ...defaultPolicy, deadlines: [{ ...bare, warn: [], escalate: [] }] }
    expect(policyOf(inFull)).toEqual(inFull)
    expect(policyOf(defaultPolicy)).toEqual(defaultPolicy)
  })
})

describe('a broken scenario is one sentence that names the place', () => {
  const broken = (scenario: unknown): string => {
    try {
      readScenario(typeof scenario === 'string' ? scenario : JSON.stringify(scenario))
    } catch (error) {
      if (error instanceof BrokenScenario) return error.message
      throw error
    }
    return ''
  }
  const rule = (some: object) => ({ policy: { deadlines: [{ ...completion, ...some }] }, steps: [] })

  it.each<readonly [string, unknown, RegExp]>([
    ['no JSON', '{', /^the file is not JSON/],
    ['a list', [], /^the scenario must be of type object$/],
    ['no steps', {}, /^steps is missing$/],
    ['an unknown part', { steps: [], stpes: [] }, /^stpes is not a known field$/],
    [
      'a time without its offset',
      { steps: [{ ...filed, at: '2026-03-02T09:00:00' }] },
      /^steps\[0\]\.at must be a time/,
    ],
    [
      'a day that is none',
      { steps: [], staff: [{ ...steward, leave: [['2026-02-30', '2026-03-01']] }] },
      /^staff\[0\]\.leave\[0\]\[0\] must be a day/,
    ],
    ['an unknown command', { steps: [filed, step('02T09:10', 'fly')] }, /^steps\[1\]\.do names no command: "fly"$/],
    ['an unknown field', { steps: [{ ...filed, data: { ...filing, urgncy: 'urgent' } }] }, /^steps\[0\]\.data\.urgncy/],
    [
      'an unknown field of a command',
      { steps: [filed, step('02T09:10', 'reply', { txt: 'x' })] },
      /^steps\[1\]\.data\.txt/,
    ],
    [
      'a wrong word',
      { steps: [filed, step('02T09:10', 'hold', { reason: 'bored' })] },
      /^steps\[1\]\.data\.reason must be one of awaitingComplainant/,
    ],
    ['a ticket never filed', { steps: [step('02T09:10', 'accept')] }, /^steps\[0\]\.ticket is never filed: A$/],
    ['a ticket filed twice', { steps: [filed, filed] }, /^steps\[1\]\.ticket is filed already by steps\[0\]: A$/],
    [
      'an unknown post',
      { steps: [], staff: [{ ...steward, posts: ['king'] }] },
      /^staff\[0\]\.posts\[0\] must be one of/,
    ],
    [
      'one post twice',
      { steps: [], staff: [steward, steward] },
      /^staff\[1\]\.posts has a post that stands twice: s1 steward$/,
    ],
    [
      'shifts reversed',
      { policy: { calendars: { office: { weekly: { mon: [['12:00', '08:00']] } } } }, steps: [] },
      /^policy\.calendars\.office\.weekly\.mon\[0\]: /,
    ],
    ['an unknown calendar', rule({ calendar: 'moon' }), /^policy\.deadlines\[0\]\.calendar: /],
    ['no time at all', rule({ target: { hours: 0 } }), /^policy\.deadlines\[0\]\.target/],
    ['a warning after the end', rule({ warn: [1.2] }), /^policy\.deadlines\[0\]\.warn/],
    [
      'more rules than can be saved',
      { policy: { deadlines: Array.from({ length: limits.policyRules + 1 }, () => completion) }, steps: [] },
      /^policy\.deadlines /,
    ],
    ['an unknown target', rule({ target: { weeks: 2 } }), /^policy\.deadlines\[0\]\.target has none of the forms/],
  ])('%s', (_what, scenario, sentence) => {
    expect(broken(scenario)).toMatch(sentence)
    expect(broken(scenario)).not.toContain('\n')
  })
})

describe('asking', () => {
  it('nobody is asked more often in a month than the rules say, as the live product does (D-CB-12)', () => {
    const lives = (ticket: string) => [
      { ...filed, ticket, by: 'r1' },
      ...['accept', 'complete', 'verify'].map((what, index) => ({ ...step(`02T1${index}:00`, what), ticket })),
    ]
    const scenario = aScenario({
      policy: { survey: { mostPerHouseholdAMonth: 1 } },
      steps: [...lives('A'), ...lives('B')].sort((one, other) => (one.at < other.at ? -1 : 1)),
      until: at('02T12:30'),
    })
    const { tickets } = rehearsed(scenario)
    expect([tickets.A?.state, tickets.B?.state]).toEqual(['callback', 'quietPeriod'])
  })
})
