import type { Shift } from '../../../types/contract/policy-document'
import { MS_PER_DAY } from './zone'

/** A shift in ms since 00:00 of its day, open < close. */
export interface Span {
  readonly open: number
  readonly close: number
}

/** The shifts of a day, ascending, apart from each other (touching ones are joined). */
export interface DayPattern {
  readonly spans: readonly Span[]
  readonly openMs: number
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** ms since 00:00 of 'HH:mm' or '24:00'; null when it is neither. */
export function parseTime(text: string): number | null {
  if (text === '24:00') return MS_PER_DAY
  const match = TIME.exec(text)
  return match ? (Number(match[1]) * 60 + Number(match[2])) * 60_000 : null
}

/** The pattern of valid shifts (see `validateCalendar`), in whatever order they are written. */
export function patternOf(shifts: readonly Shift[]): DayPattern {
  const spans: Span[] = []
  const sorted = shifts
    .map(([open, close]) => ({ open: parseTime(open) ?? 0, close: parseTime(close) ?? 0 }))
    .sort((a, b) => a.open - b.open)
  for (const span of sorted) {
    const last = spans.at(-1)
    if (last && last.close === span.open) spans[spans.length - 1] = { open: last.open, close: span.close }
    else spans.push(span)
  }
  return { spans, openMs: spans.reduce((sum, { open, close }) => sum + close - open, 0) }
}

/** Whether two days are open at the same times. */
export const samePattern = ({ spans }: DayPattern, other: DayPattern): boolean =>
  spans.length === other.spans.length &&
  spans.every(({ open, close }, index) => open === other.spans[index]?.open && close === other.spans[index]?.close)

/** Open ms of the pattern's day before `ms`. */
export function openBefore({ spans }: DayPattern, ms: number): number {
  let sum = 0
  for (const { open, close } of spans) {
    if (ms <= open) break
    sum += Math.min(ms, close) - open
  }
  return sum
}

/** The earliest ms of the day at which `openMs` (> 0, ≤ the day's) are used up: never the start of a shift. */
export function instantAfter({ spans }: DayPattern, openMs: number): number {
  let left = openMs
  for (const { open, close } of spans) {
    if (left <= close - open) return open + left
    left -= close - open
  }
  return spans.at(-1)?.close ?? 0
}
