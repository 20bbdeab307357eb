import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  type Request,
  chromium,
} from 'playwright-core'
import type { HostSettings } from '../../cloud/host/settings'
import { type RunningHost, serve } from '../../cloud/host/start-host'
import type { OpenDatabase } from '../../cloud/store/engine/open-database'
import { built } from '../support/build'
import { demoSettings } from '../support/host'
import { openTestMemory } from '../support/memory-database'
import { signIn } from './people'

const root = resolve(__dirname, '../..')
const screens = join(root, 'docs', 'screens')

/** Monday, 2 March 2026, 10:00 at +08:00: the screens show the same day whenever the tests run. */
const monday = Date.UTC(2026, 2, 2, 2)

/** The product in one process, with a demo estate and real Chromium in front of it. */
export interface Stage {
  readonly url: string
  readonly host: RunningHost
  readonly db: OpenDatabase['db']
  /** The machine's time that the host lives by; it does not pass by itself. */
  readonly wall: { now: number }
  /** What the host has printed and written into its log. */
  readonly logged: readonly string[]
  /** A phone of 390 × 844 signed in as a persona, with no page open yet; null: as nobody. */
  phone(persona: string | null, look?: Look): Promise<Phone>
  close(): Promise<void>
}

export interface Look {
  readonly dark?: boolean
  readonly width?: number
  readonly height?: number
  /** The pages are kept by the browser, as for everybody outside the tests. */
  readonly offline?: boolean
}

export interface Phone {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of the page's own scripts. */
  readonly errors: string[]
  /** The page on top: earlier ones stay in the document behind it. */
  at(selector: string): Locator
  /** An element by its text on the page on top. */
  says(text: string): Locator
  goTo(path: string): Promise<void>
  /** Until what was asked for has arrived and been drawn, and the page in front has slid in. */
  settled(): Promise<void>
  /** Saves what is seen now as docs/screens/NAME.png. */
  shoot(name: string): Promise<void>
  close(): Promise<void>
}

const launchOptions = {
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** In the page: that of the address is in front and where it stays, pictures are there, and nothing waits for its data. */
function isDrawn(): boolean {
  const shown = [...document.querySelectorAll('.taro_page')].filter(one => getComputedStyle(one).display !== 'none')
  const front = shown.at(-1)
  const route = /#([^?]*)/.exec(location.hash)?.[1] ?? ''
  return (
    front !== undefined &&
    front.querySelector('.page-shell') !== null &&
    front.id.startsWith(route) &&
    Math.abs(front.getBoundingClientRect().left) < 1 &&
    [...document.images].every(({ complete }) => complete) &&
    [...document.querySelectorAll('.taro__toast')].every(one => /^[01]$/.test(getComputedStyle(one).opacity)) &&
    [...document.querySelectorAll<HTMLElement>('.skeleton')].every(({ offsetParent }) => offsetParent === null)
  )
}

/** What a phone keeps of somebody who has signed in: to start the app for that alone takes a second. */
async function signedIn(url: string, persona: string): Promise<BrowserContextOptions['storageState']> {
  const { token } = await signIn({ url }, persona)
  return { cookies: [], origins: [{ origin: url, localStorage: [{ name: 'session:token', value: stored(token) }] }] }
}

/** As the browser build writes it. */
const stored = (value: string): string => JSON.stringify({ data: value })

async function openPhone(browser: Browser, url: string, persona: string | null, look: Look): Promise<Phone> {
  const context = await browser.newContext({
    storageState: persona === null ? undefined : await signedIn(url, persona),
    viewport: { width: look.width ?? 390, height: look.height ?? 844 },
    deviceScaleFactor: 2,
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    hasTouch: true,
    // It would fetch everything anew for each of the many phones; the tests of opening without a network let it.
    serviceWorkers: look.offline ? 'allow' : 'block',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  const underWay = new Set<Request>()
  page.on('request', request => void underWay.add(request))
  page.on('requestfinished', request => void underWay.delete(request))
  page.on('requestfailed', request => void underWay.delete(request))
  const phone: Phone = {
    page,
    context,
    errors,
    at: selector => page.locator(selector).filter({ visible: true }).first(),
    says: text => page.getByText(text).filter({ visible: true }).first(),
    goTo: async path => {
      // A new start of the app, as from a link: the same address with another hash would only turn the page.
      await page.goto('about:blank')
      await page.goto(`${url}/#/${path}`)
    },
    settled: async () => {
      do {
        await page.waitForFunction(isDrawn)
        // What has just arrived is drawn in the next frame, or asks for more.
        await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))))
      } while (underWay.size > 0 || !(await page.evaluate(isDrawn)))
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
    },
    // As people see it for longer than a blink.
    shoot: async name => {
      await phone.settled()
      mkdirSync(screens, { recursive: true })
      await page.screenshot({ path: join(screens, `${name}.png`), scale: 'css' })
    },
    close: () => context.close(),
  }
  return phone
}

/**
 * Builds what is out of date, starts the host on a free port over an empty demo, and a browser. `pages`: another browser
 * build to be served. `changes`: settings other than the demo's.
 */
export async function openStage(pages?: string, changes: Partial<HostSettings> = {}): Promise<Stage> {
  const h5 = pages ?? built('h5')
  const folder = mkdtempSync(join(tmpdir(), 'property-complaints-browser-'))
  const wall = { now: monday }
  const logged: string[] = []
  const database = await openTestMemory()
  const host = await serve(
    database,
    { ...demoSettings(folder), ...changes },
    {
      pages: { h5, demo: join(root, 'cloud', 'host', 'demo') },
      log: line => void logged.push(line),
      print: line => void logged.push(line),
      wallClock: { now: () => wall.now },
      scheduled: false,
    },
  )
  const browser = await chromium.launch({
    ...launchOptions,
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  })
  const url = host.url.replace('localhost', '127.0.0.1')
  return {
    url,
    host,
    db: database.db,
    wall,
    logged,
    phone: (persona, look = {}) => openPhone(browser, url, persona, look),
    close: async () => {
      await browser.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
