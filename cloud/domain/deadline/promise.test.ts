import { hour, minute, monday9 } from '../../../test/builders/clock'
import { people } from '../../../test/builders/people'
import { aPolicy, onlyCompletion } from '../../../test/builders/policy'
import { Story } from '../../../test/builders/ticket'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { DeadlineRule } from '../policy/model/policy'
import { isAcknowledged, promiseOf, promisedDeadline } from './promise'
import { timersOf } from './timers'

/** Completion in ten hours by the clock and nothing else: 19:00. */
const tenHours = aPolicy(onlyCompletion('always', 10))
const telling = (escalate: DeadlineRule['escalate']): CompiledPolicy => {
  const policy = onlyCompletion('always', 10)
  return aPolicy({ ...policy, deadlines: policy.deadlines.map(rule => ({ ...rule, escalate })) })
}
const reading = (story: Story, policy: CompiledPolicy, at: number) => {
  const timers = timersOf(story.ticket, policy)
  return {
    sentence: promiseOf(story.ticket, timers, at),
    counts: promisedDeadline(story.ticket, timers)?.dueAt ?? null,
  }
}

describe('one promise and one countdown (L-WRD-3)', () => {
  it('the countdown runs to the instant that the sentence names', () => {
    const filed = Story.filed({}, { policy: tenHours })
    const { sentence, counts } = reading(filed, tenHours, monday9)
    expect(sentence).toContain('今天 19:00 前处理完')
    expect(counts).toBe(monday9 + 10 * hour)
  })

  it('a missed one is said sorry for once, with what surely follows', () => {
    const late = monday9 + 10 * hour + minute
    const filed = Story.filed({}, { policy: tenHours })
    const missed = reading(filed.at(late).settled(), tenHours, late).sentence
    expect(missed).toMatch(/^对不起，没能按时处理完。已报告上级，由上级督促/)
    const silent = telling([])
    const alone = Story.filed({}, { policy: silent }).at(late).settled()
    expect(reading(alone, silent, late).sentence).toMatch(/^对不起，没能按时处理完。已提醒.+尽快办$/)
    const later = telling([{ at: 1.2, to: 'serviceManager' }])
    const soon = Story.filed({}, { policy: later }).at(late).settled()
    expect(reading(soon, later, late).sentence).toContain('今天 21:00 前还没有结果就报告上级')
  })
})

describe('受理 (D-SLA-0)', () => {
  it('is behind when a person has taken it on, not when a rule has given it to somebody', () => {
    const filed = Story.filed()
    expect([filed.ticket.state, isAcknowledged(filed.ticket)]).toEqual(['dispatched', false])
    expect(isAcknowledged(filed.do(people.steward, { command: 'accept' }).ticket)).toBe(true)
  })
})
