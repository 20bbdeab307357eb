import type { CompiledPolicy } from '../policy/compile/compile'
import { type Directory, chainOfCommand, holdersOf, levelOf } from '../routing/directory'
import type { Assignment } from '../routing/route'
import type { SurveyAnswers } from '../ticket/events'
import type { Ticket } from '../ticket/state'

/** D-CB-3: solved, and the result good enough. */
export const isSatisfied = (answers: SurveyAnswers, policy: CompiledPolicy): boolean =>
  answers.solved && answers.result >= policy.policy.survey.satisfiedFrom

/**
 * D-CB-3: who takes a ticket whose complainant was not satisfied. The lead the first time, at least one level up the
 * second, quality from the third. `dissatisfied` counts this time too. null: nobody, so it waits in triage.
 */
export function reopenedTo(ticket: Ticket, dissatisfied: number, directory: Directory): Assignment | null {
  const lead = ticket.assignment
  const departmentId = lead?.departmentId ?? null
  const stillThere = lead !== null && directory.staff.some(member => member.id === lead.personId)
  if (dissatisfied <= 1 && stillThere) return lead
  const chain = chainOfCommand(directory, departmentId)
  const mine = chain.filter(member => member.id === lead?.personId).map(member => levelOf(member))
  // A second head of the same department is no level up.
  const above = chain.filter(member => levelOf(member) > Math.max(-1, ...mine))
  const quality = holdersOf(directory, 'quality', departmentId)
  const next = dissatisfied >= 3 ? (quality[0] ?? above.at(-1)) : above[0]
  if (next) return { personId: next.id, personName: next.name, departmentId }
  return stillThere ? lead : null
}

/** Why it was reopened, in the complainant's own words and choices. */
export const dissatisfactionOf = (answers: SurveyAnswers, labels: Readonly<Record<string, string>>): string => {
  const reasons = answers.reasons.map(reason => labels[reason] ?? reason)
  const said = [answers.solved ? '对结果不满意' : '问题没有解决', ...reasons, answers.text ?? '']
  return said.filter(part => part !== '').join('；')
}
