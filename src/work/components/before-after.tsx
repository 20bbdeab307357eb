import { Text, View } from '@tarojs/components'
import { PhotoGrid } from '@/ticket/media/photo-grid'
import type { TicketView } from '../../../types/contract/ticket-views'
import './before-after.scss'

const isImage = ({ kind }: { kind: string }) => kind === 'image'

/** What it looked like, and what it looks like now, side by side. */
export const BeforeAfter = ({ photos }: { photos: TicketView['photos'] }) => {
  const before = photos.before.filter(isImage)
  const after = photos.after.filter(isImage)
  if (before.length + after.length === 0) return null
  return (
    <View className="before-after" id="before-after">
      <View className="before-after-side">
        <Text className="before-after-title">处理前</Text>
        {before.length > 0 ? (
          <PhotoGrid photos={before} label="处理前的照片" />
        ) : (
          <Text className="before-after-none">没有照片</Text>
        )}
      </View>
      <View className="before-after-side">
        <Text className="before-after-title">处理后</Text>
        {after.length > 0 ? (
          <PhotoGrid photos={after} label="处理后的照片" />
        ) : (
          <Text className="before-after-none">没有照片</Text>
        )}
      </View>
    </View>
  )
}
