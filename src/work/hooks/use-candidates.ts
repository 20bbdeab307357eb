import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import type { ResponseOf } from '../../../types/contract/index'
import { useReading } from '@/data/read/use-reading'

export type Candidates = ResponseOf<'ticket', 'candidates'>
export type Candidate = Candidates['people'][number]

const load = (ticketId: string, signal: AbortSignalLike) =>
  call('ticket', 'candidates', { ticketId }, { retries: 2, signal })

/** Departments and people this ticket can go to. */
export const useCandidates = (ticketId: string) => useReading<Candidates>('work:candidates', ticketId, load)
