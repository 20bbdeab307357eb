import { browserSpeech, openBrowserSpeech, type Recognition } from './browser-speech'
import type { VoiceEvents } from './voice'

/** The browser's recognition as specified: whatever happens, its end is told last. */
class Spoken implements Recognition {
  lang = ''
  continuous = false
  interimResults = false
  onstart: Recognition['onstart'] = null
  onresult: Recognition['onresult'] = null
  onerror: Recognition['onerror'] = null
  onend: Recognition['onend'] = null
  start = () => this.onstart?.()
  stop = () => this.onend?.()
  hear = (...transcripts: string[]) => this.onresult?.({ results: transcripts.map(transcript => [{ transcript }]) })
  fail = (error: string) => {
    this.onerror?.({ error })
    this.onend?.()
  }
}

function listen() {
  const told: unknown[] = []
  const spoken = new Spoken()
  const events: VoiceEvents = {
    onListening: () => told.push('listening'),
    onWords: words => told.push(words),
    onDone: heard => told.push(heard),
    onTrouble: trouble => told.push(trouble),
  }
  const listening = browserSpeech(() => spoken).start(events)
  told.length = 0
  return { told, spoken, listening }
}

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

test('words come together sentence by sentence, in Chinese', () => {
  const { told, spoken, listening } = listen()
  expect(spoken).toMatchObject({ lang: 'zh-CN', continuous: true, interimResults: true })
  spoken.hear('厨房')
  spoken.hear('厨房漏水，', '滴了一夜')
  listening.stop()
  expect(told).toEqual(['厨房', '厨房漏水，滴了一夜', { words: '厨房漏水，滴了一夜', recording: null }])
})

test('ends by itself after a minute', () => {
  const { told, spoken } = listen()
  spoken.hear('还在说')
  jest.advanceTimersByTime(60_000)
  expect(told.at(-1)).toEqual({ words: '还在说', recording: null })
})

test.each([
  ['not-allowed', 'denied'],
  ['audio-capture', 'noMicrophone'],
  ['no-speech', 'notHeard'],
  ['network', 'unavailable'],
  ['service-not-allowed', 'unavailable'],
  ['language-not-supported', 'unavailable'],
])('%s is told as %s, once', (error, trouble) => {
  const { told, spoken } = listen()
  spoken.fail(error)
  expect(told).toEqual([trouble])
})

test('what was made out before the network was lost is kept', () => {
  const { told, spoken } = listen()
  spoken.hear('电梯停了')
  spoken.fail('network')
  expect(told.at(-1)).toEqual({ words: '电梯停了', recording: null })
})

test('a browser without it offers none', () => {
  expect(openBrowserSpeech()).toBeNull()
})
