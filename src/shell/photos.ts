import Taro from '@tarojs/taro'
import { createObservable } from '@/data/device/observable'

export interface Photos {
  urls: readonly string[]
  /** What they show, for people who listen: 「处理前的照片」. */
  label: string
  /** Which one was tapped. */
  first: number
}

/** The photos that are looked at in full, in the browser; null: none. `PhotoViewer` of the page in front shows them. */
export const openPhotos = createObservable<Photos | null>(null)

/** Photos in full. The mini-program has a viewer of its own; the browser's is ours, for keys and screen readers. */
export function showPhotos(photos: Photos): void {
  if (process.env.TARO_ENV === 'h5') return openPhotos.set(photos)
  const urls = [...photos.urls]
  void Taro.previewImage({ urls, current: urls[photos.first] ?? '' })
}
