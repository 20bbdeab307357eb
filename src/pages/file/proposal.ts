import type { Catalog } from '@/data/read/use-catalog'
import { kindLabels } from '../../../types/vocabulary'
import { otherOf } from '../../../types/words/find-by-words'
import { kindAskedFor, usualKind } from '../../../types/words/kind-words'
import { dangersIn } from '../../../types/words/said'
import { spokenOf } from '../../../types/words/spoken-of'
import { leavesOf } from './categories'
import type { FileDraft } from './draft'

/** What the description speaks for, as one that a single tap takes (D-CL-4). */
export interface Proposal {
  part: Partial<Pick<FileDraft, 'kind' | 'category' | 'emergency'>>
  /** 「报修求助 · 漏水渗水」 */
  what: string
  /** 「因为您写了“漏水”」 */
  why: string
}

type Written = Pick<FileDraft, 'kind' | 'category' | 'emergency' | 'text'>

/** A beginning such as 「我家」 speaks of nothing yet; from so many characters on 其他 is offered. */
const enoughToJudge = 6

/** What is still open and the words answer: whatever the resident has chosen stands. Null: nothing. A praise is left alone. */
export function proposalFor({ kind, category, emergency, text }: Written, catalog: Catalog): Proposal | null {
  if (kind === 'praise') return null
  const leaves = leavesOf(catalog.categories)
  const other = otherOf(leaves)
  const spoken = spokenOf(text, catalog.categories)
  const leaf = spoken.find(({ category: found }) => leaves.some(({ id }) => id === found.id))
  const asked = kindAskedFor(text)
  const dangers = asked?.kind === 'praise' ? [] : dangersIn(text, catalog.emergencyWords)
  const open = category === null || category === other?.id
  const found = open && leaf && leaf.category.id !== category ? leaf : null
  const nothingFits = category === null && spoken.length === 0 && text.trim().length >= enoughToJudge
  const proposed = found?.category ?? (nothingFits ? other : undefined)
  const usual = leaf ? usualKind(leaf.category.parentId ?? leaf.category.id) : null
  const proposedKind = kind === null ? (asked?.kind ?? usual) : null
  const danger = !emergency && dangers.length > 0
  if (!proposed && !proposedKind && !danger) return null
  const said = new Set([
    ...(danger ? dangers : []),
    ...(found?.words ?? []),
    ...(proposedKind ? (asked?.words ?? leaf?.words ?? []) : []),
  ])
  return {
    part: {
      ...(proposedKind ? { kind: proposedKind } : {}),
      ...(proposed ? { category: proposed.id } : {}),
      ...(danger ? { emergency: true } : {}),
    },
    what: [proposedKind && kindLabels[proposedKind], proposed?.name, danger && '现在很危险']
      .filter(Boolean)
      .join(' · '),
    why:
      said.size > 0
        ? `因为您写了${[...said].map(word => `“${word}”`).join('、')}`
        : '没有看出属于哪一类，先选这个也可以',
  }
}
