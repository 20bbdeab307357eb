import { useEffect, useRef, useState } from 'react'
import { serverClock } from '@/data/call/server-clock'
import { troubleWords, type Heard, type Listening, type Trouble, type Voice } from '@/data/speech/voice'

/** From here on a finger holds the button down and does not tap it, ms. */
const holdMs = 500
/** A tap is told a second time after the touch that it was, ms. */
const sameTapMs = 800

interface Phase {
  is: 'idle' | 'asking' | 'listening'
  /** Begun by a tap: the next one ends it. Else it ends when the finger is lifted. */
  tapped: boolean
}

export interface Message {
  text: string
  /** Something went wrong: it says what to do about it. */
  wrong: boolean
}

interface TalkParts {
  /** The best first; one that turns out to be unavailable makes room for the next. */
  voices: readonly Voice[]
  /** Answers what to say of it. */
  onHeard: (heard: Heard, voice: Voice) => Message | null
  /** Why it can't begin now, in words; null: it can. */
  refusal: (voice: Voice) => string | null
}

/** Speaking while a button is held down, or between two taps of it. */
export function useTalk({ voices, onHeard, refusal }: TalkParts) {
  const [first, setFirst] = useState(0)
  const [phase, setPhase] = useState<Phase>({ is: 'idle', tapped: false })
  const [words, setWords] = useState('')
  const [message, setMessage] = useState<Message | null>(null)
  const running = useRef<Listening | null>(null)
  /** The finger on the button, by the steady counter; `ended` null: it is still there, or there was none. */
  const touch = useRef<{ began: number; ended: number | null; started: boolean }>({
    began: 0,
    ended: null,
    started: false,
  })
  // What comes much later must meet the text as it is then, and not as it was when the button was pressed.
  const latest = useRef(onHeard)
  useEffect(() => {
    latest.current = onHeard
  })
  // Leaving the page lets go of the microphone.
  useEffect(() => () => running.current?.stop(), [])

  const voice = voices[first] ?? null
  const over = (said: Message | null) => {
    running.current = null
    setPhase({ is: 'idle', tapped: false })
    setWords('')
    setMessage(said)
  }
  const onTrouble = (trouble: Trouble) => {
    if (trouble !== 'unavailable') return over({ text: troubleWords[trouble], wrong: true })
    setFirst(first + 1)
    const next = voices[first + 1] ? '请再按一次，录成一段语音发给我们' : '请打字或拍照说明'
    over({ text: `${troubleWords.unavailable}。${next}`, wrong: true })
  }
  const begin = (tapped: boolean) => {
    const refused = voice && refusal(voice)
    if (!voice || refused !== null) return setMessage(refused === null ? null : { text: refused, wrong: true })
    setMessage(null)
    setPhase({ is: 'asking', tapped })
    running.current = voice.start({
      onListening: () => setPhase(now => ({ ...now, is: 'listening' })),
      onWords: setWords,
      onDone: heard => {
        over(latest.current(heard, voice))
      },
      onTrouble,
    })
  }
  const end = () => running.current?.stop()

  return {
    voice,
    phase,
    words,
    message,
    press() {
      touch.current = { began: serverClock.elapsed(), ended: null, started: running.current === null }
      if (running.current) end()
      else begin(false)
    },
    release() {
      const { began, ended, started } = touch.current
      if (ended !== null) return
      const now = serverClock.elapsed()
      touch.current.ended = now
      if (!started || !running.current) return
      // Lifted while still being asked for the microphone, or after a mere tap: it goes on until the next tap.
      if (phase.is === 'listening' && now - began >= holdMs) end()
      else setPhase(before => ({ ...before, tapped: true }))
    },
    tap() {
      const { ended } = touch.current
      if (ended !== null && serverClock.elapsed() - ended < sameTapMs) return
      if (running.current) end()
      else begin(true)
    },
  }
}
