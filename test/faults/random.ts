import { randomInt } from 'node:crypto'

/** Pseudo-random numbers from a seed (mulberry32): a run that failed is run again with its seed. */
export interface Random {
  readonly seed: number
  /** 0 ≤ value < 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  pick<T>(values: readonly [T, ...T[]]): T
}

/** The seed is `FAULT_SEED` where that is set, else a new one; it is printed for the case that the run fails. */
export function announcedRandom(what: string): Random {
  const seed = Number(process.env.FAULT_SEED ?? randomInt(2 ** 31))
  process.stdout.write(`${what}: FAULT_SEED=${seed}\n`)
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { seed, next, between, pick: values => values[between(0, values.length - 1)] ?? values[0] }
}
