import { fileTypeFromBuffer } from 'file-type/core'
import type { MediaKind } from '../../../types/vocabulary'
import { CallError } from '../call-error'
import { hasVideoTrack } from './mp4-boxes'

export interface MediaType {
  readonly kind: MediaKind
  /** As stored. */
  readonly mime: string
}

/** A file as it will be stored: nothing in it tells where it was taken. */
export interface CleanMedium {
  readonly kind: MediaKind
  readonly mime: string
  readonly bytes: Uint8Array
  readonly thumb: Uint8Array | null
  readonly width: number | null
  readonly height: number | null
}

const known: Readonly<Record<string, MediaType>> = {
  'image/jpeg': { kind: 'image', mime: 'image/jpeg' },
  'image/png': { kind: 'image', mime: 'image/png' },
  'image/apng': { kind: 'image', mime: 'image/png' },
  'image/webp': { kind: 'image', mime: 'image/webp' },
  'image/gif': { kind: 'image', mime: 'image/gif' },
  'image/avif': { kind: 'image', mime: 'image/avif' },
  'video/mp4': { kind: 'video', mime: 'video/mp4' },
  'video/x-m4v': { kind: 'video', mime: 'video/mp4' },
  'video/quicktime': { kind: 'video', mime: 'video/quicktime' },
  'audio/mpeg': { kind: 'audio', mime: 'audio/mpeg' },
  'audio/x-m4a': { kind: 'audio', mime: 'audio/mp4' },
  'audio/mp4': { kind: 'audio', mime: 'audio/mp4' },
  'audio/aac': { kind: 'audio', mime: 'audio/aac' },
  'audio/wav': { kind: 'audio', mime: 'audio/wav' },
}

const heic = '这张照片是 HEIC 格式，暂时无法显示。请在手机“设置 → 相机 → 格式”里选“兼容性最佳”，或把照片截图后再上传'
const lies = '文件的内容和它的格式不一致，请重新选择照片、视频或语音'

/**
 * What the file is, by its content; its name and the sender's word are never enough, but a contradiction is refused.
 * @throws CallError `unsupportedMedia`
 */
export async function detectType(bytes: Uint8Array, declaredMime?: string): Promise<MediaType> {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  if (found && /^image\/hei[cf]/.test(found)) throw CallError.field('unsupportedMedia', 'file', heic)
  let type = found ? known[found] : undefined
  if (!type) throw CallError.field('unsupportedMedia', 'file')
  // One container for both: a phone's recorder writes sound alone into what looks like a film.
  if (type.kind === 'video' && !hasVideoTrack(bytes)) type = { kind: 'audio', mime: 'audio/mp4' }
  const declared = /^(image|video|audio)\//.exec(declaredMime ?? '')?.[1]
  const isContainer = type.mime === 'audio/mp4' && declared === 'video'
  if (declared && declared !== type.kind && !isContainer) throw CallError.field('unsupportedMedia', 'file', lies)
  return type
}
