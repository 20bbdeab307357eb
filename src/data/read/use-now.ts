import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { serverClock } from '../call/server-clock'

/**
 * Server time (epoch ms), read again when `untilChange` says that the words become different; quiet while the page
 * is hidden.
 */
export function useNow(untilChange: (now: number) => number): number {
  const [now, setNow] = useState(serverClock.now)
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
    setNow(serverClock.now())
  })
  useDidHide(() => setVisible(false))
  // A wrong phone clock is put right by the first answer, not at the next minute.
  useEffect(() => serverClock.subscribe(() => setNow(serverClock.now())), [])
  const wait = untilChange(now)
  useEffect(() => {
    if (!visible) return
    const timer = setTimeout(() => setNow(serverClock.now()), wait)
    return () => clearTimeout(timer)
  }, [wait, visible, now])
  return now
}
