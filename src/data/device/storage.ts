import { serverClock } from '../call/server-clock'
import { type Device, device as thisDevice } from './device'

export type { Device }

interface Entry {
  version: number
  /** Server time, epoch ms: a phone's own clock may be put right in between. */
  savedAt: number
  value: unknown
}

/** Raised when the stored shape changes; older entries are then ignored and dropped. */
const storedVersion = 1
const prefix = { draft: 'draft:', cache: 'read:' } as const
/** Outlives a sign-out: each entry says whose it is, and nobody else is shown it. */
const outbox = 'outbox'
const aside = (person: string): string => `aside:${person}:`

/** A mini-program may keep 10 MB (P-RUN-3); cached reads stay far below, drafts are never dropped. */
const cacheLimit = { entries: 60, characters: 200_000 }

const isEntry = (stored: unknown): stored is Entry =>
  typeof stored === 'object' && stored !== null && (stored as Partial<Entry>).version === storedVersion

export interface Store {
  /** A draft the person has typed; kept until it is removed (D-IN-5). False when the device refused it. */
  saveDraft(name: string, value: unknown): boolean
  readDraft<T>(name: string): T | null
  removeDraft(name: string): void
  /** What waits to be sent; kept through a sign-out. False when the device refused it. */
  saveOutbox(value: unknown): boolean
  readOutbox<T>(): T | null
  /** An answer of the server, so that what was read stays readable without a network. */
  cache(name: string, value: unknown): void
  readCached<T>(name: string): { value: T; savedAt: number } | null
  /** Somebody else uses this phone now: the drafts of the person before are laid aside, those of the next brought back. */
  changePerson(before: string, next: string): void
  /** Whether anything kept here speaks of a file. */
  names(path: string): boolean
  /** Forgets what was read and typed; at sign-out, so that the next person on this phone sees nothing. */
  forgetAll(): void
}

export function createStore(device: Device = thisDevice, now: () => number = serverClock.now): Store {
  const read = (key: string): Entry | null => {
    try {
      const stored = device.get(key)
      return isEntry(stored) ? stored : null
    } catch {
      return null
    }
  }
  const write = (key: string, value: unknown): boolean => {
    try {
      device.set(key, { version: storedVersion, savedAt: now(), value } satisfies Entry)
      return true
    } catch {
      return false
    }
  }
  const cachedKeys = () => device.keys().filter(key => key.startsWith(prefix.cache))
  const dropOldest = (keep: number) => {
    const byAge = cachedKeys()
      .map(key => ({ key, savedAt: read(key)?.savedAt ?? -Infinity }))
      .sort((a, b) => b.savedAt - a.savedAt)
    byAge.slice(keep).forEach(({ key }) => device.remove(key))
  }
  /** When the device is full, cached reads give way to what a person has typed. */
  const writeTyped = (key: string, value: unknown): boolean => {
    if (write(key, value)) return true
    dropOldest(0)
    return write(key, value)
  }
  return {
    saveDraft: (name, value) => writeTyped(prefix.draft + name, value),
    saveOutbox: value => writeTyped(outbox, value),
    readOutbox: <T>() => (read(outbox)?.value ?? null) as T | null,
    readDraft: <T>(name: string) => (read(prefix.draft + name)?.value ?? null) as T | null,
    removeDraft: name => device.remove(prefix.draft + name),
    cache(name, value) {
      if (JSON.stringify(value).length > cacheLimit.characters) return
      if (!write(prefix.cache + name, value)) dropOldest(0)
      else if (cachedKeys().length > cacheLimit.entries) dropOldest(cacheLimit.entries)
    },
    readCached<T>(name: string) {
      const entry = read(prefix.cache + name)
      return entry && { value: entry.value as T, savedAt: entry.savedAt }
    },
    changePerson(before, next) {
      const move = (from: string, to: string) =>
        device
          .keys()
          .filter(key => key.startsWith(from))
          .forEach(key => {
            device.set(to + key.slice(from.length), device.get(key))
            device.remove(key)
          })
      // First, for the room that moving takes.
      dropOldest(0)
      move(prefix.draft, aside(before))
      move(aside(next), prefix.draft)
    },
    names: path => device.keys().some(key => JSON.stringify(device.get(key)).includes(path)),
    forgetAll() {
      const mine = device.keys().filter(key => Object.values(prefix).some(start => key.startsWith(start)))
      mine.forEach(key => device.remove(key))
    },
  }
}

export const storage = createStore()
