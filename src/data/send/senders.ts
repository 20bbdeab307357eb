import { createSender, type Sender } from './sender'

/** A sender for each intention that has been had so far. */
export interface Senders<Answer> {
  /** The sender of what `intention` names; a repeat after a lost answer finds it, and so carries the same key (D-IN-5). */
  of(intention: string, send: (idempotencyKey: string) => Promise<Answer>): Sender<null, Answer>
}

export function createSenders<Answer>(): Senders<Answer> {
  const known = new Map<string, Sender<null, Answer>>()
  return {
    of(intention, send) {
      const found = known.get(intention)
      if (found) return found
      const made = createSender<null, Answer>((_data, idempotencyKey) => send(idempotencyKey))
      known.set(intention, made)
      return made
    },
  }
}
