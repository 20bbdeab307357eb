import { useState } from 'react'
import { createSenders } from '@/data/send/senders'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

type StaffCommand = 'setPresence' | 'addLeave' | 'removeLeave' | 'addDuty' | 'removeDuty' | 'handOver'
type Data<A extends StaffCommand> = Omit<RequestOf<'staff', A>, 'idempotencyKey' | 'centerId'>

interface StaffActs {
  busy: StaffCommand | null
  /** The answer; null when it was refused or lost, which is said. */
  act: <A extends StaffCommand>(name: A, data: Data<A>, done: string | null) => Promise<ResponseOf<'staff', A> | null>
}

/** Writes about staff of the center that is worked on; a repeat of the same write after a lost answer carries the same key (D-IN-5). */
export function useStaffAct(onDone: () => void): StaffActs {
  const at = atCenter(useCenter().key)
  const [busy, setBusy] = useState<StaffCommand | null>(null)
  const [senders] = useState(() => createSenders<unknown>())
  return {
    busy,
    async act<A extends StaffCommand>(name: A, data: Data<A>, done: string | null) {
      const sender = senders.of(JSON.stringify([name, data, at]), idempotencyKey =>
        call('staff', name, { ...at, ...data, idempotencyKey } as RequestOf<'staff', A>, {
          retries: 2,
          timeoutMs: 60_000,
        }),
      )
      setBusy(name)
      const outcome = await sender.submit(null)
      setBusy(null)
      if (!outcome.ok) {
        sayError(outcome.error)
        if (outcome.outdated) onDone()
        return null
      }
      if (done !== null) say(done)
      onDone()
      return outcome.answer as ResponseOf<'staff', A>
    },
  }
}
