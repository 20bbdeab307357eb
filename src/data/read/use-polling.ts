import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Calls `work` every `everyMs` milliseconds while the page is in front. */
export function usePolling(everyMs: number, work: () => void): void {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  useEffect(() => {
    if (!visible) return
    const timer = setInterval(work, everyMs)
    return () => clearInterval(timer)
  }, [visible, everyMs, work])
}
