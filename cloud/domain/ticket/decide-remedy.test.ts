import { aCommand, dissatisfied } from '../../../test/builders/commands'
import { aDirectory, people, staff } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { runningTimersOf } from '../deadline/timers'
import { compilePolicy } from '../policy/compile/compile'
import { debtorsOf } from '../deadline/debtor'

const { steward, manager, quality, resident, clerk } = people
const paid = (sum: number) => aCommand('remedy', { sum })
const approve = aCommand('decideRemedy')
const refuse = aCommand('decideRemedy', { decision: 'refuse', text: '先请保险公司定损' })

/** Rated badly, taken up again and accepted by the one who has it. */
const again = (around: Parameters<typeof aTicket>[2] = {}): Story =>
  aTicket('callback', {}, around)
    .do(resident, aCommand('answerSurvey', { answers: dissatisfied }))
    .do(steward, aCommand('accept'))
const approval = ({ ticket }: Story) => runningTimersOf(ticket, standardPolicy).find(({ kind }) => kind === 'approval')

describe('remedies for whoever was not content (D-HD-7)', () => {
  it.each(['recheck', 'redo', 'apology'] as const)('%s needs nobody’s approval', kind => {
    const story = again().do(steward, aCommand('remedy', { kind }))
    expect(story.ticket.remedies).toMatchObject([{ remedy: 1, kind, sum: null, status: 'given' }])
    expect(approval(story)).toBeUndefined()
  })

  it('only after somebody was not content', () =>
    expect(aTicket('inProgress').refusal(steward, aCommand('remedy'))).toBe('wrongState'))

  it('a sum within the limit is given at once, and one has to be named', () => {
    expect(again().do(steward, paid(500)).ticket.remedies).toMatchObject([{ sum: 500, status: 'given' }])
    expect(again().refusal(steward, aCommand('remedy', { sum: undefined }))).toBe('invalidRequest')
  })

  it('a greater one waits for the service manager, with a clock, and nothing is done before that', () => {
    const waiting = again().do(steward, paid(501))
    expect(waiting.ticket.remedies).toMatchObject([{ status: 'waiting', approver: { personId: 'manager-1' } }])
    const clock = approval(waiting)
    expect(clock?.dueAt).toBeGreaterThan(waiting.now)
    expect(debtorsOf({ kind: 'approval', cycle: 1 }, waiting.ticket, 'steward-1', aDirectory())).toEqual(['manager-1'])
    expect(waiting.refusal(steward, aCommand('complete'))).toBe('wrongState')
    expect(waiting.refusal(steward, aCommand('remedy'))).toBe('wrongState')
    for (const who of [steward, clerk]) expect(waiting.refusal(who, approve)).toBe('forbidden')
    for (const who of [manager, quality]) expect(waiting.refusal(who, approve)).toBeNull()
  })

  it('approved it is the resident’s to read, refused with a reason another is chosen', () => {
    const approved = again().do(steward, paid(501)).do(manager, approve)
    expect(approved.ticket.remedies).toMatchObject([{ status: 'approved' }])
    expect(approval(approved)).toBeUndefined()
    expect(approved.refusal(manager, approve)).toBe('wrongState')
    expect(approved.refusal(steward, aCommand('complete'))).toBeNull()
    const refused = again().do(steward, paid(501)).do(manager, refuse)
    expect(refused.ticket.remedies).toMatchObject([{ status: 'refused' }])
    expect(refused.do(steward, paid(300)).ticket.remedies).toHaveLength(2)
    const mute = aCommand('decideRemedy', { decision: 'refuse' })
    expect(again().do(steward, paid(501)).refusal(manager, mute)).toBe('invalidRequest')
  })

  it('whoever approves need not ask themselves; without a limit each sum is approved', () => {
    expect(again().do(manager, paid(9_000)).ticket.remedies).toMatchObject([{ status: 'given' }])
    const { compensationLimit: _limit, ...policy } = standardPolicy.policy
    expect(again({ policy: compilePolicy(policy, 1) }).do(steward, paid(1)).ticket.remedies).toMatchObject([
      { status: 'waiting' },
    ])
  })

  it('where nobody can approve it, it is not chosen', () => {
    const alone = again().with({ directory: aDirectory([staff.steward, staff.clerk]) })
    expect(alone.refusal(steward, paid(501))).toBe('wrongState')
  })
})
