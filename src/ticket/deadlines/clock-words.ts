import { dueText, instantText, remainingText, spanText } from '@/ui/words/time'
import type { DeadlineView } from '../../../types/contract/ticket-views'
import { roleLabels } from '../../../types/vocabulary'

/** Share of the time between start and due that has passed, 0 … 1. */
export function usedShare(startedAt: number, dueAt: number, now: number): number {
  if (dueAt <= startedAt) return 1
  return Math.min(Math.max((now - startedAt) / (dueAt - startedAt), 0), 1)
}

export type ClockStanding = 'running' | 'paused' | 'late' | 'kept' | 'missed' | 'ended'

/** The state of a clock. `paused`: the ticket is on hold, so the due time still moves (D-SLA-16). */
export function standingOfClock(clock: DeadlineView, paused: boolean, now: number): ClockStanding {
  if (clock.metAt !== null) return clock.metAt > clock.dueAt ? 'missed' : 'kept'
  if (!clock.running) return clock.breachedAt === null ? 'ended' : 'missed'
  if (now > clock.dueAt) return 'late'
  return paused ? 'paused' : 'running'
}

/** 「还剩 2 小时」「已超过 3 小时」「按时完成 · 今天 09:10」 */
export function clockWords(clock: DeadlineView, paused: boolean, now: number): string {
  switch (standingOfClock(clock, paused, now)) {
    case 'kept':
      return `按时完成 · ${instantText(clock.metAt ?? now, now)}`
    case 'missed':
      return clock.metAt === null
        ? '已超时，后来不再需要'
        : `晚了 ${spanText(clock.metAt - clock.dueAt)} · ${instantText(clock.metAt, now)}`
    case 'ended':
      return '不再需要'
    case 'paused':
      return '已暂停'
    case 'running':
    case 'late':
      return remainingText(clock.dueAt, now)
  }
}

/** Receivers of an escalation are posts in most configurations, and people in some. */
const receiverName = (to: string): string => (to in roleLabels ? roleLabels[to as keyof typeof roleLabels] : to)

/**
 * Warnings, breach and escalations of a clock in the order they happened (D-SLA-15), and for how long it stood still.
 * While it is `paused` that span is still open and is not shown.
 */
export function clockHistory(clock: DeadlineView, paused: boolean, now: number): string[] {
  const happened = [
    ...clock.warnings.map(({ share, at }) => ({ at, words: `已用 ${Math.round(share * 100)}% 时间，提醒责任人` })),
    ...(clock.breachedAt === null ? [] : [{ at: clock.breachedAt, words: '超时，已记录' }]),
    ...clock.escalations.map(({ to, at }) => ({ at, words: `已上报${receiverName(to)}` })),
  ]
  const lines = happened.sort((a, b) => a.at - b.at).map(({ at, words }) => `${instantText(at, now)} ${words}`)
  return clock.heldSeconds >= 60 && !(paused && clock.running)
    ? [...lines, `等待期间已顺延 ${spanText(clock.heldSeconds * 1000)}`]
    : lines
}

/** What one step to come will do, in words; null: not worth telling. */
const stepWords = ({ what, share, to }: DeadlineView['next'][number]): string | null => {
  switch (what) {
    case 'warn':
      return `已用 ${Math.round((share ?? 0) * 100)}% 时间，提醒责任人`
    case 'breach':
      return '到期还没做到，记为超时'
    case 'escalate':
      return to === null ? null : `还没做到，上报${roleLabels[to]}`
    case 'reassign':
      return '还没有人接单，转给下一位'
    case 'end':
      return '期满，自动结束'
  }
}

export interface ComingStep {
  /** Epoch ms. */
  at: number
  words: string
}

/** Warnings, breach and escalations a running clock still has before it (D-SLA-15); a hold may yet move them. */
export const comingSteps = (clock: DeadlineView): ComingStep[] =>
  clock.next.flatMap(step => {
    const words = stepWords(step)
    return words === null ? [] : [{ at: step.at, words }]
  })

/** Until when; on hold the due time is where it comes to lie if the hold ends as agreed. */
export function dueWords(clock: DeadlineView, paused: boolean, now: number): string {
  const due = `应在 ${dueText(clock.dueAt, now)} 前`
  return standingOfClock(clock, paused, now) === 'paused' ? `按约定恢复后，${due}` : due
}

/** Running clocks first, soonest due on top; then the finished ones, newest first. */
export function inOrder(clocks: readonly DeadlineView[]): DeadlineView[] {
  const running = clocks.filter(clock => clock.running).sort((a, b) => a.dueAt - b.dueAt)
  const finished = clocks.filter(clock => !clock.running).sort((a, b) => b.startedAt - a.startedAt)
  return [...running, ...finished]
}
