import type { Meaning } from '@/ui/status-tag'
import { endingLabels, relationLabels, severityLabels, stateLabels, urgencyLabels } from '../../../types/vocabulary'
import type { Ending, Relation, Severity, State, Urgency } from '../../../types/vocabulary'

const meanings: Record<State, Meaning> = {
  submitted: 'dueSoon',
  accepted: 'info',
  dispatched: 'dueSoon',
  inProgress: 'info',
  proposed: 'info',
  agreed: 'info',
  onHold: 'calm',
  completed: 'dueSoon',
  verified: 'info',
  callback: 'info',
  quietPeriod: 'calm',
  disputed: 'dueSoon',
  closed: 'done',
  archived: 'done',
  withdrawn: 'calm',
  declined: 'calm',
  merged: 'calm',
}

export interface Tag {
  meaning: Meaning
  word: string
}

/** The state's tag; a closed ticket says how it ended (D-CB-4: unreached is not satisfied). */
export function stateTag(state: State, ending: Ending | null): Tag {
  if (state === 'closed' && ending !== null)
    return { meaning: ending === 'satisfied' ? 'done' : 'calm', word: endingLabels[ending] }
  return { meaning: meanings[state], word: stateLabels[state] }
}

interface StandingOut {
  urgency: Urgency
  severity: Severity
  assisting?: boolean
}

/** Only what stands out gets a tag: emergencies, urgent matters, hot and major ones, and what one only helps with. */
export function standoutTags({ urgency, severity, assisting = false }: StandingOut): Tag[] {
  const tags: Tag[] = []
  if (urgency === 'emergency') tags.push({ meaning: 'late', word: urgencyLabels.emergency })
  if (urgency === 'urgent') tags.push({ meaning: 'dueSoon', word: urgencyLabels.urgent })
  if (severity !== 'ordinary') tags.push({ meaning: 'late', word: severityLabels[severity] })
  if (assisting) tags.push({ meaning: 'info', word: '协办' })
  return tags
}

/** The contract leaves the relation open: a word of the vocabulary, or words typed by whoever recorded it. */
export const relationWord = (relation: string | null): string =>
  relation === null ? '' : relation in relationLabels ? relationLabels[relation as Relation] : relation

interface Holder {
  assigneeName: string | null
  departmentName: string | null
}

/** Who has it, in a list: two people of one name are told apart by where they work (L-DSK-1). */
export const holderWord = ({ assigneeName, departmentName }: Holder): string =>
  [assigneeName, departmentName].filter(Boolean).join(' · ') || '还没有人负责'
