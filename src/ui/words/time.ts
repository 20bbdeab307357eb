import { dueText, exactDueText, exactText, instantText, retold, untilMidnight } from '../../../types/words/time'

export { dueText, exactDueText, exactText, instantText, retold, untilMidnight }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A promise: 「今天 18:00 前」; a missed one has no 「前」. */
export function promiseText(dueAt: number, now: number): string {
  return dueAt >= now ? `${dueText(dueAt, now)} 前` : `应在 ${dueText(dueAt, now)}`
}

/** 「3 天」「2 小时」「95 分钟」「不到 1 分钟」: in minutes below two hours (L-WRD-3); always rounded down, so nobody is promised more time than there is. */
export function spanText(ms: number): string {
  const span = Math.abs(ms)
  if (span < minute) return '不到 1 分钟'
  if (span < 2 * hour) return `${Math.floor(span / minute)} 分钟`
  if (span < 2 * day) return `${Math.floor(span / hour)} 小时`
  return `${Math.floor(span / day)} 天`
}

/** 「还剩 2 小时」「已超过 3 小时」 */
export function remainingText(dueAt: number, now: number): string {
  return `${dueAt >= now ? '还剩' : '已超过'} ${spanText(dueAt - now)}`
}

export type DeadlineStanding = 'running' | 'dueSoon' | 'late'

/** Due soon = less than 20 % of the time left (L-TOK-3). */
export function standingOf(startedAt: number, dueAt: number, now: number): DeadlineStanding {
  if (now > dueAt) return 'late'
  return dueAt - now < (dueAt - startedAt) * 0.2 ? 'dueSoon' : 'running'
}

/** Milliseconds until `remainingText` says something else; the next moment worth drawing again. */
export function untilNextChange(dueAt: number, now: number): number {
  const span = Math.abs(dueAt - now)
  const unit = span < 2 * hour ? minute : hour
  const rest = dueAt >= now ? span % unit : unit - (span % unit)
  return Math.max(1_000, Math.min(rest + 1, hour))
}
