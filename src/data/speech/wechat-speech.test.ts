import { openWechatSpeech, wechatSpeech, type RecognitionManager } from './wechat-speech'
import type { VoiceEvents } from './voice'

const mockRequire = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { requirePlugin: (name: string): unknown => mockRequire(name) },
}))
jest.mock('@/data/device/local-file', () => ({ keepFile: async (path: string) => `kept:${path}` }))

/** The plugin as documented: one recognition at a time, told of through the functions that hang on it. */
class Plugin implements RecognitionManager {
  onStart?: RecognitionManager['onStart']
  onRecognize?: RecognitionManager['onRecognize']
  onStop?: RecognitionManager['onStop']
  onError?: RecognitionManager['onError']
  running = false
  started: { duration?: number; lang?: string }[] = []

  start(options: { duration?: number; lang?: string }) {
    this.started.push(options)
    if (this.running) return this.onError?.({ retcode: -30011, msg: 'recognition is already running' })
    this.running = true
  }
  stop() {
    if (!this.running) return this.onError?.({ retcode: -30012, msg: 'no recognition is running' })
    this.hear('今天', '今天早上电梯停了')
    this.end('今天早上电梯停了', 4_200)
  }
  hear(...results: string[]) {
    results.forEach(result => this.onRecognize?.({ result }))
  }
  end(result: string, duration: number, tempFilePath = 'wxfile://tmp_voice.mp3') {
    this.running = false
    this.onStop?.({ result, duration, tempFilePath, fileSize: duration * 6 })
  }
}

function listen(plugin: Plugin) {
  const told: unknown[] = []
  const events: VoiceEvents = {
    onListening: () => told.push('listening'),
    onWords: words => told.push(words),
    onDone: heard => told.push(heard),
    onTrouble: trouble => told.push(trouble),
  }
  return { told, listening: wechatSpeech(plugin).start(events) }
}

test('words come as they are spoken, and whole at the end', () => {
  const plugin = new Plugin()
  const { told, listening } = listen(plugin)
  expect(plugin.started).toEqual([{ duration: 60_000, lang: 'zh_CN' }])
  plugin.onStart?.({ msg: 'Ok' })
  listening.stop()
  expect(told).toEqual(['listening', '今天', '今天早上电梯停了', { words: '今天早上电梯停了', recording: null }])
})

test('lifted while WeChat still asks for the microphone: it stops once it runs, and not before', () => {
  const plugin = new Plugin()
  const { told, listening } = listen(plugin)
  listening.stop()
  expect(told).toEqual([])
  plugin.onStart?.({ msg: 'Ok' })
  expect(told.at(-1)).toMatchObject({ words: '今天早上电梯停了' })
})

test('what was not made out is kept as a recording', async () => {
  const plugin = new Plugin()
  const { told } = listen(plugin)
  plugin.end(' ', 3_000)
  await Promise.resolve()
  expect(told).toEqual([{ words: '', recording: 'kept:wxfile://tmp_voice.mp3' }])
})

test.each([
  ['too short to hold a word', 400, 'wxfile://tmp.mp3', 'tooShort'],
  ['without a file', 3_000, '', 'notHeard'],
] as const)('nothing made out, %s', (_name, duration, file, trouble) => {
  const plugin = new Plugin()
  const { told } = listen(plugin)
  plugin.end('', duration, file)
  expect(told).toEqual([trouble])
})

test.each([
  [-30001, 'operateRecorder:fail auth deny', 'denied'],
  [-30001, 'operateRecorder:fail', 'failed'],
  [-30002, 'recorder paused', 'failed'],
  [-30003, 'no frame', 'tooShort'],
  [-30004, 'query fail', 'unavailable'],
  [-30005, 'service error', 'unavailable'],
  [-30008, 'network', 'unavailable'],
  [-30011, 'already running', 'busy'],
  [-30013, 'unknown', 'unavailable'],
] as const)('error %i (%s) is told as %s, once', (retcode, msg, trouble) => {
  const plugin = new Plugin()
  const { told } = listen(plugin)
  plugin.onError?.({ retcode, msg })
  plugin.end('晚到的话', 2_000)
  expect(told).toEqual([trouble])
})

describe('where it is offered', () => {
  afterEach(() => void delete process.env.TARO_APP_SPEECH)

  test('not unless the build names the plugin', () => {
    expect(openWechatSpeech()).toBeNull()
    expect(mockRequire).not.toHaveBeenCalled()
  })

  test('by the plugin that is named, and not where the mini-program has not been given it', () => {
    process.env.TARO_APP_SPEECH = '0.3.5'
    mockRequire.mockReturnValueOnce({ getRecordRecognitionManager: () => new Plugin() })
    expect(openWechatSpeech()?.gives).toBe('words')
    expect(mockRequire).toHaveBeenCalledWith('WechatSI')
    mockRequire.mockImplementationOnce(() => {
      throw new Error('plugin WechatSI is not defined')
    })
    expect(openWechatSpeech()).toBeNull()
  })
})
