import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Candidates = ResponseOf<'ticket', 'candidates'>
export type Candidate = Candidates['people'][number]

/** Departments and people this ticket can go to. */
export const useCandidates = (ticketId: string) =>
  useReading<Candidates>({
    name: 'work:candidates',
    key: ticketId,
    load: (_key, signal) => call('ticket', 'candidates', { ticketId }, { retries: 2, signal }),
  })
