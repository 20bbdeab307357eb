import { type CloudStorageSdk, cloudBaseMedia } from './cloudbase-media'
import { ServiceUnavailable } from './unavailable'

const root = 'cloud://estate-1a2b.6573-estate-1a2b-1300000000'

/** Storage as the platform's SDK shows it: ids made from paths, a status per file, objects thrown instead of errors. */
class FakeStorage implements CloudStorageSdk {
  readonly files = new Map<string, Buffer>()
  readonly asked: number[] = []
  down = false

  private check(): void {
    const thrown: unknown = { errCode: -501001, errMsg: 'storage: fail system error' }
    if (this.down) throw thrown
  }

  async uploadFile({ cloudPath, fileContent }: { cloudPath: string; fileContent: Buffer }) {
    this.check()
    this.files.set(`${root}/${cloudPath}`, fileContent)
    return { fileID: `${root}/${cloudPath}` }
  }

  async downloadFile({ fileID }: { fileID: string }) {
    this.check()
    const fileContent = this.files.get(fileID)
    if (!fileContent) throw Object.assign(new Error('STORAGE_FILE_NONEXIST'), { errCode: -503003 })
    return { fileContent }
  }

  async getTempFileURL({ fileList }: { fileList: { fileID: string; maxAge: number }[] }) {
    this.check()
    this.asked.push(fileList.length)
    if (fileList.length > 50) throw new Error('exceed max file number')
    return {
      fileList: fileList.map(({ fileID, maxAge }) =>
        this.files.has(fileID)
          ? { fileID, status: 0, tempFileURL: `https://storage.example${fileID.slice(root.length)}?sign=${maxAge}` }
          : { fileID, status: -503003, errMsg: 'STORAGE_FILE_NONEXIST', tempFileURL: '' },
      ),
    }
  }

  async deleteFile({ fileList }: { fileList: string[] }) {
    this.check()
    return {
      fileList: fileList.map(fileID => ({ fileID, status: this.files.delete(fileID) ? 0 : -503003, errMsg: 'gone' })),
    }
  }
}

const make = () => {
  const storage = new FakeStorage()
  return { storage, media: cloudBaseMedia(async () => storage, root) }
}

test('stores under a key, reads it back, links to it, removes it', async () => {
  const { storage, media } = make()
  await media.put('a1.jpg', new Uint8Array([1, 2]), 'image/jpeg')
  expect([...storage.files.keys()]).toEqual([`${root}/media/a1.jpg`])
  expect([...((await media.get('a1.jpg')) ?? [])]).toEqual([1, 2])
  expect((await media.links(['a1.jpg'])).get('a1.jpg')).toBe('https://storage.example/media/a1.jpg?sign=600')
  await media.remove('a1.jpg')
  await media.remove('a1.jpg')
  expect(await media.get('a1.jpg')).toBeNull()
})

test('asks for at most fifty links at a time, and leaves out files that are gone', async () => {
  const { storage, media } = make()
  const keys = Array.from({ length: 120 }, (_, n) => `photo-${n}.jpg`)
  for (const key of keys.slice(1)) await media.put(key, new Uint8Array([1]), 'image/jpeg')
  const links = await media.links(keys)
  expect(storage.asked).toEqual([50, 50, 20])
  expect([links.size, links.has('photo-0.jpg')]).toEqual([119, false])
  expect(await media.links([])).toEqual(new Map())
})

test('takes over what a client put into incoming, once, and nothing else', async () => {
  const { storage, media } = make()
  await media.put('a1.jpg', new Uint8Array([1]), 'image/jpeg')
  storage.files.set(`${root}/incoming/raw.jpg`, Buffer.from([9]))
  expect([...((await media.takeUpload(`${root}/incoming/raw.jpg`, 'o1')) ?? [])]).toEqual([9])
  expect(await media.takeUpload(`${root}/incoming/raw.jpg`, 'o1')).toBeNull()
  for (const id of [
    `${root}/media/a1.jpg`,
    `${root}/incoming/../media/a1.jpg`,
    'cloud://other.bucket/incoming/x.jpg',
    '',
  ])
    expect(await media.takeUpload(id, 'o1')).toBeNull()
  expect(storage.files.size).toBe(1)
})

test('a storage that fails is unavailable; a wrong setting is named', async () => {
  const { storage, media } = make()
  storage.down = true
  for (const attempt of [
    media.put('a1.jpg', new Uint8Array([1]), 'image/jpeg'),
    media.get('a1.jpg'),
    media.links(['a1.jpg']),
    media.remove('a1.jpg'),
    media.takeUpload(`${root}/incoming/raw.jpg`, 'o1'),
  ])
    await expect(attempt).rejects.toThrow(ServiceUnavailable)
  storage.down = false
  const wrong = cloudBaseMedia(async () => storage, 'cloud://other.bucket')
  await expect(wrong.put('a1.jpg', new Uint8Array([1]), 'image/jpeg')).rejects.toThrow('CLOUD_FILE_ROOT')
})
