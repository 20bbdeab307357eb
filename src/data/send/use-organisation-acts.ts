import { useState } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { call } from '../call/client'
import type { Outcome } from './sender'
import { createSenders } from './senders'

type Command =
  | 'saveCenter'
  | 'saveDepartments'
  | 'saveStaff'
  | 'removeStaff'
  | 'appointAdministrator'
  | 'dismissAdministrator'
  | 'importPlaces'
  | 'importStaff'
  | 'importHouseholds'
  | 'invite'
  | 'bind'
  | 'requestBinding'
  | 'approveBinding'
  | 'leave'

type Data<A extends Command> = Omit<RequestOf<'organisation', A>, 'idempotencyKey'>

export interface OrganisationActs {
  /** What is under way. */
  busy: Command | null
  act: <A extends Command>(name: A, data: Data<A>) => Promise<Outcome<ResponseOf<'organisation', A>>>
}

/** A whole estate is read and compared in one call. */
const timeoutMs = 60_000

/** Writes about the organisation and about who lives where; a repeat after a lost answer carries the same key (D-IN-5). */
export function useOrganisationActs(): OrganisationActs {
  const [busy, setBusy] = useState<Command | null>(null)
  const [senders] = useState(() => createSenders<unknown>())
  return {
    busy,
    async act<A extends Command>(name: A, data: Data<A>) {
      const sender = senders.of(JSON.stringify([name, data]), idempotencyKey =>
        call('organisation', name, { ...data, idempotencyKey } as RequestOf<'organisation', A>, {
          retries: 2,
          timeoutMs,
        }),
      )
      setBusy(name)
      const outcome = await sender.submit(null)
      setBusy(null)
      return outcome as Outcome<ResponseOf<'organisation', A>>
    },
  }
}
