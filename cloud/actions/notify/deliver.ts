import { type PendingNotice, leaseNotices, settleNotice } from '../../store/notice/inbox'
import { forgetFailures } from '../../store/timer/dead-letters'
import { type DrainOptions, type Work, drain } from '../drain'
import { errorText } from '../error-text'
import type { Runtime } from '../runtime'

/** ms: longer than any send may take; then another worker tries. */
const leaseMs = 120_000
const maxAttempts = 8
const minuteMs = 60_000

/** ms after the attempts made so far: 1, 2, 4 … minutes. */
const backOffMs = (attempts: number): number => minuteMs * 2 ** Math.min(attempts - 1, 7)

/**
 * Whether a channel has taken it; false: this person is reached in the app only. Channels that go beside the others come first: what fails
 * after one of them has reached the person is not tried again, or that one would send twice.
 * @throws when a channel fails, or wants to be asked later, before any has reached the person
 */
async function send(runtime: Runtime, notice: PendingNotice): Promise<boolean> {
  const besides = runtime.channels.filter(channel => channel.besides)
  let reached = false
  let settled = false
  for (const channel of [...besides, ...runtime.channels.filter(one => !one.besides)]) {
    if (settled && !channel.besides) break
    try {
      const outcome = await channel.send(notice)
      if (outcome === 'later') throw new Error(`${channel.name}: later`)
      if (outcome !== 'sent') continue
      reached = true
      settled ||= !channel.besides
    } catch (error) {
      if (!reached) throw error
      runtime.log(`${channel.name} failed, and the person is reached: ${errorText(error)}`)
    }
  }
  return reached
}

/** Sends one notice and notes what came of it; answers the error, if it failed. */
async function deliver(runtime: Runtime, notice: PendingNotice): Promise<{ sent: boolean; error?: unknown }> {
  try {
    const sent = await send(runtime, notice)
    await settleNotice(runtime.db, notice, { state: sent ? 'sent' : 'failed', retryAt: null })
    if (notice.attempts > 1) await forgetFailures(runtime.db, 'notice', notice.centerId, [notice.id])
    return { sent }
  } catch (error) {
    const again = notice.attempts < maxAttempts
    const retryAt = again ? runtime.clock.now() + backOffMs(notice.attempts) : null
    await settleNotice(runtime.db, notice, { state: again ? 'pending' : 'failed', retryAt })
    return { sent: false, error }
  }
}

/** Notices that wait for channels beside the inbox, one per receiver at a time. */
const noticeWork = (runtime: Runtime): Work<PendingNotice> => ({
  name: 'notice',
  batch: 50,
  maxAttempts,
  idOf: ({ id }) => id,
  failureOf: ({ centerId, ticketId }) => ({ centerId, ticketId, version: 0 }),
  take: (trx, { limit }) => {
    const now = runtime.clock.now()
    return leaseNotices(trx, now, now + leaseMs, limit)
  },
  async carryOutLeased(notices) {
    const outcomes = await Promise.all(notices.map(async item => ({ item, ...(await deliver(runtime, item)) })))
    return {
      done: outcomes.filter(outcome => !('error' in outcome)).length,
      effects: outcomes.filter(({ sent }) => sent).length,
      failed: outcomes.flatMap(({ item, error }) => (error === undefined ? [] : [{ item, error }])),
    }
  },
})

/** Sends what waits for channels beside the inbox, until nothing is due or the budget (ms) is spent. */
export async function deliverNotices(
  runtime: Runtime,
  options: DrainOptions,
): Promise<{ readonly sent: number; readonly failed: number; readonly more: boolean }> {
  const { effects: sent, failed, more } = await drain(runtime, noticeWork(runtime), options)
  return { sent, failed, more }
}
