import Taro from '@tarojs/taro'
import { limits } from '../../../types/limits'
import { keepFile } from '@/data/device/local-file'
import { uuidv7 } from '@/data/call/uuid'
import { pickedFrom, type PickedMedia } from '@/data/upload/picked-media'

const tooLarge = `文件超过 ${limits.mediaBytes / 1024 / 1024} MB，请删除后换一个小一些的`

/** The browser's own chooser offers the camera too; Taro's extra menu before it would only be in the way. */
const sourceType: ('album' | 'camera')[] = process.env.TARO_ENV === 'h5' ? ['album'] : ['album', 'camera']

const cancelled = (error: unknown): boolean =>
  /cancel|abort/i.test(String((error as { errMsg?: unknown } | null)?.errMsg ?? ''))

async function picked(files: readonly Taro.chooseMedia.ChooseMedia[], kind: 'image' | 'video'): Promise<PickedMedia[]> {
  return Promise.all(
    files.map(async ({ tempFilePath, size }) =>
      size > limits.mediaBytes
        ? pickedFrom({ localPath: tempFilePath, kind, message: tooLarge }, uuidv7())
        : pickedFrom({ localPath: await keepFile(tempFilePath), kind }, uuidv7()),
    ),
  )
}

/** Up to `room` photos from the camera or album; none when the person cancels. Throws what else went wrong. */
export async function choosePhotos(room: number): Promise<PickedMedia[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: room,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: [...sourceType],
    })
    return await picked(tempFiles.slice(0, room), 'image')
  } catch (error) {
    if (cancelled(error)) return []
    throw error
  }
}

/** One video of at most a minute. */
export async function chooseVideo(): Promise<PickedMedia[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sizeType: ['compressed'],
      sourceType: [...sourceType],
      maxDuration: 60,
    })
    return await picked(tempFiles.slice(0, 1), 'video')
  } catch (error) {
    if (cancelled(error)) return []
    throw error
  }
}
