import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { say } from '@/shell/feedback'
import { longestNoteMs, startRecording, type Recording } from './recorder'

interface VoiceButtonProps {
  onRecorded: (localPath: string) => void
}

/** Tap to begin, tap to end; holding a button down is hard for many hands. */
export const VoiceButton = ({ onRecorded }: VoiceButtonProps) => {
  const recording = useRef<Recording | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)
  const running = seconds !== null

  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSeconds(before => (before ?? 0) + 1), 1_000)
    return () => clearInterval(timer)
  }, [running])
  // Leaving the page lets go of the microphone.
  useEffect(() => () => recording.current?.stop(), [])

  const toggle = () => {
    if (running) return recording.current?.stop()
    setSeconds(0)
    const end = () => {
      recording.current = null
      setSeconds(null)
    }
    recording.current = startRecording({
      onDone: localPath => {
        end()
        onRecorded(localPath)
      },
      onError: message => {
        end()
        say(message)
      },
    })
  }

  const progress = `${seconds} / ${longestNoteMs / 1_000} 秒`
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
