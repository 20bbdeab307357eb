import { CallError } from '../call/call-error'
import { uuidv7 } from '../call/uuid'
import { announceWritten } from './written'

export type Outcome<Answer> =
  | { ok: true; answer: Answer }
  | {
      ok: false
      error: unknown
      /** Path of a field → what to do about it. */
      fields: Record<string, string>
      /** What is shown is out of date: read the ticket again. */
      outdated: boolean
    }

export interface Sender<Data, Answer> {
  /** Key of the write that is intended now; kept with the draft, so that a restart repeats it and does not double it. */
  key(): string
  /** Another intention begins: the next try has a new key. */
  renew(): void
  /** A second call while one is under way (a double tap) gets the same outcome. */
  submit(data: Data): Promise<Outcome<Answer>>
}

const outdatedCodes: readonly string[] = ['wrongState', 'staleVersion', 'idempotencyConflict', 'alreadyAnswered']

/**
 * Sends one intended write under one idempotency key (D-IN-5). The key stays after an answer that was lost, because
 * the write may have happened; it changes after a success, and after a refusal, which wrote nothing. A conflict says
 * that an earlier try with other words did arrive.
 */
export function createSender<Data, Answer>(
  send: (data: Data, idempotencyKey: string) => Promise<Answer>,
  firstKey: string = uuidv7(),
  newKey: () => string = uuidv7,
): Sender<Data, Answer> {
  let key = firstKey
  let underWay: Promise<Outcome<Answer>> | null = null
  const attempt = async (data: Data): Promise<Outcome<Answer>> => {
    try {
      const answer = await send(data, key)
      key = newKey()
      announceWritten()
      return { ok: true, answer }
    } catch (error) {
      const refusal = error instanceof CallError && !error.retryable && error.code !== 'cancelled' ? error : null
      if (refusal) key = newKey()
      const outdated = refusal !== null && outdatedCodes.includes(refusal.code)
      if (outdated) announceWritten()
      return { ok: false, error, fields: refusal?.fields ?? {}, outdated }
    } finally {
      underWay = null
    }
  }
  return {
    key: () => key,
    renew: () => void (key = newKey()),
    submit(data) {
      underWay ??= attempt(data)
      return underWay
    },
  }
}
