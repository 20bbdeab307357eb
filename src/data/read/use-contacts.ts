import type { ResponseOf } from '../../../types/contract/index'
import type { AbortSignalLike } from '../call/abort'
import { call } from '../call/client'
import { useReading } from './use-reading'

type Contacts = ResponseOf<'account', 'contacts'>

const load = (_key: string, signal: AbortSignalLike): Promise<Contacts> =>
  call('account', 'contacts', {}, { retries: 2, signal, quiet: true })

/** Numbers change seldom, ms. */
const freshMs = 600_000

/** Whom a stranger may call; kept on the device, since danger does not wait for a network. `enabled` false: nobody is asked. */
export const useContacts = (enabled: boolean): Contacts['centers'] =>
  useReading<Contacts>({ name: 'contacts', key: 'all', load, freshMs, enabled }).value?.centers ?? []
