import { createAborter } from './abort'
import { createCloudTransport, type CloudApi } from './cloud-transport'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const clock = { elapsed: () => 0, learn: () => undefined }
const api = (over: Partial<CloudApi>): CloudApi => ({
  init: () => undefined,
  callFunction: async () => ({ result: { ok: true, data: null, serverTime: 1 } }),
  uploadFile: async () => ({ fileID: 'cloud://f' }),
  ...over,
})

it('calls the function with action and data, and unpacks the answer', async () => {
  const callFunction = jest.fn(async () => ({ result: { ok: true, data: { n: 1 }, serverTime: 1 } }))
  const transport = createCloudTransport('env-1', clock, api({ callFunction }))
  await expect(transport.call('ticket', 'list', { scope: 'mine' })).resolves.toEqual({ n: 1 })
  expect(callFunction).toHaveBeenCalledWith({ name: 'ticket', data: { action: 'list', data: { scope: 'mine' } } })
})

it('tells refusal, silence and a lost network apart', async () => {
  const outcome = (callFunction: CloudApi['callFunction']) =>
    createCloudTransport('e', clock, api({ callFunction })).call('a', 'b', {})
  const refusal = { ok: false, error: { code: 'notFound', message: '没有找到' }, serverTime: 1 }
  await expect(outcome(async () => ({ result: refusal }))).rejects.toMatchObject({ code: 'notFound' })
  await expect(outcome(async () => ({}))).rejects.toMatchObject({ code: 'unavailable' })
  await expect(outcome(() => Promise.reject(new Error('errCode -1')))).rejects.toMatchObject({ code: 'offline' })
})

it('stops waiting on timeout and on abort', async () => {
  jest.useFakeTimers()
  const transport = createCloudTransport('e', clock, api({ callFunction: () => new Promise(() => undefined) }))
  const late = expect(transport.call('a', 'b', {}, { timeoutMs: 1_000 })).rejects.toMatchObject({ code: 'timeout' })
  await jest.advanceTimersByTimeAsync(1_000)
  await late
  const aborter = createAborter()
  const stopped = transport.call('a', 'b', {}, { signal: aborter.signal })
  aborter.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  jest.useRealTimers()
})

it('stores a file under a name of its own and registers it', async () => {
  const paths: string[] = []
  const callFunction = jest.fn(async () => ({ result: { ok: true, data: { mediaId: 'm1' }, serverTime: 1 } }))
  const uploadFile: CloudApi['uploadFile'] = async ({ cloudPath }) => {
    paths.push(cloudPath)
    return { fileID: 'cloud://f1' }
  }
  const transport = createCloudTransport('e', clock, api({ callFunction, uploadFile }))
  await expect(transport.upload('wxfile://tmp/A.JPG')).resolves.toEqual({ mediaId: 'm1' })
  expect(paths[0]).toMatch(/^incoming\/[0-9a-f-]{36}\.jpg$/)
  expect(callFunction).toHaveBeenCalledWith({
    name: 'media',
    data: { action: 'register', data: { fileId: 'cloud://f1' } },
  })
})
