import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Logical pixels from which list and ticket stand side by side. */
const wideFrom = 900

const isWide = () => Taro.getWindowInfo().windowWidth >= wideFrom

/** Whether the window is wide enough for two columns; follows the window as it is resized. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    // The browser build tells the size of the screen instead of the window's, so it is asked for.
    const follow = () => setWide(isWide())
    Taro.onWindowResize(follow)
    return () => Taro.offWindowResize(follow)
  }, [])
  return wide
}
