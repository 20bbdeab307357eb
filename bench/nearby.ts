import type { EmbeddedRuntime } from '../cloud/host/embedded-runtime'
import { matterTexts } from '../test/builders/complaints-year'
import { median, quantile, rounded } from './figures'
import { timed } from './growth/calls'
import { call, signIn } from './growth/templates'
import { withEstate } from './incidents/estate'

/** What a form asks while it is being filled in (D-IN-6), through the whole call. */
const target = 20
const SMALL = 10_000
const LARGE = 1_000_000
const WARM_UP = 20
const CALLS = 200

async function measured(runtime: EmbeddedRuntime) {
  const token = await signIn(runtime, 'resident-1')
  const me = await call<{ rooms: { placeId: string }[] }>(runtime, token, 'account.me', {})
  const told = matterTexts(20260302)
  const times: number[] = []
  let offered = 0
  for (let n = -WARM_UP; n < CALLS; n += 1) {
    const { category, text } = told[Math.abs(n) % told.length] ?? {}
    const request = { category, placeId: me.rooms[0]?.placeId, text }
    const time = await timed(async () => {
      const { items } = await call<{ items: unknown[] }>(runtime, token, 'incident.nearby', request)
      offered += items.length
    })
    if (n >= 0) times.push(time)
  }
  return { medianMs: rounded(median(times)), p95Ms: rounded(quantile(times, 0.95)), offered }
}

export async function run(): Promise<object> {
  const small = await withEstate('nearby-small', SMALL, measured)
  const large = await withEstate('nearby-large', LARGE, measured)
  if (large.medianMs > target) process.exitCode = 1
  return { target, tickets: LARGE, ...large, baseline: { tickets: SMALL, ...small } }
}
