import Taro from '@tarojs/taro'
import { keepFile } from '@/data/device/local-file'

/** Longest voice note, ms. */
export const longestNoteMs = 60_000

export interface Recording {
  /** Ends it; the note comes through `onDone`. */
  stop(): void
}

export interface RecordingEvents {
  onDone: (localPath: string) => void
  /** Nothing was recorded; the sentence says what to do. */
  onError: (message: string) => void
}

const inBrowser = process.env.TARO_ENV === 'h5'
const refused = '没有录上。请允许使用麦克风，或改用文字和照片'
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

function recordInBrowser({ onDone, onError }: RecordingEvents): Recording {
  let recorder: MediaRecorder | null = null
  let stopped = false
  navigator.mediaDevices
    .getUserMedia({ audio: true })
    .then(stream => {
      const release = () => stream.getTracks().forEach(track => track.stop())
      if (stopped) return release()
      const pieces: Blob[] = []
      recorder = new MediaRecorder(stream, { mimeType: browserType })
      recorder.ondataavailable = ({ data }) => pieces.push(data)
      recorder.onstop = () => {
        release()
        onDone(URL.createObjectURL(new Blob(pieces, { type: browserType })))
      }
      recorder.start()
      setTimeout(() => recorder?.state === 'recording' && recorder.stop(), longestNoteMs)
    })
    .catch(() => onError(refused))
  return {
    stop() {
      stopped = true
      if (recorder?.state === 'recording') recorder.stop()
    },
  }
}

function recordOnPhone({ onDone, onError }: RecordingEvents): Recording {
  const manager = Taro.getRecorderManager()
  manager.onStop(({ tempFilePath }) => void keepFile(tempFilePath).then(onDone))
  manager.onError(() => onError(refused))
  manager.start({
    duration: longestNoteMs,
    format: 'mp3',
    numberOfChannels: 1,
    sampleRate: 16_000,
    encodeBitRate: 48_000,
  })
  return { stop: () => manager.stop() }
}

/** Begins a voice note; asks for the microphone only now. */
export const startRecording = (events: RecordingEvents): Recording =>
  inBrowser ? recordInBrowser(events) : recordOnPhone(events)
