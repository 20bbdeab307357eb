import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { deflateSync, crc32 } from 'node:zlib'
import { limits } from '../../types/limits'
import { describeOnPostgres } from '../support/databases'
import { phonePhoto, phoneRecording } from '../support/files'
import { type Reply, type TestHost, errorOf, openHost } from '../support/host'

const mediaIdOf = ({ body }: Reply<{ mediaId: string }>): string => {
  if (!body.ok) throw new Error(body.error.message)
  return body.data.mediaId
}

describeOnPostgres('media over HTTP', open => {
  let host: TestHost
  let resident: string
  let roomId: string
  beforeEach(async () => {
    host = await openHost(await open())
    resident = await host.token('resident-1')
    roomId = (await host.call(resident, 'account', 'me', {})).rooms[0]?.placeId ?? ''
  })
  afterEach(() => host.close())

  const get = (path: string, token?: string, headers: Record<string, string> = {}) =>
    fetch(`${host.url}${path}`, { headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } })
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
  const storedFiles = () => {
    const folder = join(host.dataDir, 'media')
    return existsSync(folder) ? readdirSync(folder, { recursive: true }).filter(name => String(name).includes('.')) : []
  }
  const rows = () => host.runtime.db.selectFrom('media').selectAll().execute()
  const fileWith = (mediaId: string) =>
    host.call(resident, 'ticket', 'file', {
      idempotencyKey: `filing-${mediaId}`,
      kind: 'complaint',
      category: 'leak',
      placeId: roomId,
      text: '厨房天花板漏水',
      photos: [mediaId],
    })

  test('a photo is stored upright, without position or device, with a thumbnail', async () => {
    const original = await phonePhoto(1200, 800)
    const before = await sharp(original).metadata()
    expect(before).toMatchObject({ orientation: 6, width: 1200 })
    expect(original.includes('TestPhone')).toBe(true)

    const id = mediaIdOf(await host.upload(resident, original))
    const stored = await bytesOf(await get(`/media/${id}`, resident))
    const after = await sharp(stored).metadata()
    expect(after).toMatchObject({ format: 'jpeg', width: 800, height: 1200 })
    expect([after.exif, after.orientation, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(stored.includes('TestPhone')).toBe(false)
    // Turned by 90° to the right: what was left is on top.
    const top = await sharp(stored).extract({ left: 100, top: 100, width: 1, height: 1 }).raw().toBuffer()
    expect(top[0]).toBeGreaterThan(200)
    const thumb = await sharp(await bytesOf(await get(`/media/${id}?size=thumb`, resident))).metadata()
    expect(thumb).toMatchObject({ width: 240, height: 360 })
    const [row] = await rows()
    expect(row).toMatchObject({ id, kind: 'image', mime: 'image/jpeg', width: 800, height: 1200, ticket_id: null })
  })

  test('a large photo is shrunk to 2560 pixels; PNG, WebP and GIF become JPEG', async () => {
    const large = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#777777' } })
      .jpeg()
      .toBuffer()
    mediaIdOf(await host.upload(resident, large))
    const small = { create: { width: 4, height: 4, channels: 4 as const, background: '#11223300' } }
    for (const bytes of [
      await sharp(small).png().toBuffer(),
      await sharp(small).webp().toBuffer(),
      await sharp(small).gif().toBuffer(),
    ])
      mediaIdOf(await host.upload(resident, bytes, 'application/octet-stream', 'photo'))
    expect((await rows()).map(row => [row.mime, row.width, row.height]).sort()).toEqual([
      ['image/jpeg', 2560, 640],
      ['image/jpeg', 4, 4],
      ['image/jpeg', 4, 4],
      ['image/jpeg', 4, 4],
    ])
  })

  test('a film and a voice note keep their bytes, except where they were taken', async () => {
    const film = phoneRecording('vide', 3)
    const filmId = mediaIdOf(await host.upload(resident, film, 'video/mp4', 'film.mp4'))
    const stored = await bytesOf(await get(`/media/${filmId}`, resident))
    expect(stored).toHaveLength(film.length)
    expect(film.includes('+30.2500')).toBe(true)
    expect(stored.includes('+30.2500')).toBe(false)
    expect(stored.includes('the pictures themselves')).toBe(true)
    mediaIdOf(await host.upload(resident, phoneRecording('soun', 7), 'audio/mp4', 'note.m4a'))
    const found = (await rows()).map(({ kind, mime, width }) => ({ kind, mime, width }))
    expect(found).toContainEqual({ kind: 'video', mime: 'video/mp4', width: 640 })
    expect(found).toContainEqual({ kind: 'audio', mime: 'audio/mp4', width: null })
  })

  test('a player gets the stretch it asks for', async () => {
    const film = phoneRecording()
    const id = mediaIdOf(await host.upload(resident, film, 'video/mp4', 'film.mp4'))
    const part = await get(`/media/${id}`, resident, { range: 'bytes=4-7' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-7/${film.length}`])
    expect((await bytesOf(part)).toString()).toBe('ftyp')
    const end = await get(`/media/${id}`, resident, { range: 'bytes=-5' })
    expect(end.headers.get('content-range')).toBe(`bytes ${film.length - 5}-${film.length - 1}/${film.length}`)
    for (const range of ['bytes=0-1,3-4', `bytes=${film.length}-`, 'lines=1-2', 'bytes=-', 'bytes=9-2'])
      expect([range, (await get(`/media/${id}`, resident, { range })).status]).toEqual([range, 200])
  })

  test.each([
    ['a web page called photo.jpg', async () => Buffer.from('<html><script>alert(1)</script></html>'), 'image/jpeg'],
    ['a program with the name of a photo', async () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'image/jpeg'],
    [
      'the first bytes of a photo, then something else',
      async () => Buffer.concat([(await phonePhoto()).subarray(0, 24), Buffer.alloc(400, 65)]),
      'image/jpeg',
    ],
    ['half a photo', async () => (await phonePhoto(800, 600)).subarray(0, 2000), 'image/jpeg'],
    ['a film declared to be a photo', async () => phoneRecording(), 'image/jpeg'],
    ['a photo declared to be a film', async () => phonePhoto(), 'video/mp4'],
    ['a container that plays nothing', async () => phoneRecording().subarray(0, 28), 'video/mp4'],
    [
      'a drawing that could carry scripts',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
    ],
    ['a picture of a billion pixels in a kilobyte', async () => pixelBomb(), 'image/png'],
    ['nothing at all', async () => Buffer.alloc(0), 'image/jpeg'],
  ])('%s is refused, and nothing is stored', async (_what, make, mime) => {
    const reply = await host.upload(resident, await make(), mime)
    expect(reply.status).toBe(400)
    const error = errorOf(reply)
    expect(error.code).toBe('unsupportedMedia')
    expect(error.fields?.file).toMatch(/[\u4e00-\u9fff]/)
    expect([await rows(), storedFiles()]).toEqual([[], []])
  })

  test('HEIC is refused with what to do about it', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1')
    expect(errorOf(await host.upload(resident, heic, 'image/heic')).message).toContain('格式')
    expect(errorOf(await host.upload(resident, heic, 'image/heic')).fields?.file).toContain('兼容性最佳')
  })

  test.each([limits.mediaBytes + 1, 30_000_000])('%d bytes are too many', async size => {
    const reply = await host.upload(resident, Buffer.concat([await phonePhoto(), Buffer.alloc(size)]))
    expect([reply.status, errorOf(reply).code]).toEqual([413, 'tooLarge'])
    expect(errorOf(reply).message).toContain('10 MB')
    expect(storedFiles()).toEqual([])
  })

  test('one file at a time, from somebody who is signed in', async () => {
    const two = new FormData()
    for (const name of ['a.jpg', 'b.jpg']) two.append('file', new Blob([new Uint8Array(await phonePhoto())]), name)
    const headers = { authorization: `Bearer ${resident}` }
    const both = await fetch(`${host.url}/media`, { method: 'POST', headers, body: two })
    expect(both.status).toBe(400)
    const none = await fetch(`${host.url}/media`, { method: 'POST', headers, body: new FormData() })
    expect(none.status).toBe(400)
    const json = await fetch(`${host.url}/media`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(400)
    expect((await host.upload(null, await phonePhoto())).status).toBe(401)
    expect(await rows()).toEqual([])
  })

  test('before the filing only its owner sees a photo, afterwards whoever sees the ticket, and nobody else', async () => {
    const id = mediaIdOf(await host.upload(resident, await phonePhoto()))
    const statusFor = async (persona: string) => (await get(`/media/${id}`, await host.token(persona))).status
    expect(await statusFor('resident-1')).toBe(200)
    expect([await statusFor('steward-1'), await statusFor('resident-2'), await statusFor('manager-1')]).toEqual([
      404, 404, 404,
    ])
    await fileWith(id)
    expect([await statusFor('resident-1'), await statusFor('steward-1'), await statusFor('manager-1')]).toEqual([
      200, 200, 200,
    ])
    expect([await statusFor('resident-2'), await statusFor('steward-2'), await statusFor('admin-1')]).toEqual([
      404, 404, 200,
    ])
    expect((await get(`/media/${id}`)).status).toBe(401)
    expect((await get('/media/01950000-0000-7000-8000-000000000000', resident)).status).toBe(404)
    expect((await get('/media/..%2F..%2Fetc%2Fpasswd', resident)).status).toBe(404)
  })

  test('internal media are for staff only', async () => {
    const id = mediaIdOf(await host.upload(resident, await phonePhoto()))
    await fileWith(id)
    await host.runtime.db.updateTable('media').set({ internal: true }).where('id', '=', id).execute()
    expect((await get(`/media/${id}`, resident)).status).toBe(404)
    expect((await get(`/media/${id}`, await host.token('steward-1'))).status).toBe(200)
  })

  test('a signed link works without a token, for minutes, and for its own file alone', async () => {
    const reply = await host.upload(resident, await phonePhoto())
    if (!reply.body.ok) throw new Error('upload failed')
    const { url } = reply.body.data as { mediaId: string; url: string }
    const fine = await get(url)
    expect([fine.status, fine.headers.get('content-type'), fine.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/jpeg',
      'nosniff',
    ])
    const other = mediaIdOf(await host.upload(resident, await phonePhoto()))
    const forged = [
      url.replace(/sig=./, match => (match === 'sig=A' ? 'sig=B' : 'sig=A')),
      url.replace(/until=\d+/, 'until=9999999999999'),
      url.replace(/\/media\/[^.]+/, `/media/${other}`),
      url.replace(/sig=.*/, 'sig='),
      url.replace('.jpg', '.thumb.jpg'),
    ]
    for (const path of forged) expect((await get(path)).status).toBe(404)
    host.wall.now += 21 * 60_000
    expect((await get(url)).status).toBe(404)
    const links = await host.call(resident, 'media', 'links', { mediaIds: [mediaIdOf(reply)] })
    expect((await get(links.items[0]?.url ?? '')).status).toBe(200)
  })

  test('links of somebody else’s media are not given out', async () => {
    const id = mediaIdOf(await host.upload(resident, await phonePhoto()))
    const stranger = await host.token('resident-2')
    const reply = await host.post('media', { action: 'links', data: { mediaIds: [id] } }, stranger)
    expect([reply.status, errorOf(reply).code]).toEqual([404, 'notFound'])
  })

  test('a photo hangs on one ticket only, and only its owner can hang it there', async () => {
    const id = mediaIdOf(await host.upload(resident, await phonePhoto()))
    const filing = { kind: 'complaint', category: 'leak', placeId: roomId, text: '漏水', photos: [id] }
    const stranger = await host.token('resident-2')
    const strangersRoom = (await host.call(stranger, 'account', 'me', {})).rooms[0]?.placeId
    const stolen = await host.post(
      'ticket',
      { action: 'file', data: { ...filing, placeId: strangersRoom, idempotencyKey: 'stolen-photo' } },
      stranger,
    )
    expect(errorOf(stolen).code).toBe('unknownMedia')
    await fileWith(id)
    const again = await host.post(
      'ticket',
      { action: 'file', data: { ...filing, idempotencyKey: 'second-use' } },
      resident,
    )
    expect(errorOf(again).code).toBe('unknownMedia')
    expect(await host.runtime.db.selectFrom('ticket').select('id').execute()).toHaveLength(1)
  })
})

/** A PNG whose header promises 40,000 × 40,000 pixels. */
function pixelBomb(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(40_000, 0)
  header.writeUInt32BE(40_000, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
