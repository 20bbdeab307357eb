import type { CompiledPolicy } from '../policy/compile/compile'
import { type RoutingInput, chooseByLevel, levelsAbove } from '../routing/choose'
import { holdersOf } from '../routing/directory'
import { type Assignment, heightOf } from '../routing/route'
import type { SurveyAnswers } from '../ticket/events'
import type { Ticket } from '../ticket/state'

/** D-CB-3: solved, and the result good enough. */
export const isSatisfied = (answers: SurveyAnswers, policy: CompiledPolicy): boolean =>
  answers.solved && answers.result >= policy.policy.survey.satisfiedFrom

/**
 * D-CB-3: who takes a ticket whose complainant was not satisfied. The lead the first time, at least one level up the
 * second, quality from the third, chosen by D-RT-2 within the level (D-HD-9). `dissatisfied` counts this time too.
 * null: nobody, so it waits in triage.
 */
export function reopenedTo(ticket: Ticket, dissatisfied: number, input: RoutingInput): Assignment | null {
  const { directory } = input
  const lead = ticket.assignment
  const departmentId = lead?.departmentId ?? null
  const stillThere = lead !== null && directory.staff.some(member => member.id === lead.personId)
  if (dissatisfied <= 1 && stillThere) return lead
  // A second head of the same department is no level up.
  const above = levelsAbove(directory, departmentId, lead === null ? -1 : heightOf(lead.personId, directory))
  const levels = dissatisfied >= 3 ? [holdersOf(directory, 'quality', departmentId), ...[...above].reverse()] : above
  const next = chooseByLevel(levels, input)
  if (next) return { personId: next.id, personName: next.name, departmentId }
  return stillThere ? lead : null
}

/** Why it was reopened, in the complainant's own words and choices. */
export const dissatisfactionOf = (
  answers: Pick<SurveyAnswers, 'solved' | 'reasons' | 'text'>,
  labels: Readonly<Record<string, string>>,
): string => {
  const reasons = answers.reasons.map(reason => labels[reason] ?? reason)
  const said = [answers.solved ? '对结果不满意' : '问题没有解决', ...reasons, answers.text ?? '']
  return said.filter(part => part !== '').join('；')
}
