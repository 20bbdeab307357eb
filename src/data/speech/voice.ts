/** What came of speaking. */
export interface Heard {
  /** Empty: none were made out, or none were asked for. */
  words: string
  /** A sound file that is kept on the device; null: there is none, or words say it all. */
  recording: string | null
}

/** Why nothing came of it. */
export type Trouble = 'denied' | 'noMicrophone' | 'tooShort' | 'notHeard' | 'busy' | 'unavailable' | 'failed'

/** Told in this order; `onDone` or `onTrouble` once, as the last. */
export interface VoiceEvents {
  /** The microphone is open. */
  onListening: () => void
  /** Words so far, all of them each time; they may still change. */
  onWords: (words: string) => void
  onDone: (heard: Heard) => void
  onTrouble: (trouble: Trouble) => void
}

export interface Listening {
  /** Ends it; what was said comes through `onDone`. */
  stop: () => void
}

/** A way to speak in place of typing (D-AC-1). Asks for the microphone when it starts and not before. */
export interface Voice {
  gives: 'words' | 'recording'
  start: (events: VoiceEvents) => Listening
}

/** Longest that is listened to, ms. */
export const longestMs = 60_000
/** Below this it was a slip of the finger, ms. */
export const shortestMs = 1_000

const onPhone = process.env.TARO_ENV !== 'h5'

/** What it was, and what to do next. */
export const troubleWords: Readonly<Record<Trouble, string>> = {
  denied: onPhone
    ? '没有打开麦克风。请点右上角“···”，在“设置”里允许使用麦克风；也可以打字或拍照'
    : '没有打开麦克风。请在浏览器的网站设置里允许使用麦克风；也可以打字或拍照',
  noMicrophone: '没有找到能用的麦克风，请打字或拍照说明',
  tooShort: '说得太短，没有录上。请按住不放，说完再松开',
  notHeard: '没有听清。请靠近一些再说一次，或者打字',
  busy: '上一段还没有转完，请等两秒再说',
  unavailable: '现在没法把话转成文字',
  failed: '没有录上，请再试一次，或者打字',
}

/** Passes on what happens until it is over, and nothing after that. */
export function untilOver(events: VoiceEvents): VoiceEvents {
  let over = false
  const last =
    <Told>(tell: (told: Told) => void) =>
    (told: Told) => {
      if (over) return
      over = true
      tell(told)
    }
  return {
    onListening: () => !over && events.onListening(),
    onWords: words => !over && events.onWords(words),
    onDone: last(events.onDone),
    onTrouble: last(events.onTrouble),
  }
}
