import { Text, Video, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { a11y } from '@/ui/a11y'
import type { MediaView } from '../../../types/contract/ticket-views'
import { Icon } from '@/ui/icon'
import { PhotoGrid } from '../media/photo-grid'
import { mediaSrc } from '@/data/call/client'
import { say } from '@/shell/feedback'
import { createVoicePlayer, type VoicePlayer } from './voice-player'

const VoiceNote = ({ url }: { url: string }) => {
  const player = useRef<VoicePlayer | null>(null)
  const [playing, setPlaying] = useState(false)
  useEffect(() => () => player.current?.destroy(), [])
  const toggle = () => {
    setPlaying(!playing)
    if (playing) return player.current?.stop()
    player.current ??= createVoicePlayer(mediaSrc(url), failed => {
      setPlaying(false)
      if (failed) say('语音没有放出来，请稍后再试')
    })
    player.current.play()
  }
  return (
    <View
      className="timeline-voice tappable"
      {...a11y({ role: 'button', label: playing ? '正在播放语音，点按停止' : '听语音' })}
      onClick={event => {
        event.stopPropagation()
        toggle()
      }}
    >
      <Icon name={playing ? 'pause' : 'play'} />
      <Text>{playing ? '正在播放' : '听语音'}</Text>
    </View>
  )
}

/** Photos, a video, a voice note; nothing plays by itself (P-PRI-3). */
export const TimelineMedia = ({ media }: { media: readonly MediaView[] }) => {
  const photos = media.filter(({ kind }) => kind === 'image')
  return (
    <View className="timeline-media" onClick={event => event.stopPropagation()}>
      {photos.length > 0 && <PhotoGrid photos={photos} />}
      {media.map(({ mediaId, kind, url }) =>
        kind === 'video' ? (
          <Video key={mediaId} className="timeline-video" src={mediaSrc(url)} autoplay={false} controls />
        ) : kind === 'audio' ? (
          <VoiceNote key={mediaId} url={url} />
        ) : null,
      )}
    </View>
  )
}
