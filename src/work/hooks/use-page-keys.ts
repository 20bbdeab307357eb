import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Pressed } from '../words/pressed'

/**
 * Tells `onKey` what `meaningOf` makes of what was pressed (null: nothing), in the browser and while this page is in front;
 * pages beneath stay mounted there. What has the focus has first claim to a key.
 */
export function usePageKeys<Meaning>(
  meaningOf: (pressed: Pressed) => Meaning | null,
  onKey: (meaning: Meaning) => void,
): void {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !visible) return
    const onKeyDown = (event: KeyboardEvent) => {
      // It has pressed what has the focus.
      if (event.defaultPrevented) return
      const { key, altKey, ctrlKey, metaKey, target } = event
      const tagName = target instanceof Element ? target.tagName : ''
      const meaning = meaningOf({ key, altKey, ctrlKey, metaKey, tagName })
      if (meaning === null) return
      event.preventDefault()
      // From here on Enter means what the keys have come to, not what was pressed last.
      if (key !== 'Enter' && target instanceof HTMLElement) target.blur()
      onKey(meaning)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [visible, meaningOf, onKey])
}
