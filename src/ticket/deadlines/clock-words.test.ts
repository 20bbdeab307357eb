import type { DeadlineView } from '../../../types/contract/ticket-views'
import { aClock } from './deadline.fixture'
import { clockHistory, clockWords, comingSteps, dueWords, inOrder, standingOfClock, usedShare } from './clock-words'

const hour = 3_600_000
/** 2026-03-02 09:00 +08:00, a Monday. */
const start = Date.UTC(2026, 2, 2, 1)

const clock = (part: Partial<DeadlineView> = {}) => aClock({ startedAt: start, dueAt: start + 8 * hour, ...part })

describe('usedShare', () => {
  it('goes from 0 to 1 and not beyond', () => {
    expect(usedShare(start, start + 10 * hour, start - hour)).toBe(0)
    expect(usedShare(start, start + 10 * hour, start + 5 * hour)).toBe(0.5)
    expect(usedShare(start, start + 10 * hour, start + 20 * hour)).toBe(1)
    expect(usedShare(start, start, start)).toBe(1)
  })
})

describe('a clock in words', () => {
  it('counts down, then up', () => {
    expect(clockWords(clock(), false, start + 6 * hour)).toBe('还剩 2 小时')
    expect(clockWords(clock(), false, start + 11 * hour)).toBe('已超过 3 小时')
    expect(standingOfClock(clock(), false, start + 11 * hour)).toBe('late')
  })

  it('stands still on hold, but a breach is not paused away (D-SLA-16)', () => {
    expect(clockWords(clock(), true, start + hour)).toBe('已暂停')
    expect(standingOfClock(clock(), true, start + 9 * hour)).toBe('late')
  })

  it('says whether it was kept', () => {
    const kept = clock({ metAt: start + 7 * hour, running: false })
    expect(clockWords(kept, false, start + 9 * hour)).toBe('按时完成 · 今天 16:00')
    const missed = clock({ metAt: start + 10 * hour, running: false, breachedAt: start + 8 * hour })
    expect(clockWords(missed, false, start + 11 * hour)).toBe('晚了 2 小时 · 今天 19:00')
  })

  it('says when it was no longer needed', () => {
    expect(clockWords(clock({ running: false, endedAt: start + hour }), false, start + 2 * hour)).toBe('不再需要')
    const breached = clock({ running: false, endedAt: start + 9 * hour, breachedAt: start + 8 * hour })
    expect(clockWords(breached, false, start + 10 * hour)).toBe('已超时，后来不再需要')
  })
})

describe('what happened to a clock', () => {
  it('is told in the order it happened, with the post in words', () => {
    const happened = clock({
      escalations: [{ level: 1, to: 'departmentHead', at: start + 8 * hour + 1 }],
      breachedAt: start + 8 * hour,
      warnings: [{ share: 0.5, at: start + 4 * hour }],
    })
    expect(clockHistory(happened, false, start + 9 * hour)).toEqual([
      '今天 13:00 已用 50% 时间，提醒责任人',
      '今天 17:00 超时，已记录',
      '今天 17:00 已上报部门负责人',
    ])
  })

  it('names a person as they are called, and the time that was held', () => {
    const held = clock({ heldSeconds: 7200, escalations: [{ level: 2, to: '王经理', at: start }] })
    expect(clockHistory(held, false, start)).toEqual(['今天 09:00 已上报王经理', '等待期间已顺延 2 小时'])
    expect(clockHistory(held, true, start)).toEqual(['今天 09:00 已上报王经理'])
  })
})

describe('what comes', () => {
  it('is told step by step, with the post in words', () => {
    const coming = clock({
      next: [
        { at: start + 4 * hour, what: 'warn', share: 0.5, to: null },
        { at: start + 8 * hour, what: 'breach', share: null, to: null },
        { at: start + 8 * hour, what: 'escalate', share: null, to: 'departmentHead' },
      ],
    })
    expect(comingSteps(coming)).toEqual([
      { at: start + 4 * hour, words: '已用 50% 时间，提醒责任人' },
      { at: start + 8 * hour, words: '到期还没做到，记为超时' },
      { at: start + 8 * hour, words: '还没做到，上报部门负责人' },
    ])
  })
})

describe('until when', () => {
  it('ends at midnight with the day, not at the beginning of the next', () => {
    expect(dueWords(clock({ dueAt: start + 15 * hour }), false, start)).toBe('应在 今天 24:00 前')
  })

  it('depends on the end of the hold while there is one', () => {
    expect(dueWords(clock(), false, start)).toBe('应在 今天 17:00 前')
    expect(dueWords(clock(), true, start)).toBe('按约定恢复后，应在 今天 17:00 前')
  })
})

describe('inOrder', () => {
  it('puts running clocks first, soonest due on top, then the newest of the others', () => {
    const late = clock({ kind: 'completion', dueAt: start + 9 * hour })
    const soon = clock({ kind: 'firstReply', dueAt: start + hour })
    const old = clock({ kind: 'accept', running: false, startedAt: start - 2 * hour })
    const newer = clock({ kind: 'acknowledge', running: false, startedAt: start - hour })
    expect(inOrder([old, late, newer, soon]).map(({ kind }) => kind)).toEqual([
      'firstReply',
      'completion',
      'acknowledge',
      'accept',
    ])
  })
})
