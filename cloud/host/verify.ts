import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { keyOf } from '../actions/media/media-keys'
import { findBreak } from '../domain/ticket/hash-chain'
import type { MediaStorage } from '../platform/ports'
import type { Database } from '../store/schema'
import {
  type StoredFile,
  type TicketHead,
  eventsWithoutTicket,
  mediaAfter,
  ticketHeadsAfter,
} from '../store/system/verification'
import { historyOf } from '../store/ticket/read'

type Db = Kysely<Database>

/** How much was looked at, and one sentence for each thing that is not as it was written. */
export interface Verification {
  readonly tickets: number
  readonly files: number
  readonly faults: readonly string[]
}

/** Rows read at once. */
const pageSize = 200

/** Every row of a table that is read page by page, each page beginning after the last row of the one before. */
async function* everyRow<Row>(
  pageAfter: (last: Row | null, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | null = null
  do {
    const page: readonly Row[] = await pageAfter(last, pageSize)
    yield* page
    last = page.length < pageSize ? null : (page.at(-1) ?? null)
  } while (last !== null)
}

async function verifyTickets(db: Db, faults: string[]): Promise<number> {
  let tickets = 0
  const heads = everyRow<TicketHead>((last, limit) => ticketHeadsAfter(db, last, limit))
  for await (const { centerId, id, number, headHash } of heads) {
    tickets += 1
    const place = findBreak(id, await historyOf(db, centerId, id), headHash)
    if (place !== null) faults.push(`ticket ${number} (${id}): its history is broken at event ${place}`)
  }
  for (const id of await eventsWithoutTicket(db)) faults.push(`ticket ${id}: there are events of it, but no ticket`)
  return tickets
}

async function verifyFiles(db: Db, media: Pick<MediaStorage, 'get'>, faults: string[]): Promise<number> {
  let files = 0
  for await (const { id, mime, sha256 } of everyRow<StoredFile>((last, limit) => mediaAfter(db, last, limit))) {
    files += 1
    const key = keyOf({ id, mime })
    const bytes = await media.get(key)
    if (bytes === null) faults.push(`file ${key}: it is missing`)
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      faults.push(`file ${key}: its content is not what was uploaded`)
  }
  return files
}

/**
 * Checks the hash chain of every ticket (D-AR-1) and every stored photo, video and voice note against the SHA-256 that was
 * kept at its upload. Reads only. Thumbnails are not checked: they can be made again.
 */
export async function verify(db: Db, media: Pick<MediaStorage, 'get'>): Promise<Verification> {
  const faults: string[] = []
  const tickets = await verifyTickets(db, faults)
  const files = await verifyFiles(db, media, faults)
  return { tickets, files, faults }
}
