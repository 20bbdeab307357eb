import {
  type Channel,
  channelLabels,
  familyRelationLabels,
  residentStateLabels,
  type State,
  statesBeforeCompletion,
} from '../../../types/vocabulary'
import type { TicketItem, TicketView } from '../../../types/contract/ticket-views'
import type { Meaning } from '@/ui/status-tag'

/** The four dots of a ticket (L-TKT-1). */
export const stages = ['受理', '处理', '验证', '回访'] as const

/** How many of the four stages are behind; the one after them is under way. */
const stagesDone: Partial<Record<State, number>> = {
  completed: 2,
  verified: 3,
  callback: 3,
  quietPeriod: 3,
  disputed: 3,
  closed: 4,
  archived: 4,
}

export type StageLook = 'done' | 'now' | 'ahead'

/** Null for a matter that left the usual way: withdrawn, declined or joined with another. */
export function stageLooks(state: State, acknowledged: boolean): StageLook[] | null {
  if (state === 'withdrawn' || state === 'declined' || state === 'merged') return null
  // Until the work is done, only a person's word makes it 受理: being given to somebody by a rule does not.
  const done = stagesDone[state] ?? (acknowledged ? 1 : 0)
  return stages.map((_, index) => (index < done ? 'done' : index === done ? 'now' : 'ahead'))
}

/** Still being worked on: what was done before belongs to an earlier round. */
export const isBeingHandled = (state: State): boolean => statesBeforeCompletion.some(one => one === state)

interface StateAndHandler {
  state: State
  assigneeName: string | null
  departmentName: string | null
}

/** One sentence: where it stands and who has it; residents never read 「派单」 (L-WRD-1). */
export function standsText({ state, assigneeName, departmentName }: StateAndHandler): string {
  const who = assigneeName ?? departmentName
  if (who && state === 'dispatched') return `已安排${who}处理`
  if (who && state === 'inProgress') return `${who}正在处理`
  if (who && state === 'agreed') return `${who}正在按商定的方案处理`
  return residentStateLabels[state]
}

/** Who has it, where the state's own word does not say so. */
export function whoText(standing: StateAndHandler): string | null {
  const stands = standsText(standing)
  if (stands !== residentStateLabels[standing.state]) return stands
  const who = standing.assigneeName ?? standing.departmentName
  return who && `${who}负责`
}

/** How a matter of mine came here where I did not write it myself; null where I did, and in what a phone kept of before. */
export const recordedText = (channel: Channel | undefined): string | null =>
  channel === undefined || channel === 'miniProgram' ? null : `${channelLabels[channel]}登记`

/** Whose matter it is in the family, where it is not simply one's own (D-AC-2); null where it is. */
export const familyText = ({ ofFamily, forFamily }: Pick<TicketItem, 'ofFamily' | 'forFamily'>): string | null =>
  ofFamily ? '家人反映的' : forFamily ? `替${familyRelationLabels[forFamily]}反映的` : null

/** 「王奶奶（父母）」; of an account whose relation nobody has said, the name alone. */
export const forWhomText = ({
  name,
  relation,
}: Pick<NonNullable<TicketView['forFamily']>, 'name' | 'relation'>): string =>
  name === null
    ? familyRelationLabels[relation]
    : relation === 'other'
      ? name
      : `${name}（${familyRelationLabels[relation]}）`

const waitsForMe: readonly State[] = ['proposed', 'callback']
const over: readonly State[] = ['closed', 'archived']
const aside: readonly State[] = ['withdrawn', 'declined', 'merged']

/** Colour and sign of the state for the complainant. */
export function meaningOf(state: State): Meaning {
  if (waitsForMe.includes(state)) return 'dueSoon'
  if (over.includes(state)) return 'done'
  return aside.includes(state) ? 'calm' : 'info'
}
