import type { OperationNodeSource, Transaction } from 'kysely'
import {
  type CommandKey,
  commandKeyConstraint,
  findAnswer,
  keepAnswer,
  requestHash,
} from '../store/system/command-keys'
import { isUniqueViolation } from '../store/engine/errors'
import type { Database } from '../store/schema'
import { inTransaction } from '../store/engine/transaction'
import { CallError } from './call-error'
import type { SignedInCall } from './runtime'

export interface Idempotent {
  readonly action: string
  readonly centerId: string
  /** The whole request, with its `idempotencyKey`. */
  readonly request: { readonly idempotencyKey: string }
}

/**
 * Builds the write that keeps the answer, for work that knows it beforehand and runs this write with its others. Work
 * that doesn't ask has its answer kept after it.
 */
type Keep<T> = (answer: T) => OperationNodeSource

/**
 * Runs `work` once per key, in one transaction with the answer it gives. A repeated key gets the first answer; with
 * other content, `idempotencyConflict`. The key is looked up only when the work fails, because a fresh key is the rule:
 * either the key itself collides, or the work is refused because the first call has already done it.
 */
export async function once<T>(
  call: SignedInCall,
  { action, centerId, request }: Idempotent,
  work: (trx: Transaction<Database>, keep: Keep<T>) => Promise<T>,
): Promise<T> {
  const key: CommandKey = {
    centerId,
    personId: call.caller.actor.id,
    key: request.idempotencyKey,
    action,
    requestHash: requestHash(request),
  }
  const { db, clock } = call.runtime
  try {
    return await inTransaction(db, async trx => {
      let kept = false
      const answer = await work(trx, early => {
        kept = true
        return keepAnswer(trx, key, early, clock.now())
      })
      if (!kept) await keepAnswer(trx, key, answer, clock.now()).execute()
      return answer
    })
  } catch (error) {
    if (!(error instanceof CallError) && !isUniqueViolation(error, commandKeyConstraint)) throw error
    const kept = await findAnswer(db, key)
    if (!kept) throw error
    if (!kept.same) throw new CallError('idempotencyConflict')
    // Written by this function for this action and this request, so it has the action's shape.
    return kept.answer as T
  }
}
