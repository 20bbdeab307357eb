import type { Phone } from './stage'

/** What of the page in front is smaller than the large view promises, or cut off without saying so (D-AC-1). */
export const tooSmall = (phone: Phone): Promise<string[]> =>
  phone.page.evaluate(() => {
    const faults: string[] = []
    const say = (what: string, element: Element) =>
      faults.push(`${what}: ${element.className} 「${(element.textContent ?? '').slice(0, 20)}」`)
    const inSight = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[inert], #said, .spoken') === null &&
      element.getClientRects().length > 0
    const ownWords = (element: Element) =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')

    let largest = 0
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element)
      const size = parseFloat(style.fontSize)
      // What lies under a sheet is not read now, but its title still tells the page.
      if (ownWords(element) && element.checkVisibility()) largest = Math.max(largest, size)
      if (!inSight(element)) continue
      if (ownWords(element)) {
        if (size < 18) say(`type of ${size}`, element)
        const line = parseFloat(style.lineHeight) / size
        if (line < 1.29) say(`line height ${line.toFixed(2)}`, element)
      }
      const clips = [style.overflowX, style.overflowY].some(how => how === 'hidden' || how === 'clip')
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      if (clips && ownWords(element) && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1))
        say('cut off', element)
      if (element.matches('[role][tabindex="0"], input, textarea')) {
        const target = element.closest('.tappable, .main-button, .field-input, .nut-searchbar-content') ?? element
        const { width, height } = target.getBoundingClientRect()
        if (width < 59.5 || height < 59.5) say(`target of ${Math.round(width)} × ${Math.round(height)}`, element)
      }
    }
    if (largest < 30) faults.push(`largest type is ${largest}`)
    const wider = document.documentElement.scrollWidth - window.innerWidth
    if (wider > 0) faults.push(`${wider} px wider than the window`)
    return faults
  })
