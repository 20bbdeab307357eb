import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { serverClock } from '../call/server-clock'

/**
 * The server's time (epoch ms) for words such as 「还剩 5 分钟」. The component renders again when they change, and not
 * while the page is hidden.
 *
 * @param untilChange how many ms after `now` the shown words change next.
 */
export function useNow(untilChange: (now: number) => number): number {
  const [now, setNow] = useState(serverClock.now)
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
    setNow(serverClock.now())
  })
  useDidHide(() => setVisible(false))
  // The first answer of the server corrects a wrong phone clock: show that at once instead of at the next change.
  useEffect(() => serverClock.subscribe(() => setNow(serverClock.now())), [])
  const wait = untilChange(now)
  useEffect(() => {
    if (!visible) return
    const timer = setTimeout(() => setNow(serverClock.now()), wait)
    return () => clearTimeout(timer)
  }, [wait, visible, now])
  return now
}
