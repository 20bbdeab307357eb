import Taro from '@tarojs/taro'
import { keepFile } from '@/data/device/local-file'
import { longestMs, shortestMs, untilOver, type Trouble, type Voice } from './voice'

/** The recognition of WeChat's plugin 同声传译 (WechatSI), as its documentation has it; one for the whole program. */
export interface RecognitionManager {
  onStart?: (told: { msg: string }) => void
  onRecognize?: (told: { result: string }) => void
  onStop?: (told: { tempFilePath: string; duration: number; fileSize: number; result: string }) => void
  onError?: (told: { retcode: number; msg: string }) => void
  start: (options: { duration?: number; lang?: string }) => void
  stop: () => void
}

/** Its error codes; what is not listed is a failure of its service or of the network. */
const troubles: Readonly<Record<number, Trouble>> = {
  [-30001]: 'failed', // the recorder
  [-30002]: 'failed', // something else interrupted the recording
  [-30003]: 'tooShort', // no sound has come
  [-30007]: 'failed', // how it was started
  [-30011]: 'busy', // started again while it ran
  [-30012]: 'tooShort', // stopped before it ran
}

const troubleOf = ({ retcode, msg }: { retcode: number; msg: string }): Trouble =>
  retcode === -30001 && /auth|deny|denied|permission/i.test(msg) ? 'denied' : (troubles[retcode] ?? 'unavailable')

/** Words as they are spoken. Where none were made out, the recording is what is left of them. */
export const wechatSpeech = (manager: RecognitionManager): Voice => ({
  gives: 'words',
  start(told) {
    const { onListening, onWords, onDone, onTrouble } = untilOver(told)
    let started = false
    let stopped = false
    manager.onStart = () => {
      started = true
      onListening()
      if (stopped) manager.stop()
    }
    manager.onRecognize = ({ result }) => onWords(result)
    manager.onStop = ({ result, tempFilePath, duration }) => {
      const words = result.trim()
      if (words !== '') onDone({ words, recording: null })
      else if (duration < shortestMs) onTrouble('tooShort')
      else if (!tempFilePath) onTrouble('notHeard')
      else void keepFile(tempFilePath).then(recording => onDone({ words, recording }))
    }
    manager.onError = error => onTrouble(troubleOf(error))
    manager.start({ duration: longestMs, lang: 'zh_CN' })
    return {
      stop() {
        stopped = true
        if (started) manager.stop()
      },
    }
  },
})

/** Null: the build does not name the plugin, or the mini-program has not been given it. */
export function openWechatSpeech(): Voice | null {
  if (!process.env.TARO_APP_SPEECH) return null
  try {
    const plugin = Taro.requirePlugin('WechatSI') as { getRecordRecognitionManager: () => RecognitionManager }
    return wechatSpeech(plugin.getRecordRecognitionManager())
  } catch {
    return null
  }
}
