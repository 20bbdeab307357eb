import { limits } from '../../../types/limits'
import { attempts, isFine, scaled, usefulSide } from './photo-size'
import { shrinkPhoto, type OpenPhoto, type Way } from './shrink-photo'

const large = { path: 'large.jpg', bytes: limits.mediaBytes + 1 }
const small = { path: 'small.jpg', bytes: 400_000 }

/** A way that makes files of these sizes, one for each attempt. */
const making =
  (name: string, ...bytes: number[]): Way =>
  async ({ side }) => ({ path: `${name}-${side}.jpg`, bytes: bytes.shift() ?? 0 })
const broken: Way = () => Promise.reject({ errMsg: 'compressImage:fail not supported' })
const photo = (part: Partial<OpenPhoto> = {}): OpenPhoto => ({
  width: 8000,
  height: 6000,
  known: true,
  ways: [making('made', 900_000)],
  ...part,
})

describe('sizes', () => {
  test.each([
    [{ width: 8000, height: 6000 }, 2560, { width: 2560, height: 1920 }],
    [{ width: 6000, height: 8000 }, 1280, { width: 960, height: 1280 }],
    [{ width: 640, height: 480 }, 2560, { width: 640, height: 480 }],
    [{ width: 30_000, height: 3 }, 1280, { width: 1280, height: 1 }],
  ])('%j within %i', (size, side, expected) => expect(scaled(size, side)).toEqual(expected))

  test('what the server takes and would not shrink is fine', () => {
    const edge = { width: usefulSide, height: 1, bytes: limits.mediaBytes }
    expect(isFine(edge)).toBe(true)
    expect(isFine({ ...edge, width: usefulSide + 1 })).toBe(false)
    expect(isFine({ ...edge, bytes: limits.mediaBytes + 1 })).toBe(false)
  })

  test('each attempt asks for less than the one before', () => {
    attempts.slice(1).forEach((attempt, index) => {
      expect(attempt.side).toBeLessThan(attempts[index]?.side ?? 0)
      expect(attempt.quality).toBeLessThan(attempts[index]?.quality ?? 0)
    })
  })
})

describe('the photo that is sent', () => {
  const sent = (file: typeof large, opened: OpenPhoto | null) => shrinkPhoto(file, async () => opened)

  test('goes as it is where it is small in pixels and bytes', async () => {
    expect(await sent(small, photo({ width: 1600, height: 1200 }))).toBe('small.jpg')
  })

  test('is made smaller where it has more bytes or pixels than are of use', async () => {
    expect(await sent(large, photo({ width: 2000, height: 1500 }))).toBe('made-2560.jpg')
    expect(await sent({ ...small, bytes: 3_000_000 }, photo())).toBe('made-2560.jpg')
  })

  test('steps down until it fits', async () => {
    const ways = [making('made', limits.mediaBytes + 5, limits.mediaBytes + 1, limits.mediaBytes)]
    expect(await sent(large, photo({ ways }))).toBe('made-1280.jpg')
  })

  test('is made another way where the first is not offered or not enough', async () => {
    const still = limits.mediaBytes + 1
    expect(await sent(large, photo({ ways: [broken, making('drawn', 5)] }))).toBe('drawn-2560.jpg')
    expect(await sent(large, photo({ ways: [making('made', still, still, still), making('drawn', 5)] }))).toBe(
      'drawn-2560.jpg',
    )
  })

  test('stays as it was where nothing works and it can be sent, or nothing smaller comes of it', async () => {
    expect(await sent(small, photo({ ways: [broken, broken] }))).toBe('small.jpg')
    expect(await sent(small, photo({ ways: [making('made', 500_000, 450_000, 410_000)] }))).toBe('small.jpg')
    expect(await sent(small, null)).toBe('small.jpg')
  })

  test('is none where it is too large and nothing helps', async () => {
    expect(await sent(large, photo({ ways: [broken] }))).toBeNull()
    expect(await sent(large, null)).toBeNull()
  })

  test('of a format that the server does not take is written anew, larger or not', async () => {
    const opened = photo({ width: 100, height: 100, known: false, ways: [making('made', 500_000)] })
    expect(await sent(small, opened)).toBe('made-2560.jpg')
  })

  test('its memory is let go of, also when it fails', async () => {
    const close = jest.fn()
    await sent(large, photo({ close }))
    await sent(large, photo({ close, ways: [broken] }))
    expect(close).toHaveBeenCalledTimes(2)
  })
})
