import { useEffect, useLayoutEffect, useRef } from 'react'
import { addLayer, coverAgain } from './layers'

/** So long Taro's elements go on moving what they hold after they have appeared, ms. */
const movingMs = 300

/** What is moved in the document loses the focus: until it has come to rest it gets it back, unless that has gone elsewhere. */
function keepFocus(element: HTMLElement, until = Date.now() + movingMs): void {
  if (Date.now() >= until || !element.isConnected) return
  if (document.activeElement === document.body) element.focus()
  requestAnimationFrame(() => keepFocus(element, until))
}

/** Things that nobody reaches by the Tab key can have the focus all the same, when they are given it. */
function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return
  if (element.tabIndex < 0) element.setAttribute('tabindex', '-1')
  element.focus()
  keepFocus(element)
}

/** Where the focus goes back to: what had it, or where that has gone meanwhile, what it stood in. */
function whereFocusWas(): () => void {
  const before: HTMLElement[] = []
  for (let node = document.activeElement; node instanceof HTMLElement && node !== document.body;)
    node = before[before.push(node) - 1]?.parentElement ?? null
  return () => focusOn(before.find(element => element.isConnected))
}

interface LayerPlaces {
  /** Id of what holds all of it, its shade too. */
  whole: string
  /** Id of what has the focus at first. */
  first: string
  /** A question, above everything else. */
  above?: boolean
}

/**
 * In the browser: this lies on top of its page while it is mounted. Escape and back close it, the focus moves in and
 * afterwards back, and what is beneath is out of reach. The mini-program has no keys, and its back is the page's.
 */
export function useLayer({ whole, first, above = false }: LayerPlaces, onClose: () => void): void {
  const close = useRef(onClose)
  useLayoutEffect(() => {
    close.current = onClose
    if (process.env.TARO_ENV === 'h5') coverAgain()
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const giveBack = whereFocusWas()
    const remove = addLayer({ close: () => close.current(), element: () => document.getElementById(whole), above })
    focusOn(document.getElementById(first))
    return () => {
      remove()
      giveBack()
    }
  }, [whole, first, above])
}

/** In the browser: each of so many steps is undone by Escape and by back, before the page is left. */
export function useStepsBack(count: number, onBack: () => void): void {
  const back = useRef(onBack)
  useLayoutEffect(() => {
    back.current = onBack
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const removers = Array.from({ length: count }, () => addLayer({ close: () => back.current(), element: () => null }))
    return () => removers.forEach(remove => remove())
  }, [count])
}

/** In the browser: what has taken the place of something else on the same page is read out, as a new page would be. */
export function useFocusOnChange(id: string, value: unknown): void {
  const before = useRef(value)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || before.current === value) return
    before.current = value
    focusOn(document.getElementById(id))
  }, [id, value])
}
