import { del, get, set } from 'idb-keyval'
import { uuidv7 } from '../call/uuid'

/** Start of the path of a file that lies in the browser's own database; other paths are addresses of this visit. */
const kept = 'kept:'

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

/** Files in the browser: the address of a chosen photo is gone with the page, so the photo itself is stored. */
export const browserFiles = {
  /** The path under which the file is found again, after a reload too; the address itself where nothing can be stored. */
  async keep(address: string): Promise<string> {
    const blob = await readable(address)
    if (!blob) return address
    const path = kept + uuidv7()
    try {
      await set(path, blob)
    } catch {
      // A private window may have no database, or it is full.
      return address
    }
    addresses.set(path, address)
    return path
  },

  /** An address that views and uploads can read; null: the file is gone. */
  async open(path: string): Promise<string | null> {
    if (!path.startsWith(kept)) return (await readable(path)) === null ? null : path
    const known = addresses.get(path)
    if (known) return known
    const blob = await get<Blob>(path).catch(() => undefined)
    if (!blob) return null
    const address = URL.createObjectURL(blob)
    addresses.set(path, address)
    return address
  },

  drop(path: string): void {
    if (!path.startsWith(kept)) return
    const address = addresses.get(path)
    addresses.delete(path)
    if (address) URL.revokeObjectURL(address)
    void del(path).catch(() => undefined)
  },
}
