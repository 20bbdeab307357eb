import { aCommand } from '../../../test/builders/commands'
import { type Filing, aComplainant } from '../../../test/builders/filing'
import { people } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { clockActor } from '../access/actor'

const filed = (some: Partial<Filing>): Story => aTicket('dispatched', some)
const proposed = (story: Story) => story.events('severityProposed').map(({ severity, why }) => [severity, why])
const alarmed = (story: Story) => story.events('alarmRaised').map(({ signs }) => signs)
const judged = (story: Story, confirmed: boolean, reason?: string) =>
  story.do(people.manager, { command: 'judgeSeverity', confirmed, ...(reason ? { reason } : {}) })

describe('a special matter is proposed by rule (D-SP-1, D-SP-2)', () => {
  it.each<[string, Partial<Filing>, 'hot' | 'major', string]>([
    ['a sum in the words', { text: '电梯门夹坏了电脑，要求赔偿 3000 元' }, 'major', '要求赔偿 3000 元'],
    ['a sum recorded', { demanded: 1_000 }, 'major', '达到 1000 元'],
    ['somebody hurt', { text: '老人在楼道摔伤' }, 'major', '有人受伤（“摔伤”）'],
    ['a lawsuit, as staff hear it', { signs: ['lawsuit'] }, 'major', '要起诉或打官司'],
    ['several who come together', { people: 3 }, 'hot', '3 人一起反映'],
  ])('%s', (_, filing, severity, why) => {
    expect(proposed(filed(filing))).toEqual([[severity, expect.stringContaining(why)]])
  })

  it.each<[string, Partial<Filing>]>([
    ['less than the sum', { demanded: 999 }],
    ['two people', { people: 2 }],
    ['a question', { kind: 'consultation', text: '摔伤了能报销吗' }],
    ['a praise', { kind: 'praise', text: '我说要找记者表扬你们' }],
  ])('not for %s', (_, filing) => {
    expect(proposed(filed(filing))).toEqual([])
  })

  it('when the third person joins, on the tickets that they told it on, and not again with the fourth', () => {
    const join = (story: Story, who: string) =>
      story.do(people.clerk, aCommand('join', { complainants: [aComplainant(who)] }))
    const two = join(filed({}), 'resident-2')
    expect(proposed(two)).toEqual([])
    const three = join(two, 'resident-3')
    expect(three.events('severityProposed')).toMatchObject([
      {
        severity: 'hot',
        tickets: [{ id: 'ticket-1' }, { id: 'ticket-of-resident-2' }, { id: 'ticket-of-resident-3' }],
      },
    ])
    expect(proposed(join(three, 'resident-4'))).toHaveLength(1)
  })

  it('confirmed it is that severe, with its report to be given; not confirmed it takes a reason', () => {
    const story = filed({ demanded: 5_000 })
    expect(story.ticket.severity).toBe('ordinary')
    const confirmed = judged(story, true)
    expect(confirmed.ticket).toMatchObject({ severity: 'major', severityProposal: { judged: 'confirmed' } })
    expect(confirmed.ticket.deadlineRuns.map(({ kind }) => kind)).toContain('majorReport')
    expect(story.refusal(people.manager, { command: 'judgeSeverity', confirmed: false })).toBe('invalidRequest')
    const dismissed = judged(story, false, '责任在开发商')
    expect(dismissed.ticket).toMatchObject({ severity: 'ordinary', severityProposal: { judged: 'dismissed' } })
    expect(dismissed.allowed(people.manager)).not.toContain('judgeSeverity')
    // What was judged is not proposed again, what weighs more is.
    expect(dismissed.adds(clockActor, aCommand('noteHotspot'))).toEqual([])
    expect(
      filed({ people: 3 }).do(people.resident, aCommand('supplement', { text: '老人摔伤了' })).ticket,
    ).toMatchObject({
      severityProposal: { severity: 'major', judged: null },
    })
  })
})

describe('an alarm (D-SP-4)', () => {
  it('is raised by what is said at any time, once for each sign', () => {
    const story = filed({ text: '再没人管我就跳楼' })
    expect(alarmed(story)).toEqual([['drastic']])
    const later = story
      .do(people.resident, aCommand('supplement', { text: '我真的跳楼' }))
      .do(people.resident, aCommand('urge', { text: '不回话就找记者' }))
    expect(alarmed(later)).toEqual([['drastic'], ['media']])
  })

  it('is raised by what staff notice, for whatever kind of matter but a praise', () => {
    expect(alarmed(filed({ signs: ['drastic'], kind: 'consultation' }))).toEqual([['drastic']])
    expect(alarmed(filed({ text: '没有人跳楼' }))).toEqual([])
  })
})

describe('reports on it (D-SP-3)', () => {
  const major = () => judged(filed({ demanded: 5_000 }), true)
  const runs = (story: Story, kind: string) => story.ticket.deadlineRuns.filter(run => run.kind === kind)
  const parts = { cause: '锁具老化', help: '请总部协调厂家', lessons: '不属于情况报告' }

  it('keep the parts of their stage, and are approved by quality, not by whoever wrote them', () => {
    const reported = major().do(people.steward, aCommand('report', { parts }))
    expect(reported.ticket.reports).toMatchObject([{ report: 1, parts: { cause: '锁具老化', help: '请总部协调厂家' } }])
    expect(reported.ticket.reports?.[0]?.parts).not.toHaveProperty('lessons')
    expect(reported.allowed(people.manager)).not.toContain('judgeReport')
    const approved = reported.do(people.quality, aCommand('judgeReport'))
    expect(approved.ticket.reports).toMatchObject([{ judged: 'approved' }])
    expect(approved.allowed(people.quality)).not.toContain('judgeReport')
    expect(major().do(people.quality, aCommand('report')).allowed(people.quality)).not.toContain('judgeReport')
  })

  it('sent back take a reason and are owed anew, with a clock of their own', () => {
    const reported = major().do(people.steward, aCommand('report'))
    expect(runs(reported, 'majorReport')).toMatchObject([{ cycle: 1, metAt: expect.any(Number) }])
    expect(reported.refusal(people.quality, aCommand('judgeReport', { approved: false }))).toBe('invalidRequest')
    const back = reported.do(people.quality, aCommand('judgeReport', { approved: false, text: '没有写原因' }))
    expect(runs(back, 'majorReport')).toMatchObject([{ cycle: 1 }, { cycle: 2, metAt: null }])
    expect(back.ticket.reports).toMatchObject([{ judged: 'returned', remark: '没有写原因' }])
  })
})
