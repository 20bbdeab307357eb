import { CallError } from '../call/call-error'
import { createObservable } from '../device/observable'
import type { Uploaded, UploadOptions } from '../call/transport'
import { pickedFrom, removed, retried, type PickedMedia } from './picked-media'
import { createUploadQueue } from './upload-queue'

interface Sending {
  path: string
  options: UploadOptions
  resolve: (uploaded: Uploaded) => void
  reject: (error: unknown) => void
}

const photo = (name: string): PickedMedia => pickedFrom({ localPath: `file:${name}`, kind: 'image' }, name)
const sent = (name: string): Uploaded => ({
  mediaId: `m-${name}`,
  kind: 'image',
  url: `/media/${name}`,
  thumbUrl: null,
})
/** Lets every promise that is ready run. */
const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

function setUp(initial: readonly PickedMedia[] = [], existing: (path: string) => boolean = () => true) {
  const sendings: Sending[] = []
  const pauses: { ms: number; work: () => void; off: boolean }[] = []
  const dropped: string[] = []
  const connected = createObservable(true)
  const queue = createUploadQueue(
    {
      send: (path, options) =>
        new Promise((resolve, reject) => {
          sendings.push({ path, options, resolve, reject })
          options.signal?.addEventListener('abort', () => reject(CallError.fromClient('cancelled')))
        }),
      exists: async path => existing(path),
      drop: path => void dropped.push(path),
      connected,
      later: (work, ms) => {
        const pause = { work, ms, off: false }
        pauses.push(pause)
        return () => void (pause.off = true)
      },
    },
    initial,
  )
  queue.start()
  const statuses = () => queue.items.get().map(({ key, status }) => `${key}:${status}`)
  return { queue, sendings, pauses, dropped, connected, statuses }
}

test('files go one by one, in the order chosen', async () => {
  const { queue, sendings, statuses, dropped } = setUp()
  queue.change(() => [photo('a'), photo('b')])
  await settle()
  expect(sendings.map(({ path }) => path)).toEqual(['file:a'])
  expect(statuses()).toEqual(['a:uploading', 'b:waiting'])
  sendings[0]?.resolve(sent('a'))
  await settle()
  expect(statuses()).toEqual(['a:done', 'b:uploading'])
  expect(queue.items.get()[0]).toMatchObject({ mediaId: 'm-a', localPath: null, progress: 1 })
  expect(dropped).toEqual(['file:a'])
})

test('progress is told in tenths', async () => {
  const { queue, sendings } = setUp([photo('a')])
  await settle()
  const seen: number[] = []
  queue.items.subscribe(() => seen.push(queue.items.get()[0]?.progress ?? -1))
  for (const share of [0.02, 0.05, 0.2, 0.25, 0.5]) sendings[0]?.options.onProgress?.(share)
  expect(seen).toEqual([0.2, 0.5])
})

test('a lost network pauses with growing waits and goes on by itself', async () => {
  const { sendings, pauses, statuses } = setUp([photo('a')])
  await settle()
  sendings[0]?.reject(CallError.fromClient('offline'))
  await settle()
  expect(statuses()).toEqual(['a:waiting'])
  expect(pauses.map(({ ms }) => ms)).toEqual([500])
  pauses[0]?.work()
  await settle()
  sendings[1]?.reject(CallError.fromClient('timeout'))
  await settle()
  expect(pauses.map(({ ms }) => ms)).toEqual([500, 1000])
  pauses[1]?.work()
  await settle()
  sendings[2]?.resolve(sent('a'))
  await settle()
  expect(statuses()).toEqual(['a:done'])
})

test('the network coming back ends the pause at once', async () => {
  const { sendings, pauses, connected } = setUp([photo('a')])
  await settle()
  sendings[0]?.reject(CallError.fromClient('offline'))
  await settle()
  connected.set(false)
  expect(sendings).toHaveLength(1)
  connected.set(true)
  await settle()
  expect(pauses[0]?.off).toBe(true)
  expect(sendings).toHaveLength(2)
})

test('a refused file stays with its reason while the others go on; 重试 sends it again', async () => {
  const { queue, sendings, statuses } = setUp([photo('a'), photo('b')])
  await settle()
  sendings[0]?.reject(new CallError('unsupportedMedia', '请上传照片'))
  await settle()
  expect(statuses()).toEqual(['a:failed', 'b:uploading'])
  expect(queue.items.get()[0]?.message).toBe('请上传照片')
  sendings[1]?.resolve(sent('b'))
  await settle()
  queue.change(retried('a'))
  await settle()
  expect(sendings.map(({ path }) => path)).toEqual(['file:a', 'file:b', 'file:a'])
})

test('removing the file on its way aborts it and the next begins', async () => {
  const { queue, sendings, statuses, dropped } = setUp([photo('a'), photo('b')])
  await settle()
  queue.change(removed('a'))
  await settle()
  expect(sendings[0]?.options.signal?.aborted).toBe(true)
  expect(statuses()).toEqual(['b:uploading'])
  expect(dropped).toEqual(['file:a'])
})

test('an earlier visit’s half-sent file begins again; one that has vanished says so', async () => {
  const { queue, sendings, statuses } = setUp(
    [{ ...photo('a'), status: 'uploading', progress: 0.4 }, photo('b')],
    path => path !== 'file:a',
  )
  await settle()
  expect(statuses()).toEqual(['a:failed', 'b:uploading'])
  expect(queue.items.get()[0]).toMatchObject({ localPath: null })
  expect(queue.items.get()[0]?.message).toContain('重新添加')
  expect(sendings.map(({ path }) => path)).toEqual(['file:b'])
})

test('a stopped queue sends nothing more and can be started again', async () => {
  const { queue, sendings, statuses } = setUp([photo('a'), photo('b')])
  await settle()
  queue.stop()
  await settle()
  expect(sendings[0]?.options.signal?.aborted).toBe(true)
  expect(statuses()).toEqual(['a:waiting', 'b:waiting'])
  expect(sendings).toHaveLength(1)
  queue.start()
  await settle()
  expect(sendings).toHaveLength(2)
})
