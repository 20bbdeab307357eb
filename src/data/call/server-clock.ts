import { createSteady } from './steady'

/** The server's time as far as the client knows it; a phone's own clock may be wrong by hours. */
export interface Clock {
  /** Server time now, epoch ms. Never runs backwards between two answers of the server. */
  now(): number
  /** Milliseconds of a steady counter, for measuring a round trip. */
  elapsed(): number
  /** `serverTime` (epoch ms) stood in an answer to a call begun at `sentAt` (of `elapsed`). */
  learn(serverTime: unknown, sentAt: number): void
  /** Calls `listener` when an answer shows that the time shown so far was wrong. Returns what ends it. */
  subscribe(listener: () => void): () => void
}

/** Nobody sees a clock that is wrong by less, ms. */
const worthTellingMs = 1_000

/**
 * `steady` counts milliseconds and is not moved by the user. The demo clock jumps forward for good, so the newest
 * answer wins; only a small step back, such as a shorter way home, is smoothed by standing still.
 */
export function createServerClock(steady: () => number, phoneNow: () => number): Clock {
  const standStillBelowMs = 60_000
  let offset = phoneNow() - steady()
  let latest = -Infinity
  const listeners = new Set<() => void>()
  return {
    elapsed: steady,
    now() {
      const reckoned = steady() + offset
      if (reckoned < latest - standStillBelowMs) latest = -Infinity
      latest = Math.max(latest, reckoned)
      return latest
    },
    learn(serverTime, sentAt) {
      if (typeof serverTime !== 'number' || !Number.isFinite(serverTime)) return
      const receivedAt = steady()
      const learnt = serverTime + (receivedAt - sentAt) / 2 - receivedAt
      const wrong = Math.abs(learnt - offset) > worthTellingMs
      offset = learnt
      if (wrong) [...listeners].forEach(listener => listener())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const counter: () => number =
  typeof performance === 'object' && typeof performance?.now === 'function' ? () => performance.now() : () => Date.now()

export const serverClock = createServerClock(
  createSteady(counter, () => Date.now()),
  () => Date.now(),
)
