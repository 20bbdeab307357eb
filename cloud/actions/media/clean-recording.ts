import { CallError } from '../call-error'
import type { CleanMedium, MediaType } from './media-type'
import { boxesAt, frameSize } from './mp4-boxes'

const broken = '这段录音或视频不完整，请重新录制'

/** Where phones write position, device and owner; players need none of it. */
const telling: readonly (readonly string[])[] = [
  ['udta'],
  ['meta'],
  ['uuid'],
  ['moov', 'udta'],
  ['moov', 'meta'],
  ['moov', 'uuid'],
  ['moov', 'trak', 'udta'],
  ['moov', 'trak', 'meta'],
]

/** Blanks them in place: a box called `free` is skipped by every player, and no offset in the file changes. */
function withoutPosition(source: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(source)
  for (const path of telling) {
    for (const box of boxesAt(bytes, path)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], box.start + 4)
      bytes.fill(0, box.content, box.end)
    }
  }
  return bytes
}

/**
 * A video or voice note as it is, without what its container tells about place and device.
 * @throws CallError `unsupportedMedia` when the container holds nothing that can be played
 */
export function cleanRecording(bytes: Uint8Array, { kind, mime }: MediaType): CleanMedium {
  const isContainer = mime === 'video/mp4' || mime === 'video/quicktime' || mime === 'audio/mp4'
  if (!isContainer) return { kind, mime, bytes, thumb: null, width: null, height: null }
  if (boxesAt(bytes, ['moov', 'trak']).length === 0) throw CallError.field('unsupportedMedia', 'file', broken)
  const size = kind === 'video' ? frameSize(bytes) : null
  return {
    kind,
    mime,
    bytes: withoutPosition(bytes),
    thumb: null,
    width: size?.width ?? null,
    height: size?.height ?? null,
  }
}
