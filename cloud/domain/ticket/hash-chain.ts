import { createHash } from 'node:crypto'
import type { Recorded } from './events'

/** An event as it is kept: with its own hash and that of the one before (D-AR-1). */
export interface Chained extends Recorded {
  readonly prevHash: string
  readonly hash: string
}

/** What the first event of a ticket points back to. */
export const genesis = ''

/** JSON with sorted keys: the database may give keys back in another order, the text must stay the same. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256, hex, over the ticket, the place in its history, the content and the hash before. */
export function hashOf(ticketId: string, recorded: Recorded, prevHash: string): string {
  const { seq, at, actorId, event } = recorded
  return createHash('sha256').update(canonicalJson({ ticketId, seq, at, actorId, event, prevHash })).digest('hex')
}

/** Links events on to the hash of the last one kept. */
export function chain(ticketId: string, events: readonly Recorded[], head: string): readonly Chained[] {
  let prevHash = head
  return events.map(recorded => {
    const hash = hashOf(ticketId, recorded, prevHash)
    const chained: Chained = { ...recorded, prevHash, hash }
    prevHash = hash
    return chained
  })
}

/** The place of the first event that was changed, removed or inserted; null when the chain is whole. */
export function findBreak(ticketId: string, history: readonly Chained[], head?: string): number | null {
  let prevHash = genesis
  for (const [index, entry] of history.entries()) {
    if (entry.seq !== index + 1 || entry.prevHash !== prevHash) return index + 1
    if (entry.hash !== hashOf(ticketId, entry, prevHash)) return index + 1
    prevHash = entry.hash
  }
  return head !== undefined && head !== prevHash ? history.length + 1 : null
}
