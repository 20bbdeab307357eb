import type { CompiledPolicy } from '../domain/policy/compile/compile'
import type { Directory } from '../domain/routing/directory'
import { type Center, type Source, type TimedSource, directoryOf, findCenter, policyOf } from '../store/place/center'
import { CallError } from './call-error'

/** What a decision about a center's tickets needs to know of the center. */
export interface CenterContext {
  readonly center: Center
  readonly directory: Directory
}

/**
 * Inside a transaction, `source.db` is that transaction: PGlite has one connection, and a query beside it would wait
 * for itself.
 * @throws CallError `notFound` for a center that does not exist
 */
export async function centerContextOf(source: TimedSource, centerId: string): Promise<CenterContext> {
  const center = await findCenter(source.db, centerId)
  if (!center) throw new CallError('notFound')
  return { center, directory: await directoryOf(source, center) }
}

/** The policy that new tickets of the center run under. */
export const currentPolicy = (source: Source, center: Center): Promise<CompiledPolicy> =>
  policyOf(source, center.id, center.policyVersion)
