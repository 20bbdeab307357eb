import { limits } from '../../../types/limits'
import { openOnPhone } from './phone-photo'
import { shrinkPhoto } from './shrink-photo'

interface Stored {
  width: number
  height: number
  bytes: number
  orientation?: string
  type?: string
}
type Drawn = { rotated: number; width: number; height: number }

/** Files of the phone, by path, and what the platform of a test can do. */
const files = new Map<string, Stored>()
const platform = { compress: true, keepsTurn: true, canvas: true, turnsItself: false }
let drawn: Drawn[] = []
let made = 0

const store = (prefix: string, file: Stored): { tempFilePath: string } => {
  const tempFilePath = `wxfile://${prefix}_${++made}.jpg`
  files.set(tempFilePath, file)
  return { tempFilePath }
}
const failing = (name: string, why: string) => Promise.reject({ errMsg: `${name}:fail ${why}` })

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getImageInfo({ src }: { src: string }) {
      const file = files.get(src)
      return file ? Promise.resolve({ ...file, path: `local/${src}` }) : failing('getImageInfo', 'file not found')
    },
    getFileSystemManager: () => ({
      getFileInfo({
        filePath,
        success,
        fail,
      }: {
        filePath: string
        success: (a: object) => void
        fail: (e: object) => void
      }) {
        const file = files.get(filePath)
        if (file) success({ size: file.bytes, errMsg: 'getFileInfo:ok' })
        else fail({ errMsg: 'getFileInfo:fail no such file' })
      },
    }),
    compressImage(o: { src: string; quality: number; compressedWidth?: number; compressedHeight?: number }) {
      const file = files.get(o.src)
      if (!platform.compress || !file) return failing('compressImage', 'not supported')
      const share = o.compressedWidth ? o.compressedWidth / file.width : (o.compressedHeight ?? 0) / file.height
      return Promise.resolve(
        store('compressed', {
          ...file,
          width: Math.round(file.width * share),
          height: Math.round(file.height * share),
          bytes: Math.round(file.bytes * share * share * (o.quality / 100)),
          orientation: platform.keepsTurn ? file.orientation : 'up',
        }),
      )
    },
    createOffscreenCanvas: () => {
      const canvas = {
        width: 0,
        height: 0,
        rotated: 0,
        getContext: () => ({
          fillRect: () => undefined,
          translate: () => undefined,
          rotate: (angle: number) => void (canvas.rotated = angle),
          drawImage: () => undefined,
        }),
        createImage() {
          const picture: {
            width: number
            height: number
            onload?: () => void
            onerror?: (e: unknown) => void
            src: string
          } = {
            width: 0,
            height: 0,
            set src(path: string) {
              const file = files.get(path)
              const turned = platform.turnsItself && /left|right/.test(file?.orientation ?? '')
              if (file)
                Object.assign(
                  picture,
                  turned ? { width: file.height, height: file.width } : { width: file.width, height: file.height },
                )
              setTimeout(() =>
                file && platform.canvas ? picture.onload?.() : picture.onerror?.(new Error('load failed')),
              )
            },
          }
          return picture
        },
      }
      return canvas
    },
    canvasToTempFilePath({
      canvas,
      quality,
    }: {
      canvas: { width: number; height: number; rotated: number }
      quality: number
    }) {
      const { width, height, rotated } = canvas
      drawn.push({ width, height, rotated })
      return Promise.resolve(store('canvas', { width, height, bytes: Math.round(width * height * quality) }))
    },
  },
}))

const photo = (part: Partial<Stored> = {}): { path: string; bytes: number } => {
  const stored = { width: 8000, height: 6000, bytes: limits.mediaBytes * 2, orientation: 'up', type: 'jpeg', ...part }
  files.set('wxfile://photo.jpg', stored)
  return { path: 'wxfile://photo.jpg', bytes: stored.bytes }
}
const shrunk = async (file: { path: string; bytes: number }) => {
  const path = await shrinkPhoto(file, openOnPhone)
  return path === null ? null : { path, ...files.get(path) }
}

beforeEach(() => {
  files.clear()
  drawn = []
  made = 0
  Object.assign(platform, { compress: true, keepsTurn: true, canvas: true, turnsItself: false })
})

test('the platform makes it smaller, and the photo itself stays untouched', async () => {
  const small = await shrunk(photo())
  expect(small).toMatchObject({ path: 'wxfile://compressed_1.jpg', width: 2560, height: 1920 })
  expect(small?.bytes).toBeLessThanOrEqual(limits.mediaBytes)
  expect(files.has('wxfile://photo.jpg')).toBe(true)
})

test('what is upright in the hand is measured by its longer side', async () => {
  expect(await shrunk(photo({ width: 6000, height: 8000 }))).toMatchObject({ width: 1920, height: 2560 })
})

test('where the platform offers no compression, a canvas draws it', async () => {
  platform.compress = false
  expect(await shrunk(photo())).toMatchObject({ path: 'wxfile://canvas_1.jpg', width: 2560, height: 1920 })
})

test('where the platform does not make it small enough, a canvas draws it', async () => {
  const small = await shrunk(photo({ bytes: limits.mediaBytes * 1000 }))
  expect(small).toMatchObject({ path: 'wxfile://canvas_4.jpg', width: 2560 })
})

test.each([
  ['right', Math.PI / 2],
  ['left', (3 * Math.PI) / 2],
])(
  'a photo that lies on its side (%s) stays upright though compression forgets the turn',
  async (orientation, angle) => {
    platform.keepsTurn = false
    expect(await shrunk(photo({ orientation }))).toMatchObject({ width: 1920, height: 2560 })
    expect(drawn).toEqual([{ width: 1920, height: 2560, rotated: angle }])
  },
)

test('a canvas that turns photos by itself is not turned once more', async () => {
  platform.compress = false
  platform.turnsItself = true
  expect(await shrunk(photo({ orientation: 'right' }))).toMatchObject({ width: 1920, height: 2560 })
  expect(drawn[0]?.rotated).toBe(0)
})

test('a format that the server does not take is written as JPEG', async () => {
  platform.compress = false
  expect(await shrunk(photo({ width: 800, height: 600, bytes: 1_000, type: 'tiff' }))).toMatchObject({
    path: 'wxfile://canvas_1.jpg',
  })
})

test('where nothing works: a large one is told, a small one goes as it is', async () => {
  platform.compress = false
  platform.canvas = false
  expect(await shrunk(photo())).toBeNull()
  expect(await shrunk(photo({ bytes: 1_000 }))).toMatchObject({ path: 'wxfile://photo.jpg' })
  expect(await shrunk({ path: 'wxfile://gone.jpg', bytes: limits.mediaBytes + 1 })).toBeNull()
})
