import type { Clock } from './ports'

/** The machine's own time, epoch ms. */
export const systemClock: Clock = { now: () => Date.now() }

/** A clock that can be moved forward, for the demo (docs/architecture.md, Stable interfaces). */
export interface MovableClock extends Clock {
  /** ms that it is ahead of the clock below it. */
  offset(): number
  /** Moves it forward by `ms` ≥ 0 and keeps that for the next start; answers the new time, epoch ms. */
  advance(ms: number): Promise<number>
}

/** `keep` stores the offset in ms; it is stored before the clock moves, so that time never runs backwards after a restart. */
export function movableClock(base: Clock, startOffset: number, keep: (offset: number) => Promise<void>): MovableClock {
  let offset = startOffset
  // One move after the other: two at once would each store an offset that lacks the other's share.
  let last: Promise<unknown> = Promise.resolve()
  const now = () => base.now() + offset
  const move = async (ms: number): Promise<number> => {
    if (!(ms >= 0)) throw new RangeError('the demo clock only moves forward')
    await keep(offset + ms)
    offset += ms
    return now()
  }
  return {
    now,
    offset: () => offset,
    advance: ms => {
      const moved = last.then(() => move(ms))
      last = moved.catch(() => undefined)
      return moved
    },
  }
}
