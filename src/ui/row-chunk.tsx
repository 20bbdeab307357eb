import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState, type PropsWithChildren } from 'react'
import './row-chunk.scss'

/** So far outside the window, in logical pixels, rows are still kept drawn. */
const marginPx = 1_200

interface RowChunkProps {
  id: string
  /** Whether the list is long enough for this to be worth it. */
  fold: boolean
}

/**
 * Some rows of a long list. Far outside the window they give way to an empty box of their height: a mini-program's
 * page should stay below 1,000 nodes (P-RUN-2).
 */
export const RowChunk = ({ id, fold, children }: PropsWithChildren<RowChunkProps>) => {
  const [foldedHeight, setFoldedHeight] = useState<number | null>(null)
  useEffect(() => {
    const { page } = Taro.getCurrentInstance()
    if (process.env.TARO_ENV === 'h5' || !fold || !page) return
    const observer = Taro.createIntersectionObserver(page, { thresholds: [0] })
    const follow = ({ intersectionRatio = 1, boundingClientRect }: Taro.IntersectionObserver.ObserveCallbackResult) =>
      setFoldedHeight(intersectionRatio > 0 || !boundingClientRect ? null : boundingClientRect.height)
    observer.relativeToViewport({ top: marginPx, bottom: marginPx }).observe(`#${id}`, follow)
    return () => observer.disconnect()
  }, [id, fold])
  return (
    <View id={id} className="row-chunk" style={foldedHeight === null ? {} : { height: `${foldedHeight}px` }}>
      {foldedHeight === null && children}
    </View>
  )
}
