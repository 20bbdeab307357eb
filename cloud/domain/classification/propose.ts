import type { Kind, Urgency } from '../../../types/vocabulary'
import { dangersIn } from '../../../types/words/said'
import { spokenOf } from '../../../types/words/spoken-of'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Proposed } from '../ticket/events'

export interface FilingText {
  readonly kind: Kind
  /** What the filer picked. */
  readonly category: string
  /** What the filer said of it; null: nothing. */
  readonly urgency: Urgency | null
  readonly text: string
}

const order: readonly Urgency[] = ['suggestion', 'normal', 'urgent', 'emergency']
const higher = (one: Urgency, other: Urgency): Urgency => (order.indexOf(one) >= order.indexOf(other) ? one : other)

const quoted = (words: readonly string[]): string => words.map(word => `“${word}”`).join('、')

/** D-CL-2 before anybody has looked: what the filer says, else what the category means, else what the kind means. */
export const urgencyOf = (told: FilingText, policy: CompiledPolicy): Urgency =>
  told.urgency ?? policy.category(told.category)?.urgency ?? (told.kind === 'suggestion' ? 'suggestion' : 'normal')

/**
 * D-CL-4: what the rules would pick, from the category picked and the words in the text, with the reason; undefined where
 * they agree with the filer. Words of danger only ever raise the urgency. A praise speaks of what was good, so its words
 * propose nothing.
 */
export function propose(told: FilingText, policy: CompiledPolicy): Proposed | undefined {
  if (told.kind === 'praise') return undefined
  const asPicked = urgencyOf(told, policy)
  const danger = dangersIn(told.text, policy.policy.emergencyWords)
  const spoken = spokenOf(told.text, policy.policy.categories)[0]
  const elsewhere = spoken !== undefined && !related(spoken.category.id, told.category, policy)
  const category = elsewhere ? spoken.category : undefined
  const meant = category?.urgency === undefined ? asPicked : higher(asPicked, category.urgency)
  const urgency = danger.length > 0 ? 'emergency' : meant
  if (!category && urgency === asPicked) return undefined
  const why = [
    ...(category ? [`文字里说到${quoted(spoken?.words ?? [])}，像是“${category.name}”`] : []),
    ...(danger.length > 0 ? [`说到${quoted(danger)}，可能有危险`] : []),
  ].join('；')
  return { category: category?.id ?? told.category, urgency, why: why || `“${category?.name ?? ''}”一般要加急` }
}

/** The same, or one below the other: then the filer has picked well enough. */
const related = (one: string, other: string, policy: CompiledPolicy): boolean =>
  policy.lineage(one).has(other) || policy.lineage(other).has(one)

/**
 * A filing's classification: what was picked, with what the rules make of the words. Words of danger count at once where
 * the filer said nothing of urgency: an emergency can't wait for somebody to read it.
 */
export function classified(told: FilingText, policy: CompiledPolicy): { urgency: Urgency; suggested?: Proposed } {
  const suggested = propose(told, policy)
  const dangerous = suggested?.urgency === 'emergency' && told.urgency === null
  return { urgency: dangerous ? 'emergency' : urgencyOf(told, policy), ...(suggested ? { suggested } : {}) }
}
