import { phoneTrouble, recordInBrowser, recordOnPhone } from './recorder'
import type { VoiceEvents } from './voice'

jest.mock('@/data/device/local-file', () => ({ keepFile: async (path: string) => `kept:${path}` }))

type Listener = (told: { tempFilePath: string; duration: number; errMsg: string }) => void
/** The platform's recorder: one for the program, told of through listeners. */
const mockManager = {
  listeners: new Map<string, Listener>(),
  started: false,
  onStart: (listener: Listener) => void mockManager.listeners.set('start', listener),
  onStop: (listener: Listener) => void mockManager.listeners.set('stop', listener),
  onError: (listener: Listener) => void mockManager.listeners.set('error', listener),
  start: () => undefined,
  stop: () =>
    mockManager.tell(mockManager.started ? 'stop' : 'error', { errMsg: 'operateRecorder:fail recorder not start' }),
  duration: 5_000,
  tell(name: string, part: { errMsg?: string } = {}) {
    if (name === 'start') mockManager.started = true
    const told = { tempFilePath: 'wxfile://tmp.mp3', duration: mockManager.duration, errMsg: '', ...part }
    mockManager.listeners.get(name)?.(told)
  },
}
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getRecorderManager: () => mockManager } }))

function listen(start: (events: VoiceEvents) => { stop: () => void }) {
  const told: unknown[] = []
  const listening = start({
    onListening: () => told.push('listening'),
    onWords: words => told.push(words),
    onDone: heard => told.push(heard),
    onTrouble: trouble => told.push(trouble),
  })
  return { told, listening }
}
const settle = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve()
}

describe('in the mini-program', () => {
  beforeEach(() => Object.assign(mockManager, { started: false, duration: 5_000 }))

  test('the note is kept when it is ended', async () => {
    const { told, listening } = listen(recordOnPhone)
    mockManager.tell('start')
    listening.stop()
    await settle()
    expect(told).toEqual(['listening', { words: '', recording: 'kept:wxfile://tmp.mp3' }])
  })

  test('ended while still being asked: it stops once it runs', async () => {
    const { told, listening } = listen(recordOnPhone)
    listening.stop()
    expect(told).toEqual([])
    mockManager.duration = 20
    mockManager.tell('start')
    expect(told).toEqual(['listening', 'tooShort'])
  })

  test.each([
    ['operateRecorder:fail auth deny', 'denied'],
    ['operateRecorder:fail:system permission denied', 'denied'],
    ['operateRecorder:fail NotFoundError', 'noMicrophone'],
    ['operateRecorder:fail is recording or paused', 'busy'],
    ['operateRecorder:fail', 'failed'],
  ])('「%s」 is told as %s', (errMsg, trouble) => {
    expect(phoneTrouble(errMsg)).toBe(trouble)
    const { told } = listen(recordOnPhone)
    mockManager.tell('error', { errMsg })
    expect(told).toEqual([trouble])
  })
})

describe('in the browser', () => {
  const release = jest.fn()
  const microphone = jest.fn()
  class Recorder {
    state = 'inactive'
    ondataavailable?: (event: { data: Blob }) => void
    onstop?: () => void
    start() {
      this.state = 'recording'
    }
    stop() {
      this.state = 'inactive'
      this.ondataavailable?.({ data: new Blob(['sound']) })
      this.onstop?.()
    }
  }

  beforeEach(() => {
    jest.useFakeTimers()
    release.mockReset()
    microphone.mockReset().mockResolvedValue({ getTracks: () => [{ stop: release }] })
    Object.assign(navigator, { mediaDevices: { getUserMedia: microphone } })
    Object.assign(globalThis, { MediaRecorder: Recorder })
    Object.assign(URL, { createObjectURL: () => 'blob:note' })
  })
  afterEach(() => void jest.useRealTimers())

  test('the note is kept and the microphone let go of, after a minute at the latest', async () => {
    const { told } = listen(recordInBrowser)
    await settle()
    jest.advanceTimersByTime(60_000)
    await settle()
    expect(told).toEqual(['listening', { words: '', recording: 'kept:blob:note' }])
    expect(release).toHaveBeenCalledTimes(1)
  })

  test('too short a press, also one that ended before the browser had an answer', async () => {
    const short = listen(recordInBrowser)
    await settle()
    jest.advanceTimersByTime(300)
    short.listening.stop()
    const none = listen(recordInBrowser)
    none.listening.stop()
    await settle()
    expect([short.told, none.told]).toEqual([['listening', 'tooShort'], ['tooShort']])
    expect(release).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'noMicrophone'],
    ['NotReadableError', 'noMicrophone'],
    ['AbortError', 'failed'],
  ])('%s is told as %s', async (name, trouble) => {
    microphone.mockRejectedValue(new DOMException('refused', name))
    const { told } = listen(recordInBrowser)
    await settle()
    expect(told).toEqual([trouble])
  })
})
