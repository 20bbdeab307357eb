import type { Clock } from '../platform/ports'
import { cutText } from '../../types/words/text'

const windowMs = 10 * 60_000
/** Attempts in a window: a family behind one address signs in now and then; one number needs a few codes at most. */
const perAddress = 120
const perPhone = 10
/** Actions by which somebody could try out codes or make the company send messages. */
const guarded: readonly unknown[] = ['signIn', 'requestPhoneCode', 'phoneSignIn']

interface Window {
  readonly endsAt: number
  count: number
}

const phoneOf = (data: unknown): string | null => {
  if (typeof data !== 'object' || data === null || !('phone' in data) || typeof data.phone !== 'string') return null
  return cutText(data.phone.replace(/[ -]/g, ''), 30)
}

/** Counts sign-in attempts in memory, by address and by phone number, in windows of ten minutes of the machine's time. */
export class SignInLimits {
  private readonly windows = new Map<string, Window>()

  constructor(private readonly clock: Clock) {}

  /** Notes an attempt if the call is one; false when there have been too many. */
  admits(address: string, functionName: string, body: unknown): boolean {
    if (functionName !== 'account' || typeof body !== 'object' || body === null) return true
    const { action, data } = body as { action?: unknown; data?: unknown }
    if (!guarded.includes(action)) return true
    const phone = phoneOf(data)
    const byAddress = this.count(`address ${address}`) <= perAddress
    const byPhone = phone === null || this.count(`${String(action)} ${phone}`) <= perPhone
    return byAddress && byPhone
  }

  private count(key: string): number {
    const now = this.clock.now()
    const known = this.windows.get(key)
    if (known && known.endsAt > now) return (known.count += 1)
    if (this.windows.size >= 10_000) this.forget(now)
    this.windows.set(key, { endsAt: now + windowMs, count: 1 })
    return 1
  }

  /** Keeps memory bounded: what has ended goes, and when that is not enough, what ends first. */
  private forget(now: number): void {
    for (const [key, window] of this.windows) if (window.endsAt <= now) this.windows.delete(key)
    for (const key of this.windows.keys()) {
      if (this.windows.size < 10_000) break
      this.windows.delete(key)
    }
  }
}
