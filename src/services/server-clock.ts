/** The server's time as far as the client knows it; a phone's own clock may be wrong by hours. */
export interface Clock {
  /** Server time now, epoch ms. Never runs backwards between two answers of the server. */
  now(): number
  /** Milliseconds of a steady counter, for measuring a round trip. */
  elapsed(): number
  /** `serverTime` (epoch ms) stood in an answer to a call begun at `sentAt` (of `elapsed`). */
  learn(serverTime: unknown, sentAt: number): void
}

/**
 * `steady` counts milliseconds and is not moved by the user. The demo clock jumps forward for good, so the newest
 * answer wins; only a small step back, such as a shorter way home, is smoothed by standing still.
 */
export function createServerClock(steady: () => number, phoneNow: () => number): Clock {
  const standStillBelowMs = 60_000
  let offset = phoneNow() - steady()
  let latest = -Infinity
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
      offset = serverTime + (receivedAt - sentAt) / 2 - receivedAt
    },
  }
}

const steady: () => number =
  typeof performance === 'object' && typeof performance?.now === 'function' ? () => performance.now() : () => Date.now()

export const serverClock = createServerClock(steady, () => Date.now())
