import Taro from '@tarojs/taro'
import { limits } from '../../../types/limits'
import { uuidv7 } from '@/data/call/uuid'
import { keepFile } from '@/data/device/local-file'
import { openInBrowser } from '@/data/photo/browser-photo'
import { openOnPhone } from '@/data/photo/phone-photo'
import { shrinkPhoto, type PhotoFile } from '@/data/photo/shrink-photo'
import { pickedFrom, type PickedMedia } from '@/data/upload/picked-media'
import { holdingOn } from '@/shell/feedback'
import { choosePhotosInBrowser } from './chosen-in-browser'

const megabytes = limits.mediaBytes / 1024 / 1024
const videoTooLarge = `视频超过 ${megabytes} MB，请删除后拍一段短一些的`
const photoTooLarge = `照片超过 ${megabytes} MB，手机没能把它变小。请在相册里裁剪，或截一张图，再添加`

/** From here on it takes long enough to be told, bytes. */
const slowBytes = 1_000_000

const inBrowser = process.env.TARO_ENV === 'h5'

/** The browser's own chooser offers the camera too; Taro's extra menu before it would only be in the way. */
const sourceType: ('album' | 'camera')[] = inBrowser ? ['album'] : ['album', 'camera']

const cancelled = (error: unknown): boolean =>
  /cancel|abort/i.test(String((error as { errMsg?: unknown } | null)?.errMsg ?? ''))

/** Runs a chooser; nothing chosen where the person cancels. */
async function chosen(choose: () => Promise<PickedMedia[]>): Promise<PickedMedia[]> {
  try {
    return await choose()
  } catch (error) {
    if (cancelled(error)) return []
    throw error
  }
}

async function prepared(file: PhotoFile): Promise<PickedMedia> {
  const small = await shrinkPhoto(file, inBrowser ? openInBrowser : openOnPhone)
  if (small === null) return pickedFrom({ localPath: file.path, kind: 'image', message: photoTooLarge }, uuidv7())
  if (inBrowser && small !== file.path) URL.revokeObjectURL(file.path)
  return pickedFrom({ localPath: await keepFile(small), kind: 'image' }, uuidv7())
}

/** One after the other: several decoded at once would take hundreds of megabytes of memory. */
async function preparedAll(files: readonly PhotoFile[]): Promise<PickedMedia[]> {
  const media: PickedMedia[] = []
  for (const file of files) media.push(await prepared(file))
  return media
}

async function choosePhotosOnPhone(count: number): Promise<PhotoFile[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: [...sourceType],
  })
  return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, bytes: size }))
}

/** Up to `room` photos from the camera or album, small enough to be sent; none when the person cancels. Throws what else went wrong. */
export const choosePhotos = (room: number): Promise<PickedMedia[]> =>
  chosen(async () => {
    const files = await (inBrowser ? choosePhotosInBrowser(room > 1) : choosePhotosOnPhone(room))
    const taken = files.slice(0, room)
    const work = () => preparedAll(taken)
    return taken.some(({ bytes }) => bytes > slowBytes) ? holdingOn('正在处理照片', work) : work()
  })

/** One video of at most a minute. */
export const chooseVideo = (): Promise<PickedMedia[]> =>
  chosen(async () => {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sizeType: ['compressed'],
      sourceType: [...sourceType],
      maxDuration: 60,
    })
    return Promise.all(
      tempFiles
        .slice(0, 1)
        .map(async ({ tempFilePath, size }) =>
          size > limits.mediaBytes
            ? pickedFrom({ localPath: tempFilePath, kind: 'video', message: videoTooLarge }, uuidv7())
            : pickedFrom({ localPath: await keepFile(tempFilePath), kind: 'video' }, uuidv7()),
        ),
    )
  })
