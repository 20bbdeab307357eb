import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { listKeyOf, type ListKey } from '../words/list-keys'

/** Tells `onStep` what was pressed, in the browser and while this page is in front; pages beneath stay mounted there. */
export function useDeskKeys(onStep: (step: ListKey) => void): void {
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
      const step = listKeyOf({ key, altKey, ctrlKey, metaKey, tagName })
      if (step === null) return
      event.preventDefault()
      // From here on Enter opens what the arrows have come to, not the card that was pressed last.
      if ((step === 'up' || step === 'down') && target instanceof HTMLElement) target.blur()
      onStep(step)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [visible, onStep])
}

/** Brings a row into sight, or the focus into a field. */
export function reveal(id: string, how: 'show' | 'focus'): void {
  if (process.env.TARO_ENV !== 'h5') return
  const element = document.getElementById(id)
  if (how === 'focus') element?.focus()
  else element?.scrollIntoView({ block: 'nearest' })
}
