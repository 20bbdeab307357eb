import { serverClock } from '../call/server-clock'
import { storage } from '../device/storage'
import { queryClient } from './query-client'

export type ReadingKey = readonly [name: string, key: string]

const nameOf = ([name, key]: ReadingKey): string => `${name}:${key}`

/** By how much the phone's own clock is behind the server's, ms: readings are counted by the one and told by the other. */
const phoneBehind = (): number => serverClock.now() - Date.now()

/** When it was read, for people: a phone's clock may be wrong by a day. */
export const toldAt = (seenAt: number): number => seenAt + phoneBehind()

export const keepOnDevice = (key: ReadingKey, value: unknown): void => storage.cache(nameOf(key), value)

/** What the device kept of an earlier visit, and when (phone time, epoch ms); null where memory has something newer. */
export function keptOnDevice<Kept>(key: ReadingKey): { value: Kept; seenAt: number } | null {
  const kept = queryClient.getQueryData(key) === undefined ? storage.readCached<Kept>(nameOf(key)) : null
  return kept && { value: kept.value, seenAt: kept.savedAt - phoneBehind() }
}

/** What was read last, from memory or the device. */
export const lastRead = <T>(key: ReadingKey): T | null =>
  queryClient.getQueryData<T>(key) ?? storage.readCached<T>(nameOf(key))?.value ?? null

/** Reads now, outside a component; into the same cache. */
export async function readNow<T>(key: ReadingKey, load: () => Promise<T>): Promise<T> {
  const value = await queryClient.fetchQuery({ queryKey: key, queryFn: load, staleTime: 0 })
  keepOnDevice(key, value)
  return value
}
