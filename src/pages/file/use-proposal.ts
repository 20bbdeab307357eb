import { useMemo } from 'react'
import type { Catalog } from '@/data/read/use-catalog'
import { useSettled } from '@/data/read/use-settled'
import { checkDraft, type FileDraft } from './draft'
import { proposalFor, type Proposal } from './proposal'

/** While somebody is still typing nothing appears and goes, ms. */
const settleMs = 500

interface Proposed {
  proposal: Proposal | null
  /** With it nothing is missing any more: one tap may take it and file (D-CL-4). */
  completes: boolean
}

/** What the description speaks for, once the hand rests. */
export function useProposal(draft: FileDraft, catalog: Catalog): Proposed {
  const { kind, category, emergency } = draft
  const text = useSettled(draft.text, settleMs)
  const proposal = useMemo(
    () => proposalFor({ kind, category, emergency, text }, catalog),
    [kind, category, emergency, text, catalog],
  )
  const completes = proposal !== null && !checkDraft(draft).ok && checkDraft({ ...draft, ...proposal.part }).ok
  return { proposal, completes }
}
