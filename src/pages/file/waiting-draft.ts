import { cutText } from '../../../types/words/text'
import { kindLabels, type Kind } from '../../../types/vocabulary'
import type { FileDraft, Preset } from './draft'

/** Under this name the one filing that is being written lies on the device. */
export const draftName = 'file'

/** About two lines of a card on a narrow phone. */
const excerptLength = 36

/** 「投诉 · 电梯」 */
const headOf = ({ kind, category }: FileDraft, categories: readonly { id: string; name: string }[]): string[] => {
  const name = categories.find(({ id }) => id === category)?.name
  return [...(kind ? [kindLabels[kind]] : []), ...(name ? [name] : [])]
}

/** What a draft is about, in the writer's own words as far as there are any. */
export function subjectOf(draft: FileDraft, categories: readonly { id: string; name: string }[]): string {
  const head = headOf(draft, categories).join(' · ')
  const words = [draft.text, draft.expectation, draft.placeText].map(text => text.trim()).find(text => text !== '')
  const excerpt = words && cutText(words, excerptLength, '…')
  const said = excerpt ?? (draft.media.length > 0 ? `${draft.media.length} 个照片或录音` : undefined)
  return [head, said].filter(Boolean).join('：') || '刚开始填'
}

export interface KindClash {
  /** Of the draft that waits. */
  kept: Kind
  /** Of the button by which the page was opened. */
  opened: Kind
}

export type KindAnswer = 'keep' | 'change' | 'afresh'

/** Another kind was tapped than the draft has: nothing of it changes before somebody has been asked. */
export const kindClash = (kept: FileDraft | null, { kind }: Preset): KindClash | null =>
  kept?.kind && kind && kept.kind !== kind ? { kept: kept.kind, opened: kind } : null

/** What the page begins with while that question waits: all of the preset except the kind in question. */
export const settledPreset = ({ kind, ...rest }: Preset, clash: KindClash | null): Preset =>
  clash || !kind ? rest : { ...rest, kind }
