/** A sleep shorter than this is left to the next answer of the server, ms. */
const leapMs = 2_000

/**
 * Milliseconds that never run backwards and go on through a sleep. A browser's counter stands still while the computer
 * sleeps, the wall clock does not: where it is ahead by more than a moment, that time has passed. Somebody setting the
 * clock forward looks the same until the next answer of the server puts it right.
 */
export function createSteady(counter: () => number, wallClock: () => number): () => number {
  let slept = 0
  let ahead = wallClock() - counter()
  return () => {
    const difference = wallClock() - counter()
    if (difference - ahead > leapMs) slept += difference - ahead
    // Set back, or drifting slowly: only the counter counts, and the wall clock is compared from here on.
    ahead = difference
    return counter() + slept
  }
}
