import { del, get, keys, set } from 'idb-keyval'
import { uuidv7 } from '../call/uuid'
import { phoneName } from './device'

/** Start of the path of a file that lies in the browser's own database; other paths are addresses of this visit. */
const kept = (): string => `kept:${phoneName() || '/'}`

/** Addresses made in this visit of kept files. */
const addresses = new Map<string, string>()

const readable = async (address: string): Promise<Blob | null> => {
  try {
    const answer = await fetch(address)
    return answer.ok ? await answer.blob() : null
  } catch {
    return null
  }
}

/** What the database says; `otherwise` where the browser has none, as in some private windows, or it is full. */
const asked = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work()
  } catch {
    return otherwise
  }
}

/** Files in the browser: the address of a chosen photo is gone with the page, so the photo itself is stored. */
export const browserFiles = {
  /** The path under which the file is found again, after a reload too; the address itself where nothing can be stored. */
  async keep(address: string): Promise<string> {
    const blob = await readable(address)
    if (!blob) return address
    const path = kept() + uuidv7()
    const stored = await asked(() => set(path, blob).then(() => true), false)
    if (!stored) return address
    addresses.set(path, address)
    return path
  },

  /** An address that views and uploads can read; null: the file is gone. */
  async open(path: string): Promise<string | null> {
    if (!path.startsWith(kept())) return (await readable(path)) === null ? null : path
    const known = addresses.get(path)
    if (known) return known
    const blob = await asked(() => get<Blob>(path), undefined)
    if (!blob) return null
    const address = URL.createObjectURL(blob)
    addresses.set(path, address)
    return address
  },

  /** Drops every file of this phone but those still wanted. */
  async forget(wanted: (path: string) => boolean): Promise<void> {
    const all = await asked(() => keys<string>(), [])
    all.filter(path => path.startsWith(kept()) && !wanted(path)).forEach(path => browserFiles.drop(path))
  },

  drop(path: string): void {
    if (!path.startsWith(kept())) return
    const address = addresses.get(path)
    addresses.delete(path)
    if (address) URL.revokeObjectURL(address)
    void asked(() => del(path), undefined)
  },
}
