import { limits } from '../../../types/limits'
import { choosePhotos } from './choose-files'

/** The upload's side of the browser: what is kept, by the path under which it was handed over. */
const kept: string[] = []
jest.mock('@/data/device/local-file', () => ({
  keepFile: async (path: string) => {
    kept.push(path)
    return `kept:${path}`
  },
}))
const held: string[] = []
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { showLoading: ({ title }: { title: string }) => held.push(title), hideLoading: () => held.push('over') },
}))

const known = new Map<string, Blob>()
const mb = 1024 * 1024
/** A file of a size, without so many bytes in the test’s memory. */
const file = (name: string, bytes: number, type = 'image/jpeg'): File =>
  Object.defineProperty(new File(['x'], name, { type }), 'size', { value: bytes })

beforeEach(() => {
  kept.length = 0
  held.length = 0
  known.clear()
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      const address = `blob:${known.size + 1}`
      known.set(address, blob)
      return address
    },
    revokeObjectURL: (address: string) => known.delete(address),
  })
  Object.assign(globalThis, {
    fetch: async (address: string) => ({ blob: async () => known.get(address) }),
    // The size in the name: 「4000x3000.jpg」; anything else is no picture that the browser reads.
    createImageBitmap: async (blob: File) => {
      const size = /(\d+)x(\d+)/.exec(blob.name)
      if (!size) throw new DOMException('The source image could not be decoded.', 'InvalidStateError')
      return { width: Number(size[1]), height: Number(size[2]), close: () => undefined }
    },
  })
  HTMLCanvasElement.prototype.getContext = (() => ({
    fillRect: () => undefined,
    drawImage: () => undefined,
  })) as unknown as HTMLCanvasElement['getContext']
  HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
    done(file('drawn.jpg', Math.round(this.width * this.height * Number(quality)), type))
  }
})

/** Chooses as a person would, in the chooser that is opened. */
async function choose(files: readonly File[] | null, room = 9) {
  const click = jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    if (files === null) return void this.dispatchEvent(new Event('cancel'))
    Object.defineProperty(this, 'files', { value: files })
    this.dispatchEvent(new Event('change'))
  })
  const chosen = await choosePhotos(room)
  click.mockRestore()
  return chosen
}

test('a photo over the limit is kept small, and the page says that it is worked on', async () => {
  const [item] = await choose([file('8000x6000.jpg', 24 * mb)])
  expect(item).toMatchObject({ status: 'waiting', message: null, localPath: 'kept:blob:2' })
  expect(known.get('blob:2')?.size).toBeLessThanOrEqual(limits.mediaBytes)
  expect(held).toEqual(['正在处理照片', 'over'])
  // The large one does not stay in the browser's memory.
  expect(known.has('blob:1')).toBe(false)
})

test('a photo that is fine is kept as it is, at once', async () => {
  const [item] = await choose([file('1600x1200.jpg', 300_000)])
  expect(item?.localPath).toBe('kept:blob:1')
  expect(held).toEqual([])
})

test('one that can’t be made smaller says what to do, and does not hold up the others', async () => {
  const items = await choose([file('photo.heic', 12 * mb, 'image/heic'), file('4000x3000.jpg', 3 * mb)])
  expect(items.map(({ status }) => status)).toEqual(['failed', 'waiting'])
  expect(items[0]?.message).toContain('截一张图')
  // 重试 would send what is refused.
  expect(items.map(({ hopeless }) => hopeless)).toEqual([true, undefined])
  expect(items[0]?.localPath).toBe('blob:1')
  expect(kept).toHaveLength(1)
})

test('a small HEIC that the browser can’t read goes to the server, which has words for it', async () => {
  const [item] = await choose([file('photo.heic', 2 * mb, 'image/heic')])
  expect(item).toMatchObject({ status: 'waiting', localPath: 'kept:blob:1' })
})

test('no more than there is room for, and nothing when the chooser is closed', async () => {
  expect(await choose([file('10x10.jpg', 10), file('20x20.jpg', 10)], 1)).toHaveLength(1)
  expect(await choose(null)).toEqual([])
})
