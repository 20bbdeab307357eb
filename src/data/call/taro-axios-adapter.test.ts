import axios, { type AxiosAdapter } from 'axios'
import { createAborter } from './abort'
import { createTaroAdapter, type SendRequest } from './taro-axios-adapter'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

type Sent = Parameters<SendRequest>[0]

function httpOver(send: SendRequest) {
  const adapter: AxiosAdapter = createTaroAdapter(send)
  return axios.create({ adapter, baseURL: 'http://host', validateStatus: () => true, transformRequest: data => data })
}

const answering = (answer: object) => {
  const sent: Sent[] = []
  const http = httpOver(options => {
    sent.push(options)
    options.success?.({ statusCode: 200, header: {}, data: null, errMsg: 'request:ok', cookies: [], ...answer })
    return {}
  })
  return { http, sent }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

it('sends method, address, body and headers, and hands back status, headers and body', async () => {
  const { http, sent } = answering({ statusCode: 409, header: { date: 'x' }, data: { ok: false } })
  const response = await http.post('/call/ticket', { action: 'get' }, { headers: { authorization: 'Bearer t' } })
  expect(sent[0]).toMatchObject({ url: 'http://host/call/ticket', method: 'POST', data: { action: 'get' } })
  expect(sent[0]?.header).toMatchObject({ authorization: 'Bearer t' })
  expect(response).toMatchObject({ status: 409, data: { ok: false }, headers: { date: 'x' } })
})

it('tells a lost network from a late answer', async () => {
  const failing = (errMsg: string) => httpOver(options => (options.fail?.({ errMsg }), {})).get('/x')
  await expect(failing('request:fail')).rejects.toMatchObject({ code: 'ERR_NETWORK' })
  await expect(failing('request:fail timeout')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})

it('gives up after the timeout itself, and stops the request', async () => {
  const abort = jest.fn()
  const outcome = httpOver(() => ({ abort })).get('/x', { timeout: 5_000 })
  const checked = expect(outcome).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  await jest.advanceTimersByTimeAsync(4_999)
  expect(abort).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(1)
  expect(abort).toHaveBeenCalledTimes(1)
  await checked
})

it('stops the request when the caller aborts, and leaves no timer behind', async () => {
  const abort = jest.fn()
  const aborter = createAborter()
  const outcome = httpOver(() => ({ abort })).get('/x', { signal: aborter.signal, timeout: 5_000 })
  const checked = expect(outcome).rejects.toMatchObject({ code: 'ERR_CANCELED' })
  await jest.advanceTimersByTimeAsync(0)
  aborter.abort()
  await checked
  expect(abort).toHaveBeenCalledTimes(1)
  expect(jest.getTimerCount()).toBe(0)
})

it('sends nothing once aborted', async () => {
  const send = jest.fn(() => ({}))
  const aborter = createAborter()
  aborter.abort()
  await expect(httpOver(send).get('/x', { signal: aborter.signal })).rejects.toMatchObject({ code: 'ERR_CANCELED' })
  expect(send).not.toHaveBeenCalled()
})
