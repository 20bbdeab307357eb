import { faults } from './axe'
import { tooSmall } from './elder'
import type { Phone } from './stage'

/** Looks at pages and their states, and keeps what is wrong with them. */
export interface Inspection {
  /** Page, state and rule of each. */
  readonly found: readonly string[]
  /** Every page that was looked at. */
  readonly pages: ReadonlySet<string>
  /** What is on the screen now. */
  look(phone: Phone, state: string): Promise<void>
  /** Turns to pages of the running app, one after the other. */
  visit(phone: Phone, ...paths: string[]): Promise<void>
  /** What a key opens over the page: it takes the focus, Escape closes it, and the focus goes back. */
  over(phone: Phone, opener: string, layer: string): Promise<void>
}

const hasFocus = (phone: Phone, selector: string, within: boolean): Promise<boolean> =>
  phone.at(selector).evaluate((element, deep) => {
    const { activeElement } = document
    return element === activeElement || (deep && element.contains(activeElement))
  }, within)

export function inspect(): Inspection {
  const found: string[] = []
  const pages = new Set<string>()
  const routeOf = (phone: Phone): string => /#\/([^?]*)/.exec(phone.page.url())?.[1] ?? ''

  const look = async (phone: Phone, state: string): Promise<void> => {
    await phone.settled()
    const route = routeOf(phone)
    pages.add(route)
    const large = await phone.page.evaluate(() => document.documentElement.classList.contains('elder'))
    const check = async () => [...(await faults(phone)), ...(large ? await tooSmall(phone) : [])]
    const seen = await check()
    // A sentence that was just fading away is gone when one looks again.
    const again = seen.length === 0 ? [] : await phone.settled().then(check)
    const wrong = seen.filter(what => again.includes(what))
    found.push(...wrong.map(what => `${route}, ${state}: ${what}`))
  }

  return {
    found,
    pages,
    look,
    visit: async (phone, ...paths) => {
      for (const path of paths) {
        // The router takes another query of the same page for the page it shows.
        if (['', path.split('?')[0]].includes(routeOf(phone))) await phone.goTo(path)
        else {
          // Two pages that are turned to at once arrive in either order; signing in turns to one by itself.
          await phone.settled()
          await phone.page.evaluate(hash => void (location.hash = hash), `#/${path}`)
        }
        await look(phone, 'opened')
      }
    },
    over: async (phone, opener, layer) => {
      const say = (what: string) => found.push(`${routeOf(phone)}, ${layer}: ${what}`)
      await phone.at(opener).focus()
      await phone.page.keyboard.press('Enter')
      await phone.at(layer).waitFor()
      if (!(await hasFocus(phone, layer, true))) say('does not take the focus')
      await look(phone, layer)
      await phone.page.keyboard.press('Escape')
      await phone.at(layer).waitFor({ state: 'detached' })
      if (!(await hasFocus(phone, opener, false))) say(`does not give the focus back to ${opener}`)
      // Its entry in the browser's history goes a moment later.
      await phone.page.waitForFunction(() => !(window.history.state as { layers?: number } | null)?.layers)
    },
  }
}
