import { storage } from '../device/storage'
import { queryClient } from './query-client'

export type ReadingKey = readonly [name: string, key: string]

const nameOf = ([name, key]: ReadingKey): string => `${name}:${key}`

export const keepOnDevice = (key: ReadingKey, value: unknown): void => storage.cache(nameOf(key), value)

/** What the device kept of an earlier visit; null where memory has something newer. */
export const keptOnDevice = <Kept>(key: ReadingKey): { value: Kept; savedAt: number } | null =>
  queryClient.getQueryData(key) === undefined ? storage.readCached<Kept>(nameOf(key)) : null

/** What was read last, from memory or the device. */
export const lastRead = <T>(key: ReadingKey): T | null =>
  queryClient.getQueryData<T>(key) ?? storage.readCached<T>(nameOf(key))?.value ?? null

/** Reads now, outside a component; into the same cache. */
export async function readNow<T>(key: ReadingKey, load: () => Promise<T>): Promise<T> {
  const value = await queryClient.fetchQuery({ queryKey: key, queryFn: load, staleTime: 0 })
  keepOnDevice(key, value)
  return value
}
