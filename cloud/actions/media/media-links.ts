import type { MediaView } from '../../../types/contract/ticket-views'
import { type MediaRow, mediaOfCenter } from '../../store/media/media'
import type { Runtime } from '../runtime'
import { keyOf, thumbKeyOf } from './media-keys'

/**
 * Links for media the caller has been allowed to see, by id. They work for some minutes. A medium whose file is gone
 * from the storage has no entry.
 */
export async function mediaLinks(
  runtime: Runtime,
  rows: readonly MediaRow[],
): Promise<ReadonlyMap<string, { readonly url: string; readonly thumbUrl: string | null }>> {
  if (rows.length === 0) return new Map()
  const keys = rows.flatMap(row => [keyOf(row), thumbKeyOf(row)]).filter(key => key !== null)
  const byKey = await runtime.media.links(keys)
  const links = new Map<string, { url: string; thumbUrl: string | null }>()
  for (const row of rows) {
    const url = byKey.get(keyOf(row))
    const thumbKey = thumbKeyOf(row)
    if (url) links.set(row.id, { url, thumbUrl: thumbKey ? (byKey.get(thumbKey) ?? null) : null })
  }
  return links
}

/** What screens show of media that hang on tickets of one center and that the caller has been allowed to see. */
export async function mediaViews(
  runtime: Runtime,
  centerId: string,
  mediaIds: readonly string[],
): Promise<ReadonlyMap<string, MediaView>> {
  const rows = await mediaOfCenter(runtime.db, centerId, [...new Set(mediaIds)])
  const links = await mediaLinks(runtime, rows)
  const views = new Map<string, MediaView>()
  for (const row of rows) {
    const link = links.get(row.id)
    if (link) views.set(row.id, { mediaId: row.id, kind: row.kind, ...link, width: row.width, height: row.height })
  }
  return views
}
