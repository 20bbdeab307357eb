import type { Sharp } from 'sharp'
import { CallError } from '../call-error'
import type { CleanMedium } from './media-type'

/** Longest side of what is stored, pixels: more than any screen shows, enough to read a meter. */
const photoSide = 2560
const thumbSide = 360
/** The largest phone cameras take 108 million pixels; a file of a few kilobytes can claim billions. */
const maxPixels = 120_000_000
const maxSeconds = 20

const broken = '这张照片打不开，请换一张或重新拍摄'

/**
 * A photo decoded, turned upright, shrunk and written anew as JPEG: position, device and everything else that the
 * camera noted stay behind, and so does whatever was hidden after the picture.
 * @throws CallError `unsupportedMedia` when it can't be decoded, or has more pixels than any camera takes
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanMedium> {
  // Loaded when the first photo comes: it is large, and most functions never see one.
  const { default: sharp } = await import('sharp')
  const shrunk = (source: Uint8Array | Buffer, side: number): Sharp =>
    sharp(source, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: maxSeconds })
  try {
    const photo = await shrunk(bytes, photoSide).jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true })
    const thumb = await shrunk(photo.data, thumbSide).jpeg({ quality: 74 }).toBuffer()
    const { width, height } = photo.info
    return { kind: 'image', mime: 'image/jpeg', bytes: photo.data, thumb, width, height }
  } catch {
    throw CallError.field('unsupportedMedia', 'file', broken)
  }
}
