import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { a11y } from '@/ui/a11y'
import { limits } from '../../../types/limits'
import { Icon } from '@/ui/icon'
import { say } from '@/shell/feedback'
import { serverClock } from '@/data/call/server-clock'
import { uuidv7 } from '@/data/call/uuid'
import { canRecord } from '@/data/speech/recorder'
import { choosePhotos, chooseVideo } from './choose-files'
import {
  isRecording,
  pickedFrom,
  removed,
  retried,
  type MediaChange,
  type PickedMedia,
} from '@/data/upload/picked-media'
import { PickedTile } from './picked-tile'
import { VoiceButton } from './voice-button'
import './media-picker.scss'

interface MediaPickerProps {
  /** Of `useUploads`. */
  value: readonly PickedMedia[]
  onChange: (update: MediaChange) => void
  /** Most photos. */
  max?: number
  /** Also one short video or voice note (D-IN-2). */
  allowRecording?: boolean
  /** Also a button for a voice note; left out where the form has a button of its own for it. */
  allowVoice?: boolean
  /** What the photos show, for people who listen: 「处理后的照片」. */
  label?: string
  id?: string
}

const doubleTapMs = 800
const denied = '没有打开相册或相机。请在系统设置里允许使用，或先用文字说明'

/** Choose, watch them upload one by one, retry, remove. */
export const MediaPicker = ({
  value,
  onChange,
  max = limits.photos,
  allowRecording = false,
  allowVoice = true,
  label = '照片',
  id = 'media',
}: MediaPickerProps) => {
  const opened = useRef(-Infinity)
  const photos = value.filter(item => !isRecording(item))
  const recordings = value.filter(isRecording)
  const room = max - photos.length
  const count = photos.length === 0 ? '照片' : `${photos.length}/${max}`
  const troubles = [...new Map(value.flatMap(item => (item.message ? [[item.message, item] as const] : [])))]

  const choose = async (choosePicked: () => Promise<PickedMedia[]>) => {
    // Not "until it has answered": a browser may never tell that the chooser was closed.
    // By a counter: a phone's clock that has been set back must not lock the picker.
    const now = serverClock.elapsed()
    if (now - opened.current < doubleTapMs) return
    opened.current = now
    try {
      const chosen = await choosePicked()
      if (chosen.length > 0) onChange(current => [...current, ...chosen])
    } catch {
      say(denied)
    }
  }

  return (
    <View className="picker" id={id} {...a11y({ label })}>
      <View className="picker-tiles">
        {value.map((item, index) => (
          <PickedTile
            key={item.key}
            item={item}
            position={index + 1}
            onRetry={() => onChange(retried(item.key))}
            onRemove={() => onChange(removed(item.key))}
          />
        ))}
        {room > 0 && (
          <View
            id={`${id}-photo`}
            className="picker-add tappable"
            {...a11y({ role: 'button', label: `${count}，添加${label}，还可以加 ${room} 张` })}
            onClick={() => void choose(() => choosePhotos(room))}
          >
            <Icon name="camera" className="picker-add-icon" />
            <Text className="picker-add-word">{count}</Text>
          </View>
        )}
        {allowRecording && recordings.length < limits.recordings && (
          <>
            <View
              id={`${id}-video`}
              className="picker-add tappable"
              {...a11y({ role: 'button', label: '添加一段短视频' })}
              onClick={() => void choose(chooseVideo)}
            >
              <Icon name="play" className="picker-add-icon" />
              <Text className="picker-add-word">短视频</Text>
            </View>
            {allowVoice && canRecord() && (
              <VoiceButton
                onRecorded={localPath =>
                  onChange(current => [...current, pickedFrom({ localPath, kind: 'audio' }, uuidv7())])
                }
              />
            )}
          </>
        )}
      </View>
      {troubles.map(([text, { status }]) => (
        <View
          key={text}
          className={`picker-trouble ${status === 'failed' ? 'picker-trouble-failed' : ''}`}
          {...a11y({ live: 'assertive' })}
        >
          <Icon name="info" />
          <Text>{text}</Text>
        </View>
      ))}
    </View>
  )
}
