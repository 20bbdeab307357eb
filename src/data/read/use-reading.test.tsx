import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { settle } from './settle.fixture'
import { kept } from '../device/device.fixture'
import { serverClock } from '../call/server-clock'
import { announceWritten } from '../send/written'
import { toldAt } from './kept'
import { queryClient } from './query-client'
import { useReading, type Reading } from './use-reading'

jest.mock('../device/device', () => jest.requireActual('../device/device.fixture'))
const mockPage = { show: () => {}, hide: () => {} }
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {},
  useDidShow: (show: () => void) => void (mockPage.show = show),
  useDidHide: (hide: () => void) => void (mockPage.hide = hide),
}))

/** A server whose answers the test gives. */
const server = { asked: 0, answer: (_value: string) => {}, fail: (_error: Error) => {} }
const load = () =>
  new Promise<string>((resolve, reject) => {
    server.asked++
    server.answer = resolve
    server.fail = reject
  })

let root: Root
let shown: Reading<string>
const Screen = ({ freshMs }: { freshMs?: number }) => {
  const reading = useReading({ name: 'greeting', key: 'all', load, freshMs })
  useEffect(() => {
    shown = reading
  })
  return null
}
const open = async (freshMs?: number) => {
  root = createRoot(document.createElement('div'))
  act(() => root.render(<Screen freshMs={freshMs} />))
  await settle()
}
const answered = async (value: string) => {
  server.answer(value)
  await settle()
}

beforeEach(() => {
  kept.clear()
  server.asked = 0
})
afterEach(() => {
  act(() => root.unmount())
  queryClient.clear()
})

test('an answer is shown, and at once on the next page that reads the same', async () => {
  await open()
  expect(shown).toMatchObject({ value: null, loading: true })
  await answered('hello')
  expect(shown).toMatchObject({ value: 'hello', loading: false, error: null })
  act(() => root.unmount())
  await open()
  expect(shown).toMatchObject({ value: 'hello', loading: true })
  expect(server.asked).toBe(2)
})

test('what the device kept is shown until the answer, and stays when there is none', async () => {
  await open()
  await answered('hello')
  act(() => root.unmount())
  queryClient.clear()
  await open()
  expect(shown).toMatchObject({ value: 'hello', loading: true })
  server.fail(new Error('no network'))
  await settle()
  expect(shown).toMatchObject({ value: 'hello', loading: false, error: new Error('no network') })
})

test('after a command it is read again, unless no command can change it', async () => {
  await open()
  await answered('hello')
  act(announceWritten)
  await settle()
  expect(server.asked).toBe(2)
  await answered('changed')
  expect(shown.value).toBe('changed')
  act(() => root.unmount())
  queryClient.clear()
  kept.clear()
  await open(60_000)
  await answered('steady')
  act(announceWritten)
  await settle()
  expect(server.asked).toBe(3)
})

test('a page beneath another is not drawn again, and reads when it comes back', async () => {
  await open()
  await answered('hello')
  act(() => mockPage.hide())
  act(announceWritten)
  await settle()
  expect(server.asked).toBe(1)
  act(() => mockPage.show())
  await settle()
  expect(server.asked).toBe(2)
  await answered('changed')
  expect(shown.value).toBe('changed')
})

describe('on a phone whose clock is wrong', () => {
  const day = 86_400_000
  const monday = Date.UTC(2026, 2, 2, 2)
  const setPhone = (to: number) => jest.spyOn(Date, 'now').mockReturnValue(to)
  const answerTells = (time: number) => serverClock.learn(time, serverClock.elapsed())
  afterEach(() => {
    jest.restoreAllMocks()
    answerTells(Date.now())
  })

  test.each([
    ['ahead', day],
    ['behind', -day],
  ])('a day %s: what was kept is told by the server’s time, and read again once it is put right', async (_, wrong) => {
    setPhone(monday + wrong)
    answerTells(monday)
    await open()
    await answered('hello')
    act(() => root.unmount())
    queryClient.clear()
    // The app starts anew with the clock put right, and nothing has been answered yet.
    setPhone(monday + 3_600_000)
    answerTells(monday + 3_600_000)
    await open()
    expect(server.asked).toBe(2)
    expect(shown.value).toBe('hello')
    expect(Math.abs(toldAt(shown.seenAt ?? 0) - monday)).toBeLessThan(5_000)
  })

  test('put right while the app runs: what was read before is read again at once', async () => {
    setPhone(monday + day)
    answerTells(monday)
    await open(60_000)
    await answered('hello')
    act(() => root.unmount())
    setPhone(monday)
    await open(60_000)
    expect(server.asked).toBe(2)
  })
})
