import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import { mediaKindLabels } from '../../../types/vocabulary'
import { Icon } from '@/ui/icon'
import { mediaSrc } from '@/data/call/client'
import { useLocalFile } from '@/data/device/use-local-file'
import { showPhotos } from '@/shell/photos'
import type { PickedMedia } from '@/data/upload/picked-media'

interface PickedTileProps {
  item: PickedMedia
  /** From 1, for people who listen. */
  position: number
  onRetry: () => void
  onRemove: () => void
}

const sentSource = ({ thumbUrl, url }: PickedMedia): string | null => {
  const sent = thumbUrl ?? url
  return sent && mediaSrc(sent)
}

const statusWord = ({ status, progress }: PickedMedia): string => {
  if (status === 'uploading') return `上传中 ${Math.round(progress * 100)}%`
  return { waiting: '等待上传', done: '已上传', failed: '没有传上' }[status]
}

/** One chosen file: what it is, how far it has got, and what can be done about it. */
export const PickedTile = ({ item, position, onRetry, onRemove }: PickedTileProps) => {
  const local = useLocalFile(item.kind === 'image' ? item.localPath : null)
  const source = item.kind === 'image' ? (local ?? sentSource(item)) : null
  const word = statusWord(item)
  return (
    <View
      className="picker-tile"
      {...a11y({ role: 'group', label: `${mediaKindLabels[item.kind]} ${position}，${word}` })}
    >
      {source ? (
        <Picture
          className="picker-image"
          src={source}
          mode="aspectFill"
          {...a11y({ role: 'button', label: `看照片 ${position}` })}
          onClick={() => showPhotos({ urls: [source], label: `照片 ${position}`, first: 0 })}
        />
      ) : (
        <View className="picker-image picker-image-kind">
          <Icon name={item.kind === 'audio' ? 'mic' : item.kind === 'video' ? 'play' : 'image'} />
          <Text>{mediaKindLabels[item.kind]}</Text>
        </View>
      )}
      {item.status !== 'done' && (
        <View className={`picker-state picker-state-${item.status}`}>
          {item.status === 'uploading' && (
            <View className="picker-bar">
              <View className="picker-bar-done" style={{ width: `${Math.round(item.progress * 100)}%` }} />
            </View>
          )}
          {item.status === 'failed' && item.localPath && !item.hopeless ? (
            <View
              className="picker-retry tappable"
              {...a11y({ role: 'button', label: '重试，重新上传' })}
              onClick={onRetry}
            >
              <Icon name="refresh" />
              <Text>重试</Text>
            </View>
          ) : (
            <Text>{word}</Text>
          )}
        </View>
      )}
      <View
        className="picker-remove tappable"
        {...a11y({ role: 'button', label: `删除${mediaKindLabels[item.kind]} ${position}` })}
        onClick={onRemove}
      >
        <View className="picker-remove-dot">
          <Icon name="close" />
        </View>
      </View>
    </View>
  )
}
