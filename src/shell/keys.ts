/**
 * Enter and the space bar press what has the focus, in the browser: Taro's elements are none of the browser's own buttons.
 * `a11y` says which they are. A link is pressed by Enter only, as everywhere.
 */
export function followKeys(): void {
  if (process.env.TARO_ENV !== 'h5') return
  document.addEventListener('keydown', event => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement) || !target.matches('[role][tabindex="0"]'))
      return
    if (key !== 'Enter' && (key !== ' ' || target.getAttribute('role') === 'link')) return
    // Nothing scrolls, and no shortcut of the page takes the key as well.
    event.preventDefault()
    // A key held down is one press.
    if (!event.repeat) target.click()
  })
}
