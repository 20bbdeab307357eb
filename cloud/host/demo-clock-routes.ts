import type { FastifyInstance } from 'fastify'
import { CallError } from '../actions/call-error'
import type { MovableClock } from '../platform/clock'
import type { Timers } from './timers'

const pattern = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/
const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000]
/** ms; two years ahead the table of holidays ends. */
const farthest = 400 * 86_400_000

/** ms of an ISO 8601 duration of weeks, days, hours, minutes and seconds; null: it is none. */
export function durationMs(text: string): number | null {
  const match = pattern.exec(text)
  if (!match || !/\d/.test(text) || text.endsWith('T')) return null
  return units.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0)
}

function stepOf(body: unknown, now: number): number {
  const { advance, to } = (typeof body === 'object' && body !== null ? body : {}) as { advance?: unknown; to?: unknown }
  const ms =
    typeof advance === 'string'
      ? durationMs(advance)
      : typeof to === 'number' && Number.isSafeInteger(to)
        ? to - now
        : null
  const field = advance === undefined ? 'to' : 'advance'
  if (ms === null) throw CallError.field('invalidRequest', field, '请给出要前进的时间，例如 {"advance":"PT2H"}')
  if (ms < 0) throw CallError.field('invalidRequest', field, '演示时钟只能向前走')
  if (ms > farthest) throw CallError.field('invalidRequest', field, '一次最多前进 400 天')
  return ms
}

/** The demo's clock: moved forward, it fires what has fallen due before it answers. Registered in the demo only. */
export function demoClockRoutes(app: FastifyInstance, clock: MovableClock, timers: Timers): void {
  const state = () => ({ now: clock.now(), offsetMs: clock.offset() })
  app.get('/demo/clock', async () => ({ ok: true, data: state(), serverTime: clock.now() }))
  app.post('/demo/clock', async request => {
    await clock.advance(stepOf(request.body, clock.now()))
    const fired = await timers.fireAllDue()
    return { ok: true, data: { ...state(), fired }, serverTime: clock.now() }
  })
}
