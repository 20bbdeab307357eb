import Taro from '@tarojs/taro'
import { serverClock } from '@/data/call/server-clock'
import { keepFile } from '@/data/device/local-file'
import { longestMs, shortestMs, untilOver, type Listening, type Trouble, type Voice, type VoiceEvents } from './voice'

const inBrowser = process.env.TARO_ENV === 'h5'
/** The server takes MP3 and M4A; a browser that can write neither offers no recording. */
const browserType = 'audio/mp4'

/** Whether a voice note can be recorded here. */
export function canRecord(): boolean {
  if (!inBrowser) return true
  return (
    typeof MediaRecorder === 'function' &&
    typeof navigator.mediaDevices?.getUserMedia === 'function' &&
    MediaRecorder.isTypeSupported(browserType)
  )
}

/** Of `getUserMedia`, by the name of its error. */
const browserTroubles: Readonly<Record<string, Trouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'noMicrophone',
  NotReadableError: 'noMicrophone',
}

export function recordInBrowser(told: VoiceEvents): Listening {
  const { onListening, onDone, onTrouble } = untilOver(told)
  let recorder: MediaRecorder | null = null
  let stopped = false
  const stop = () => {
    stopped = true
    if (recorder?.state === 'recording') recorder.stop()
  }
  navigator.mediaDevices
    .getUserMedia({ audio: true })
    .then(stream => {
      const release = () => stream.getTracks().forEach(track => track.stop())
      if (stopped) {
        release()
        return onTrouble('tooShort')
      }
      const pieces: Blob[] = []
      const from = serverClock.elapsed()
      recorder = new MediaRecorder(stream, { mimeType: browserType })
      recorder.ondataavailable = ({ data }) => pieces.push(data)
      recorder.onerror = () => {
        release()
        onTrouble('failed')
      }
      recorder.onstop = () => {
        release()
        if (serverClock.elapsed() - from < shortestMs) return onTrouble('tooShort')
        const address = URL.createObjectURL(new Blob(pieces, { type: browserType }))
        void keepFile(address).then(recording => onDone({ words: '', recording }))
      }
      recorder.start()
      onListening()
      setTimeout(stop, longestMs)
    })
    .catch((error: unknown) => onTrouble(browserTroubles[(error as DOMException).name] ?? 'failed'))
  return { stop }
}

/** Of the platform's recorder, by the text of its error; there are no numbers. */
export function phoneTrouble(errMsg: string): Trouble {
  if (/auth|deny|denied|permission/i.test(errMsg)) return 'denied'
  if (/not ?found|no (microphone|device)/i.test(errMsg)) return 'noMicrophone'
  if (/is recording|busy/i.test(errMsg)) return 'busy'
  return 'failed'
}

export function recordOnPhone(told: VoiceEvents): Listening {
  const { onListening, onDone, onTrouble } = untilOver(told)
  const manager = Taro.getRecorderManager()
  let started = false
  let stopped = false
  manager.onStart(() => {
    started = true
    onListening()
    if (stopped) manager.stop()
  })
  manager.onStop(({ tempFilePath, duration }) => {
    if (duration < shortestMs) return onTrouble('tooShort')
    void keepFile(tempFilePath).then(recording => onDone({ words: '', recording }))
  })
  manager.onError(({ errMsg }) => onTrouble(phoneTrouble(errMsg)))
  manager.start({
    duration: longestMs,
    format: 'mp3',
    numberOfChannels: 1,
    sampleRate: 16_000,
    encodeBitRate: 48_000,
  })
  return {
    stop() {
      stopped = true
      // While somebody is still being asked for the microphone there is nothing to stop yet.
      if (started) manager.stop()
    },
  }
}

/** A voice note of at most a minute. */
export const recording: Voice = { gives: 'recording', start: inBrowser ? recordInBrowser : recordOnPhone }
