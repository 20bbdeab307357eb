import { View } from '@tarojs/components'
import { mediaSrc } from '@/data/call/client'
import { showPhotos } from '@/shell/photos'
import { a11y } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import './photo-grid.scss'

export interface Photo {
  mediaId: string
  url: string
  thumbUrl: string | null
}

interface PhotoGridProps {
  photos: readonly Photo[]
  /** What the photos show, for people who listen: 「处理前的照片」. */
  label?: string
}

/** Thumbnails; a tap opens the photos in full. */
export const PhotoGrid = ({ photos, label = '照片' }: PhotoGridProps) => {
  const urls = photos.map(({ url }) => mediaSrc(url))
  return (
    <View className="photo-grid">
      {photos.map((photo, index) => (
        <Picture
          key={photo.mediaId}
          className="photo-grid-photo"
          src={mediaSrc(photo.thumbUrl ?? photo.url)}
          mode="aspectFill"
          lazyLoad
          {...a11y({ role: 'button', label: `${label} ${index + 1}` })}
          onClick={() => showPhotos({ urls, label, first: index })}
        />
      ))}
    </View>
  )
}
