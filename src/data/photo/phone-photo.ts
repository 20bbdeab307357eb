import Taro from '@tarojs/taro'
import { scaled, type Attempt } from './photo-size'
import type { OpenPhoto, PhotoFile } from './shrink-photo'

type Told = Taro.getImageInfo.SuccessCallbackResult
/** Old versions of the platform tell neither turn nor format. */
type Info = Pick<Told, 'path' | 'width' | 'height'> & Partial<Pick<Told, 'orientation' | 'type'>>

/** Turns that exchange width and height, in quarter turns clockwise. */
const quarterTurns: Partial<Record<string, 1 | 3>> = { right: 1, left: 3 }

const known: readonly string[] = ['jpeg', 'png', 'gif', 'unknown']

const sizeOf = (path: string): Promise<PhotoFile> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: answer => resolve({ path, bytes: (answer as { size: number }).size }),
      fail: reject,
    }),
  )

const infoOf = async (path: string): Promise<Info> => ({ ...(await Taro.getImageInfo({ src: path })), path })

const turnOf = ({ orientation }: Info): 1 | 3 | undefined =>
  quarterTurns[(orientation ?? 'up').replace('-mirrored', '')]

/** By the platform itself: quick. Not offered by WeChat on a computer. */
async function compressed(info: Info, { side, quality }: Attempt): Promise<PhotoFile> {
  const { width, height } = scaled(info, side)
  // One side alone: the other follows, whichever way the platform turns the photo first.
  const { tempFilePath } = await Taro.compressImage({
    src: info.path,
    quality: Math.round(quality * 100),
    ...(info.width >= info.height ? { compressedWidth: width } : { compressedHeight: height }),
  })
  const made = await infoOf(tempFilePath)
  const lying = (one: Info) => one.width >= one.height
  if (turnOf(info) && !turnOf(made) && lying(made) === lying(info)) throw new Error('no longer upright')
  return sizeOf(tempFilePath)
}

const loaded = (canvas: Taro.OffscreenCanvas, path: string): Promise<Taro.Image> =>
  new Promise((resolve, reject) => {
    const picture = canvas.createImage()
    picture.onload = () => resolve(picture)
    picture.onerror = reject
    picture.src = path
  })

/** By a canvas, where the platform offers nothing better. */
async function drawn(info: Info, { side, quality }: Attempt): Promise<PhotoFile> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 })
  const picture = await loaded(canvas, info.path)
  // Some platforms have turned it already when it is loaded, some have not: the sides tell.
  const turnedAlready = picture.width !== info.width
  const quarters = turnedAlready ? 0 : (turnOf(info) ?? 0)
  const size = scaled(picture, side)
  const [width, height] = quarters === 0 ? [size.width, size.height] : [size.height, size.width]
  Object.assign(canvas, { width, height })
  const paint = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  paint.fillStyle = 'white'
  paint.fillRect(0, 0, width, height)
  paint.translate(width / 2, height / 2)
  paint.rotate((quarters * Math.PI) / 2)
  paint.drawImage(picture as unknown as CanvasImageSource, -size.width / 2, -size.height / 2, size.width, size.height)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'jpg',
    quality,
  })
  return sizeOf(tempFilePath)
}

/** A photo on the phone. Null: the platform can't read it. */
export async function openOnPhone(path: string): Promise<OpenPhoto | null> {
  try {
    const info = await infoOf(path)
    return {
      width: info.width,
      height: info.height,
      known: known.includes(info.type ?? 'unknown'),
      ways: [attempt => compressed(info, attempt), attempt => drawn(info, attempt)],
    }
  } catch {
    return null
  }
}
