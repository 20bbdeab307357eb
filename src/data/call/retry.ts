import type { AbortSignalLike } from './abort'
import { CallError } from './call-error'

export type Wait = (ms: number) => Promise<void>
const waitFor: Wait = ms => new Promise(resolve => setTimeout(resolve, ms))

/** Milliseconds before the n-th retry, n from 0: 0.5 s, 1 s, 2 s … at most 8 s. */
export const backoffMs = (n: number): number => Math.min(500 * 2 ** n, 8_000)

/**
 * Repeats `work` after a retryable `CallError`, up to `retries` further times, with growing pauses. Not after a timeout:
 * whoever has waited that long is told, and decides.
 */
export async function retrying<T>(
  work: () => Promise<T>,
  retries: number,
  signal?: AbortSignalLike,
  wait: Wait = waitFor,
): Promise<T> {
  for (let n = 0; ; n++) {
    try {
      return await work()
    } catch (error) {
      if (n >= retries || !(error instanceof CallError) || !error.retryable || error.code === 'timeout') throw error
      await wait(backoffMs(n))
      if (signal?.aborted) throw CallError.fromClient('cancelled')
    }
  }
}
