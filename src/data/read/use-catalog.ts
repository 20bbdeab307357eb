import { errorCodes } from '../../../types/errors'
import type { ResponseOf } from '../../../types/contract/index'
import type { AbortSignalLike } from '../call/abort'
import { CallError } from '../call/call-error'
import { call } from '../call/client'
import { useReading } from './use-reading'

export type Catalog = ResponseOf<'ticket', 'catalog'>
export type Category = Catalog['categories'][number]

const nobody = 'nobody'

const load = async (key: string, signal: AbortSignalLike): Promise<Catalog> => {
  // A stranger has no center and so no catalog; the server need not be asked for that.
  if (key === nobody) throw new CallError('unauthenticated', errorCodes.unauthenticated.message)
  return call('ticket', 'catalog', {}, { retries: 2, signal, quiet: true })
}

/** It changes seldom, so it is not read again for each page that shows it, ms. */
const freshMs = 60_000

/** What can be filed here. `signedIn` false: nothing is asked. */
export const useCatalog = (signedIn = true) =>
  useReading<Catalog>({ name: 'catalog', key: signedIn ? 'all' : nobody, load, freshMs, keep: signedIn })
