import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localMedia } from './local-media'

const directory = mkdtempSync(join(tmpdir(), 'property-complaints-media-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const clock = { now: () => 1_772_416_800_000 }
const media = localMedia({ directory, secret: 'a secret', clock })
const bytes = new Uint8Array([1, 2, 3])

/** `{ until, signature }` of a link. */
const partsOf = (link: string) => {
  const url = new URL(link, 'http://host')
  return { until: Number(url.searchParams.get('until')), signature: url.searchParams.get('sig') ?? '' }
}

test('puts, gets, overwrites and removes; leaves no half file behind', async () => {
  await media.put('0195-ab12.jpg', bytes, 'image/jpeg')
  await Promise.all([1, 2, 3].map(() => media.put('0195-ab12.jpg', bytes, 'image/jpeg')))
  expect(new Uint8Array((await media.get('0195-ab12.jpg')) ?? [])).toEqual(bytes)
  expect(readdirSync(directory, { recursive: true }).sort()).toEqual(['12', join('12', '0195-ab12.jpg')])
  await media.remove('0195-ab12.jpg')
  await media.remove('0195-ab12.jpg')
  expect(await media.get('0195-ab12.jpg')).toBeNull()
})

test.each(['../secret.txt', 'a/../../b.jpg', '/etc/passwd', '.hidden.jpg', 'abcd', 'abcd.jpg/x', ''])(
  '%p is no key',
  async key => {
    await expect(media.put(key, bytes, 'image/jpeg')).rejects.toThrow('not a key')
    await expect(media.get(key)).rejects.toThrow('not a key')
    expect(media.isGenuine(key, clock.now() + 1, '')).toBe(false)
  },
)

test('links are the same within ten minutes, and good for ten to twenty', async () => {
  const link = (await media.links(['abcd.jpg'])).get('abcd.jpg') ?? ''
  const { until, signature } = partsOf(link)
  expect(until - clock.now()).toBeGreaterThanOrEqual(600_000)
  expect(until - clock.now()).toBeLessThanOrEqual(1_200_000)
  expect(media.isGenuine('abcd.jpg', until, signature)).toBe(true)
  expect(media.isGenuine('abce.jpg', until, signature)).toBe(false)
  expect(media.isGenuine('abcd.jpg', until + 1, signature)).toBe(false)
  expect(media.isGenuine('abcd.jpg', Number.NaN, signature)).toBe(false)
  const at = (now: number, secret = 'a secret') => localMedia({ directory, secret, clock: { now: () => now } })
  expect((await at(clock.now() + 1).links(['abcd.jpg'])).get('abcd.jpg')).toBe(link)
  expect(at(until - 1).isGenuine('abcd.jpg', until, signature)).toBe(true)
  expect(at(until).isGenuine('abcd.jpg', until, signature)).toBe(false)
  expect(at(clock.now(), 'another').isGenuine('abcd.jpg', until, signature)).toBe(false)
})
