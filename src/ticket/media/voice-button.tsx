import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { say } from '@/shell/feedback'
import { recording } from '@/data/speech/recorder'
import { longestMs, troubleWords, type Listening } from '@/data/speech/voice'

interface VoiceButtonProps {
  onRecorded: (localPath: string) => void
}

/** Tap to begin, tap to end; holding a button down is hard for many hands. */
export const VoiceButton = ({ onRecorded }: VoiceButtonProps) => {
  const listening = useRef<Listening | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)
  const running = seconds !== null

  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSeconds(before => (before ?? 0) + 1), 1_000)
    return () => clearInterval(timer)
  }, [running])
  // Leaving the page lets go of the microphone.
  useEffect(() => () => listening.current?.stop(), [])

  const toggle = () => {
    if (running) return listening.current?.stop()
    setSeconds(0)
    const end = () => {
      listening.current = null
      setSeconds(null)
    }
    listening.current = recording.start({
      onListening: () => undefined,
      onWords: () => undefined,
      onDone: heard => {
        end()
        if (heard.recording !== null) onRecorded(heard.recording)
      },
      onTrouble: trouble => {
        end()
        say(troubleWords[trouble])
      },
    })
  }

  const progress = `${seconds} / ${longestMs / 1_000} 秒`
  return (
    <View
      className={`picker-add tappable ${running ? 'picker-add-live' : ''}`}
      {...a11y({ role: 'button', label: running ? `${progress}，正在录音，点按结束` : '录音，说一段话' })}
      onClick={toggle}
    >
      <Icon name={running ? 'pause' : 'mic'} className="picker-add-icon" />
      <Text className="picker-add-word">{running ? progress : '录音'}</Text>
    </View>
  )
}
