import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { usePageVisible } from '@/data/read/use-page-visible'
import { a11y } from '@/ui/a11y'
import { Picture } from '@/ui/picture'
import { Icon, type IconName } from '@/ui/icon'
import { useLayer } from '@/ui/use-layer'
import { openPhotos, type Photos } from './photos'
import './photo-viewer.scss'

/** A finger that moved less was a tap, logical pixels. */
const swipeFrom = 40

const fingerAt = (event: object): number | null =>
  (event as { changedTouches?: ArrayLike<{ clientX: number }> }).changedTouches?.[0]?.clientX ?? null

const Tool = ({ id, word, icon, onTap }: { id: string; word: string; icon: IconName; onTap: () => void }) => (
  <View id={id} className="viewer-tool tappable" {...a11y({ role: 'button', label: word })} onClick={onTap}>
    <Icon name={icon} />
  </View>
)

/** The arrow keys turn from one photo to the next. */
function useArrows(turn: (by: 1 | -1) => void): void {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowLeft') turn(-1)
      if (key === 'ArrowRight') turn(1)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}

const Viewer = ({ photos: { urls, label, first } }: { photos: Photos }) => {
  const [at, setAt] = useState(first)
  const [large, setLarge] = useState(false)
  const began = useRef<number | null>(null)
  const close = () => openPhotos.set(null)
  useLayer({ whole: 'photo-viewer', first: 'photo-close' }, close)
  const turn = (by: 1 | -1) => {
    if (!urls[at + by]) return
    setAt(at + by)
    setLarge(false)
  }
  useArrows(turn)
  const name = `${label}，第 ${at + 1} 张，共 ${urls.length} 张`
  return (
    <View id="photo-viewer" className="viewer" {...a11y({ role: 'dialog', label })}>
      <View className="viewer-head">
        <Text id="photo-count" className="viewer-count" {...a11y({ role: 'status', live: 'polite' })}>
          {at + 1} / {urls.length}
        </Text>
        <View
          id="photo-size"
          className="viewer-size tappable"
          {...a11y({ role: 'button' })}
          onClick={() => setLarge(!large)}
        >
          <Text>{large ? '缩小' : '放大'}</Text>
        </View>
        <Tool id="photo-close" word="关闭" icon="close" onTap={close} />
      </View>
      <View
        className={`viewer-photo ${large ? 'viewer-photo-large' : ''}`}
        onTouchStart={event => {
          began.current = fingerAt(event)
        }}
        onTouchEnd={event => {
          const moved = (fingerAt(event) ?? 0) - (began.current ?? 0)
          // In a large photo the finger moves the photo itself.
          if (began.current !== null && !large && Math.abs(moved) >= swipeFrom) turn(moved < 0 ? 1 : -1)
          began.current = null
        }}
      >
        <Picture
          key={urls[at]}
          className="viewer-image"
          src={urls[at] ?? ''}
          mode={large ? 'widthFix' : 'aspectFit'}
          {...a11y({ role: 'img', label: name })}
        />
      </View>
      {urls.length > 1 && (
        <View className="viewer-turn">
          {at > 0 && <Tool id="photo-before" word="上一张" icon="back" onTap={() => turn(-1)} />}
          {at < urls.length - 1 && <Tool id="photo-after" word="下一张" icon="forward" onTap={() => turn(1)} />}
        </View>
      )}
    </View>
  )
}

/** The photos that are looked at in full, on the page in front. */
export const PhotoViewer = () => {
  const photos = useObserved(openPhotos)
  const visible = usePageVisible()
  return photos && visible ? <Viewer photos={photos} /> : null
}
