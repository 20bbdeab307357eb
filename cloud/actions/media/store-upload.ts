import { createHash } from 'node:crypto'
import { limits } from '../../../types/limits'
import type { ResponseOf } from '../../../types/contract'
import { newId } from '../../store/engine/ids'
import { addMedia } from '../../store/media/media'
import { CallError } from '../call-error'
import type { Caller, Runtime } from '../runtime'
import { cleanPhoto } from './clean-photo'
import { cleanRecording } from './clean-recording'
import { keyOf, thumbKeyOf } from './media-keys'
import { mediaLinks } from './media-links'
import { detectType } from './media-type'

/** The center an upload belongs to until a filing says otherwise. */
function centerOf({ actor }: Caller): string {
  const centerId = actor.posts[0]?.centerId ?? actor.rooms[0]?.centerId
  if (!centerId) throw new CallError('forbidden', '您还没有绑定房号，请先联系服务中心')
  return centerId
}

/**
 * Checks, cleans and stores one upload; it belongs to the caller and hangs on no ticket until a command names it.
 * `declaredMime` is what the sender says it is: a photo sent as a video is refused like any other lie.
 * @throws CallError `tooLarge`, `unsupportedMedia`, `forbidden`; nothing is stored then
 */
export async function storeUpload(
  runtime: Runtime,
  caller: Caller,
  bytes: Uint8Array,
  declaredMime?: string,
): Promise<ResponseOf<'media', 'register'>> {
  const centerId = centerOf(caller)
  if (bytes.byteLength > limits.mediaBytes) throw new CallError('tooLarge', '文件不能超过 10 MB，请压缩后再上传')
  const type = await detectType(bytes, declaredMime)
  const medium = type.kind === 'image' ? await cleanPhoto(bytes) : cleanRecording(bytes, type)
  const id = newId()
  const row = {
    center_id: centerId,
    id,
    owner_id: caller.actor.id,
    ticket_id: null,
    kind: medium.kind,
    mime: medium.mime,
    bytes: medium.bytes.byteLength,
    width: medium.width,
    height: medium.height,
    sha256: createHash('sha256').update(medium.bytes).digest('hex'),
    internal: false,
    created_at: runtime.clock.now(),
  }
  // Files first: a row without its file would be a photo that is lost, a file without a row is only a few kilobytes.
  await runtime.media.put(keyOf(row), medium.bytes, medium.mime)
  const thumbKey = thumbKeyOf(row)
  if (thumbKey && medium.thumb) await runtime.media.put(thumbKey, medium.thumb, 'image/jpeg')
  await addMedia(runtime.db, row)
  const link = (await mediaLinks(runtime, [row])).get(id)
  return { mediaId: id, kind: medium.kind, url: link?.url ?? '', thumbUrl: link?.thumbUrl ?? null }
}
