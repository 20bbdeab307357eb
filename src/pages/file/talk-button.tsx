import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { troubleWords, type Heard, type Voice } from '@/data/speech/voice'
import { SectionMessage } from './section-message'
import { useTalk, type Message } from './use-talk'

interface TalkButtonProps {
  voices: readonly Voice[]
  onWords: (words: string) => void
  /** Of the file, kept on the device. */
  onRecording: (localPath: string) => void
  /** A recording or film is there already, and there is room for one. */
  full: boolean
}

const hints: Readonly<Record<Voice['gives'], string>> = {
  words: '说的话会变成文字。也可以点一下开始，再点一下结束',
  recording: '会录成一段语音，最长 1 分钟。也可以点一下开始，再点一下结束',
}
const fullWords = '已经有一段语音或视频了。要重新说，请先在下面删除它'

/** 按住说话, in place of typing (D-AC-1); nothing where this device can't listen. */
export const TalkButton = ({ voices, onWords, onRecording, full }: TalkButtonProps) => {
  const heard = ({ words, recording }: Heard, { gives }: Voice): Message | null => {
    if (words !== '') {
      onWords(words)
      return null
    }
    if (recording === null || full) return { text: troubleWords.notHeard, wrong: true }
    onRecording(recording)
    const text = `${gives === 'words' ? '没有听清，录音已经附上' : '录好了'}，会和您写的一起发送`
    return { text, wrong: false }
  }
  const talk = useTalk({
    voices,
    onHeard: heard,
    refusal: ({ gives }) => (full && gives === 'recording' ? fullWords : null),
  })
  const { voice, phase, words, message } = talk
  if (!voice && message === null) return null
  const live = phase.is !== 'idle'
  const word =
    phase.is === 'idle'
      ? '按住说话'
      : phase.is === 'asking'
        ? '正在打开麦克风'
        : phase.tapped
          ? '正在听，说完点一下'
          : '正在听，说完松开'
  return (
    <View className="file-talk" id="file-talk">
      {voice && (
        <View
          id="file-talk-button"
          className={`file-talk-button tappable ${live ? 'file-talk-live' : ''}`}
          {...a11y({ role: 'button', label: live ? `${word}` : `${word}。${hints[voice.gives]}` })}
          onTouchStart={talk.press}
          onTouchEnd={talk.release}
          onTouchCancel={talk.release}
          onClick={talk.tap}
        >
          <Icon name={live ? 'pause' : 'mic'} />
          <Text>{word}</Text>
        </View>
      )}
      {words !== '' && <Text className="file-talk-words">{words}</Text>}
      {message?.wrong ? (
        <SectionMessage text={message.text} />
      ) : (
        <Text className="file-small" {...a11y({ live: 'polite' })}>
          {message?.text ?? (voice && !live ? hints[voice.gives] : '')}
        </Text>
      )}
    </View>
  )
}
