import type { Transaction } from 'kysely'
import { isId } from '../../store/engine/ids'
import { claimMedia, mediaOfCenter } from '../../store/media/media'
import type { Database } from '../../store/schema'
import { CallError } from '../call-error'
import type { Caller } from '../runtime'

interface Sent {
  readonly photos?: readonly string[] | undefined
  readonly recording?: string | undefined
}

/**
 * Hangs what the caller uploaded on the ticket. Each medium can be hung up once, and stands in the field of its kind
 * (D-IN-2: up to nine photos, one video or voice note).
 * @throws CallError unknownMedia naming the field: unknown, somebody else's, used before, twice, or of the other kind
 */
export async function claimOnce(
  trx: Transaction<Database>,
  caller: Caller,
  ticket: { readonly id: string; readonly centerId: string },
  { photos = [], recording }: Sent,
): Promise<void> {
  const mediaIds = [...photos, ...(recording === undefined ? [] : [recording])]
  if (mediaIds.length === 0) return
  const owner = { centerId: ticket.centerId, ownerId: caller.actor.id, ticketId: ticket.id, internal: false }
  const field = photos.length > 0 ? 'photos' : 'recording'
  const claimed = mediaIds.every(isId) ? await claimMedia(trx, { ...owner, mediaIds }) : 0
  if (claimed !== mediaIds.length) throw CallError.field('unknownMedia', field)
  const rows = await mediaOfCenter(trx, ticket.centerId, mediaIds)
  const kinds = new Map(rows.map(row => [row.id, row.kind]))
  if (photos.some(id => kinds.get(id) !== 'image'))
    throw CallError.field('unknownMedia', 'photos', '这里只能放照片，视频或语音请单独上传')
  if (recording !== undefined && kinds.get(recording) === 'image')
    throw CallError.field('unknownMedia', 'recording', '这里只能放视频或语音，照片请放在照片里')
}
