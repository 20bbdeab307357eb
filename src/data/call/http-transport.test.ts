import type { AxiosAdapter } from 'axios'
import { AxiosError } from 'axios'
import { createHttpTransport } from './http-transport'

const mockUploadFile = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { uploadFile: (o: unknown) => mockUploadFile(o) as unknown },
}))

const learned: unknown[] = []
const clock = { elapsed: () => 7, learn: (...known: unknown[]) => void learned.push(known) }
const transportOver = (adapter: AxiosAdapter, token: string | null = 'token-1') =>
  createHttpTransport({ baseUrl: 'https://host', token: () => token, clock, adapter })
const answering =
  (data: unknown, status = 200): AxiosAdapter =>
  async config => ({ data, status, statusText: '', headers: {}, config })

interface UploadTaken {
  url: string
  header: object
  success: (res: object) => void
  fail: (res: object) => void
}
function takeUpload() {
  const abort = jest.fn()
  let progress: (event: { progress: number }) => void = () => undefined
  mockUploadFile.mockReturnValueOnce({ abort, progress: (listener: typeof progress) => void (progress = listener) })
  return {
    abort,
    report: (percent: number) => progress({ progress: percent }),
    options: () => mockUploadFile.mock.lastCall?.[0] as UploadTaken,
  }
}

beforeEach(() => learned.splice(0))

it('unpacks the data of an answer, sends the token and learns the time', async () => {
  const seen: unknown[] = []
  const transport = transportOver(async config => {
    seen.push([config.url, config.data, config.headers.get('authorization')])
    return { data: { ok: true, data: { n: 1 }, serverTime: 99 }, status: 200, statusText: '', headers: {}, config }
  })
  await expect(transport.call('ticket', 'get', { ticketId: 't' })).resolves.toEqual({ n: 1 })
  expect(seen).toEqual([['/call/ticket', { action: 'get', data: { ticketId: 't' } }, 'Bearer token-1']])
  expect(learned).toEqual([[99, 7]])
})

it('turns a refusal into a CallError with code, sentence and fields', async () => {
  const error = { code: 'unknownPlace', message: '请重新选择发生的位置', fields: { placeId: '请选择' } }
  const transport = transportOver(answering({ ok: false, error, serverTime: 1 }, 400))
  await expect(transport.call('ticket', 'file', {})).rejects.toMatchObject({ ...error, retryable: false })
})

it.each([
  ['a page of a gateway', '<html>502</html>', 'unavailable'],
  ['an empty body', null, 'unavailable'],
])('takes %s for a service that is away', async (_name, body, code) => {
  await expect(transportOver(answering(body, 502)).call('a', 'b', {})).rejects.toMatchObject({ code, retryable: true })
})

it.each([
  [AxiosError.ERR_NETWORK, 'offline'],
  [AxiosError.ETIMEDOUT, 'timeout'],
])('names %s in words a person understands', async (axiosCode, code) => {
  const transport = transportOver(async config => {
    throw new AxiosError('lost', axiosCode, config)
  })
  await expect(transport.call('a', 'b', {})).rejects.toMatchObject({ code, retryable: true })
})

it('uploads with token and progress', async () => {
  const upload = takeUpload()
  const shares: number[] = []
  const outcome = transportOver(answering(null)).upload('wxfile://1.jpg', { onProgress: share => shares.push(share) })
  upload.report(40)
  upload.options().success({ data: JSON.stringify({ ok: true, data: { mediaId: 'm1' }, serverTime: 1 }) })
  await expect(outcome).resolves.toEqual({ mediaId: 'm1' })
  expect(upload.options()).toMatchObject({ url: 'https://host/media', header: { authorization: 'Bearer token-1' } })
  expect(shares).toEqual([0.4])
})

it('says why an upload was refused, lost or late', async () => {
  const outcomeOf = (settle: (options: UploadTaken) => void) => {
    const upload = takeUpload()
    const outcome = transportOver(answering(null)).upload('wxfile://1.jpg')
    settle(upload.options())
    return outcome
  }
  const refusal = JSON.stringify({ ok: false, error: { code: 'tooLarge', message: '内容过大' }, serverTime: 1 })
  await expect(outcomeOf(o => o.success({ data: refusal }))).rejects.toMatchObject({ code: 'tooLarge' })
  await expect(outcomeOf(o => o.fail({ errMsg: 'uploadFile:fail' }))).rejects.toMatchObject({ code: 'offline' })
  await expect(outcomeOf(o => o.fail({ errMsg: 'uploadFile:fail timeout' }))).rejects.toMatchObject({ code: 'timeout' })
})

it('loads media from the host, and signed links as they are', () => {
  const transport = transportOver(answering(null))
  expect(transport.mediaSrc('/media/1?key=x')).toBe('https://host/media/1?key=x')
  expect(transport.mediaSrc('https://files/1')).toBe('https://files/1')
})
