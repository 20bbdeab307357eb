import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { visibleMedia } from './visible-media'
import { mediaLinks } from './media-links'

/** Fresh links for a page that has been open for longer than its links live. */
export const links: Handler<'media', 'links'> = async ({ mediaIds }, { runtime, caller }) => {
  const rows = await visibleMedia(runtime, caller, mediaIds)
  const byId = await mediaLinks(runtime, rows)
  return {
    items: rows.map(row => {
      const link = byId.get(row.id)
      if (!link) throw new CallError('notFound')
      return { mediaId: row.id, ...link }
    }),
  }
}
