import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { MediaPicker } from '@/ticket/media/media-picker'
import { uuidv7 } from '@/data/call/uuid'
import { voicesHere } from '@/data/speech/voices'
import { isRecording, pickedFrom } from '@/data/upload/picked-media'
import type { Uploads } from '@/data/upload/use-uploads'
import { useAppearance } from '@/shell/use-appearance'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import type { FileDraft } from './draft'
import type { Proposal } from './proposal'
import { ProposalCard } from './proposal-card'
import { SectionMessage } from './section-message'
import { withSpoken } from './spoken'
import { TalkButton } from './talk-button'

interface TellSectionProps {
  draft: Pick<FileDraft, 'text' | 'expectation'>
  /** What the description speaks for. */
  proposal: Proposal | null
  uploads: Uploads
  onChange: (part: Partial<FileDraft>) => void
  messageFor: (word: string) => string | undefined
  /** Of a file: retry, remove or wait. */
  mediaMessage: string | undefined
}

/** 3. Tell us: words, photos, voice, what one hopes for. */
export const TellSection = ({ draft, proposal, uploads, onChange, messageFor, mediaMessage }: TellSectionProps) => {
  const { elder } = useAppearance()
  const [voices] = useState(voicesHere)
  const talk = (
    <TalkButton
      voices={voices}
      full={uploads.value.filter(isRecording).length >= limits.recordings}
      onWords={words => onChange({ text: withSpoken(draft.text, words) })}
      onRecording={localPath =>
        uploads.onChange(current => [...current, pickedFrom({ localPath, kind: 'audio' }, uuidv7())])
      }
    />
  )
  return (
    <Section title="3. 说说情况" id="file-tell">
      <View className="file-block">
        {elder && talk}
        <TextField
          id="file-text"
          label="发生了什么"
          placeholder="什么时候开始的、现在怎么样了，想到什么写什么"
          multiline
          max={limits.text}
          value={draft.text}
          onChange={text => onChange({ text })}
          error={messageFor('内容')}
        />
        {!elder && talk}
        <ProposalCard proposal={proposal} onChange={onChange} />
        <View className="file-media">
          <Text className="file-small">
            照片、视频或语音（选填）。最多 {limits.photos} 张照片，加 1 段不超过 1 分钟的视频或语音
          </Text>
          <MediaPicker
            id="file-media"
            value={uploads.value}
            onChange={uploads.onChange}
            allowRecording
            allowVoice={voices[0]?.gives !== 'recording'}
            label="现场照片"
          />
          <SectionMessage text={mediaMessage ?? messageFor('照片') ?? messageFor('视频或语音')} />
        </View>
        <TextField
          id="file-expectation"
          label="您希望怎么处理（选填）"
          placeholder="如：今天能修好、请管家打电话给我"
          max={limits.shortText}
          value={draft.expectation}
          onChange={expectation => onChange({ expectation })}
          error={messageFor('期望')}
        />
      </View>
    </Section>
  )
}
