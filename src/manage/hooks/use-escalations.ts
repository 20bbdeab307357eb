import { call } from '@/data/call/client'
import { usePagedReading } from '@/data/read/use-paged-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Escalation = ResponseOf<'center', 'escalations'>['items'][number]
export type EscalationFilter = 'open' | 'all'

const idOf = ({ ticketId, kind, level, dueAt }: Escalation) => `${ticketId}:${kind}:${level}:${dueAt}`

/** What was escalated to the caller, page by page. */
export const useEscalations = (which: EscalationFilter) =>
  usePagedReading<Escalation>({
    name: 'manage:escalations',
    key: which,
    load: (page, signal) =>
      call('center', 'escalations', { ...page, openOnly: which === 'open' }, { retries: 1, signal }),
    idOf,
  })
