import { type PendingNotice, leaseNotices, settleNotice } from '../../store/notice/inbox'
import type { Runtime } from '../runtime'

const batch = 50
/** Longer than any send may take; then another worker tries. */
const leaseMs = 120_000
const maxAttempts = 8

/** 1, 2, 4 … minutes after the attempts made so far. */
const backOffMs = (attempts: number): number => 60_000 * 2 ** Math.min(attempts - 1, 7)

/** Whether it went out. */
async function sendOne(runtime: Runtime, notice: PendingNotice): Promise<boolean> {
  const now = runtime.clock.now()
  try {
    for (const channel of runtime.channels) {
      if (!(await channel.reaches(notice.personId))) continue
      const outcome = await channel.send(notice)
      if (outcome === 'sent') {
        await settleNotice(runtime.db, notice, { state: 'sent', retryAt: null, error: null })
        return true
      }
      if (outcome === 'later') throw new Error(`${channel.name}: later`)
    }
    // Nobody to be reached outside the app: the inbox has it, and that is all.
    await settleNotice(runtime.db, notice, { state: 'failed', retryAt: null, error: 'no channel reaches this person' })
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const again = notice.attempts < maxAttempts
    const retryAt = again ? now + backOffMs(notice.attempts) : null
    await settleNotice(runtime.db, notice, { state: again ? 'pending' : 'failed', retryAt, error: text.slice(0, 300) })
  }
  return false
}

/**
 * Sends what waits for channels beside the inbox, one notice per receiver at a time, until nothing is due or the budget
 * (ms) is spent.
 */
export async function deliverNotices(
  runtime: Runtime,
  { budgetMs }: { budgetMs: number },
): Promise<{ sent: number; more: boolean }> {
  const until = runtime.wallClock.now() + budgetMs
  let sent = 0
  while (runtime.wallClock.now() < until) {
    const now = runtime.clock.now()
    const due = await leaseNotices(runtime.db, now, now + leaseMs, batch)
    if (due.length === 0) return { sent, more: false }
    const outcomes = await Promise.all(due.map(notice => sendOne(runtime, notice)))
    sent += outcomes.filter(out => out).length
  }
  return { sent, more: true }
}
