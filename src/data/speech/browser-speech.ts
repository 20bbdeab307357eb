import { longestMs, untilOver, type Trouble, type Voice } from './voice'

/** What is used of the browser's `SpeechRecognition`; TypeScript's own library does not have it. */
export interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onstart: (() => void) | null
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
}

/** By the codes of the specification; the rest are those of its service. */
const troubles: Readonly<Record<string, Trouble>> = {
  'not-allowed': 'denied',
  'audio-capture': 'noMicrophone',
  'no-speech': 'notHeard',
  aborted: 'failed',
}

const wordsOf = (results: ArrayLike<ArrayLike<{ transcript: string }>>): string =>
  Array.from(results, alternatives => alternatives[0]?.transcript ?? '')
    .join('')
    .trim()

export const browserSpeech = (create: () => Recognition): Voice => ({
  gives: 'words',
  start(told) {
    const { onListening, onWords, onDone, onTrouble } = untilOver(told)
    const recognition = create()
    let words = ''
    Object.assign(recognition, { lang: 'zh-CN', continuous: true, interimResults: true })
    recognition.onstart = onListening
    recognition.onresult = ({ results }) => {
      words = wordsOf(results)
      onWords(words)
    }
    // Its end is told after an error too; words that were made out before are kept.
    recognition.onerror = ({ error }) => {
      if (words === '') onTrouble(troubles[error] ?? 'unavailable')
    }
    recognition.onend = () => (words === '' ? onTrouble('notHeard') : onDone({ words, recording: null }))
    recognition.start()
    setTimeout(() => recognition.stop(), longestMs)
    return { stop: () => recognition.stop() }
  },
})

/** Null: this browser offers none. */
export function openBrowserSpeech(): Voice | null {
  const offered = window as unknown as Partial<Record<string, new () => Recognition>>
  const Offered = offered.SpeechRecognition ?? offered.webkitSpeechRecognition
  return Offered ? browserSpeech(() => new Offered()) : null
}
