import { join, resolve } from 'node:path'
import { openStage, type Phone, type Stage } from '../test/browser/stage'
import { median } from './figures'

/**
 * How long somebody waits who opens the pages over a slow network, ms: until the first paint, and until the filing form can
 * be filled in. The network is the slow 3G of WebPageTest: 400 kbit/s, 400 ms for each way there and back. `signedIn`
 * pages are asked for by somebody the browser knows; `again` with what the browser has kept of the first time.
 */
const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const rounds = 3
const form = '#file-kind-complaint'

interface Opened {
  readonly firstPaintMs: number
  readonly formMs: number
}

async function open(stage: Stage, phone: Phone, cached: boolean): Promise<Opened> {
  const page = await phone.context.newPage()
  page.setDefaultTimeout(120_000)
  const network = await phone.context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', slow3G)
  await network.send('Network.setCacheDisabled', { cacheDisabled: !cached })
  const since = Date.now()
  await page.goto(`${stage.url}/#/pages/file/index`, { waitUntil: 'commit' })
  await page.locator(form).waitFor()
  const formMs = Date.now() - since
  const firstPaintMs = await page.evaluate(() => performance.getEntriesByName('first-paint')[0]?.startTime ?? 0)
  await page.close()
  return { firstPaintMs, formMs }
}

async function measured(pages?: string) {
  const stage = await openStage(pages)
  try {
    const phone = await stage.phone('resident-1')
    const first: Opened[] = []
    const again: Opened[] = []
    for (let round = 0; round < rounds; round++) {
      first.push(await open(stage, phone, false))
      again.push(await open(stage, phone, true))
    }
    const of = (opened: readonly Opened[]) => ({
      firstPaintMs: Math.round(median(opened.map(({ firstPaintMs }) => firstPaintMs))),
      formMs: Math.round(median(opened.map(({ formMs }) => formMs))),
    })
    return { first: of(first), again: of(again) }
  } finally {
    await stage.close()
  }
}

export async function run() {
  process.env.CHROMIUM_PATH ??= '/usr/bin/chromium'
  const other = process.env.OTHER_PAGES
  return {
    network: '400 kbit/s, 400 ms',
    ...(other ? { other: await measured(resolve(other)) } : {}),
    pages: await measured(join(__dirname, '..', 'dist', 'h5')),
  }
}
