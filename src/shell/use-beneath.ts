import { useEffect, useId, useRef } from 'react'
import { usePageVisible } from '@/data/read/use-page-visible'

/**
 * In the browser pages beneath the one in front stay in the document: while this one does, neither the Tab key nor a
 * screen reader reaches it, and when it comes back, so does the focus. Answers the id for the page's outermost view.
 */
export function useBeneath(): string {
  const id = useId()
  const visible = usePageVisible()
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const { activeElement } = document
    const shell = document.getElementById(id)
    if (!visible && shell?.contains(activeElement)) focused.current = activeElement
    shell?.toggleAttribute('inert', !visible)
    // Whoever has put the focus somewhere meanwhile keeps it there.
    if (visible && activeElement === document.body && focused.current instanceof HTMLElement) focused.current.focus()
  }, [id, visible])
  return id
}
