import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { EmbeddedRuntime } from '../cloud/host/embedded-runtime'
import { specialOf } from '../cloud/domain/policy/model/special'
import { hotspotAt } from '../cloud/domain/special/hotspot'
import { complaintsLike } from '../cloud/store/ticket/complaints'
import { loadTicket } from '../cloud/store/ticket/read'
import { complaintsYear, foundIn, matterTexts } from '../test/builders/complaints-year'
import { median, quantile, rounded } from './figures'
import { timed } from './growth/calls'
import { call, signIn } from './growth/templates'
import { withEstate } from './incidents/estate'

/** Most ms that the look for a cluster may add to a filing (D-SP-2). */
const target = 5
const TICKETS = 1_000_000
const WARM_UP = 20
const FILINGS = 200
const figures = specialOf({})
const monthMs = figures.hotDays * 86_400_000

const side = (times: readonly number[]) => ({
  medianMs: rounded(median(times)),
  p95Ms: rounded(quantile(times, 0.95)),
})

/** A year of 50,000 complaints: what was planted, what of it is found, and what is found that was not. */
function year() {
  const complaints = complaintsYear({ tickets: 50_000, clusters: 250, buildings: 400 }, 20260302)
  const planted = new Set(complaints.flatMap(({ id, completes }) => (completes ? [id] : [])))
  const began = performance.now()
  const found = [...foundIn(complaints).keys()]
  return {
    complaints: complaints.length,
    planted: planted.size,
    found: found.filter(id => planted.has(id)).length,
    foundThatWereNotPlanted: found.filter(id => !planted.has(id)).length,
    perComplaintMs: rounded((performance.now() - began) / complaints.length),
  }
}

/** Filings by a resident among a million tickets, and apart from it the look that each of them takes. */
async function measured(runtime: EmbeddedRuntime) {
  const token = await signIn(runtime, 'resident-1')
  const me = await call<{ rooms: { placeId: string; centerId: string }[] }>(runtime, token, 'account.me', {})
  const [room] = me.rooms
  const told = matterTexts(20260302)
  const file = (kind: string, n: number) =>
    call<{ ticketId: string }>(runtime, token, 'ticket.file', {
      idempotencyKey: randomUUID(),
      kind,
      category: told[n % told.length]?.category,
      placeId: room?.placeId,
      text: told[n % told.length]?.text,
    })
  const { centerId } = await runtime.db.selectFrom('center').select('id as centerId').executeTakeFirstOrThrow()
  const filing: number[] = []
  const plain: number[] = []
  const looks: number[] = []
  let looked = 0
  for (let n = -WARM_UP; n < FILINGS; n += 1) {
    let ticketId = ''
    const complaint = await timed(async () => void ({ ticketId } = await file('complaint', Math.abs(n))))
    // A request for repair is filed in the same way, and nobody looks for others of its kind.
    const request = await timed(() => file('request', Math.abs(n)))
    const ticket = (await loadTicket(runtime.db, [centerId], ticketId))?.ticket
    if (!ticket) throw new Error(`ticket ${ticketId} is not there`)
    const look = await timed(async () => {
      const all = await complaintsLike(runtime.db, ticket, ticket.filedAt - monthMs)
      const own = all.find(({ id }) => id === ticket.id)
      looked += all.length
      if (own) hotspotAt(own, all, figures)
    })
    if (n < 0) continue
    filing.push(complaint)
    plain.push(request)
    looks.push(look)
  }
  return {
    look: { ...side(looks), complaintsSeen: Math.round(looked / (FILINGS + WARM_UP)) },
    filing: side(filing),
    baseline: { filingWithoutLook: side(plain) },
  }
}

export async function run(): Promise<object> {
  const accuracy = year()
  const speed = await withEstate('hotspots', TICKETS, measured)
  const missed = accuracy.found < accuracy.planted || accuracy.foundThatWereNotPlanted > 0
  if (missed || speed.look.medianMs > target) process.exitCode = 1
  return { target, tickets: TICKETS, year: accuracy, ...speed }
}
