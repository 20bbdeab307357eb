import type { Kysely } from 'kysely'
import type { CompiledPolicy } from '../../domain/policy/compile'
import type { Directory } from '../../domain/routing/directory'
import { type Center, directoryOf, findCenter, policyOf } from '../../store/center-store'
import type { Database } from '../../store/schema'
import { CallError } from '../call-error'

/** What a decision about a center's tickets needs to know of the center. */
export interface Desk {
  readonly center: Center
  readonly directory: Directory
}

/** @throws CallError `notFound` for a center that does not exist */
export async function deskOf(db: Kysely<Database>, centerId: string): Promise<Desk> {
  const center = await findCenter(db, centerId)
  if (!center) throw new CallError('notFound')
  return { center, directory: await directoryOf(db, center) }
}

/** The policy that new tickets of the center run under. */
export const currentPolicy = (db: Kysely<Database>, center: Center): Promise<CompiledPolicy> =>
  policyOf(db, center.id, center.policyVersion)
