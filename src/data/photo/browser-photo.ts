import type { Attempt } from './photo-size'
import { scaled } from './photo-size'
import type { OpenPhoto, PhotoFile } from './shrink-photo'

/** What the server takes without its being written anew. */
const known = /^image\/(jpeg|png|webp|gif|avif)$/

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the canvas is too large'))), 'image/jpeg', quality),
  )

/** The picture alone, upright: place, time and device that the camera noted stay behind. */
async function drawn(picture: ImageBitmap, { side, quality }: Attempt): Promise<PhotoFile> {
  const size = scaled(picture, side)
  const canvas = Object.assign(document.createElement('canvas'), size)
  const paint = canvas.getContext('2d')
  if (!paint) throw new Error('no canvas')
  // JPEG knows no transparency, and what is not painted would be black.
  paint.fillStyle = 'white'
  paint.fillRect(0, 0, size.width, size.height)
  paint.imageSmoothingQuality = 'high'
  paint.drawImage(picture, 0, 0, size.width, size.height)
  const blob = await jpegOf(canvas, quality)
  // Safari keeps the memory of a canvas until it has no pixels.
  Object.assign(canvas, { width: 0, height: 0 })
  return { path: URL.createObjectURL(blob), bytes: blob.size }
}

/** A photo in the browser, decoded and turned as its EXIF says. Null: a format that this browser can't read, as HEIC. */
export async function openInBrowser(path: string): Promise<OpenPhoto | null> {
  if (typeof createImageBitmap !== 'function') return null
  try {
    const blob = await (await fetch(path)).blob()
    const picture = await createImageBitmap(blob, { imageOrientation: 'from-image' })
    return {
      width: picture.width,
      height: picture.height,
      known: known.test(blob.type),
      ways: [attempt => drawn(picture, attempt)],
      close: () => picture.close(),
    }
  } catch {
    return null
  }
}
