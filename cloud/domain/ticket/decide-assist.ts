import { mayFinishAssist, notYourAssist } from '../access/assists'
import { capacities } from '../access/capacities'
import { fieldRefusal, refusal } from '../refusal'
import { factsOf } from '../deadline/timers'
import { type Assignment, routeToDepartment } from '../routing/route'
import type { CommandOf } from './commands'
import { assignable } from './decide-routing'
import type { DecideContext, Outcome } from './decision'
import { type Assist, type Ticket, openAssists } from './state'

type AssistCommand = CommandOf<'assist' | 'finishAssist' | 'cancelAssist'>

/** Whoever leads or helps already: they can't be asked to help once more. */
export const busyWith = (ticket: Ticket): readonly string[] => [
  ...(ticket.assignment ? [ticket.assignment.personId] : []),
  ...openAssists(ticket).map(({ assignment }) => assignment.personId),
]

/** The person named, or the one whom the rules pick in the department named. */
const helperOf = (ticket: Ticket, command: CommandOf<'assist'>, context: DecideContext): Assignment | null => {
  const { policy, directory, workloads, now: at } = context
  const except = busyWith(ticket)
  if (command.assigneeId !== undefined) {
    const member = assignable(command.assigneeId, context)
    if (!member || except.includes(member.id)) return null
    return { personId: member.id, personName: member.name, departmentId: member.departmentId }
  }
  const known = policy.policy.departments.some(({ id }) => id === command.departmentId)
  if (command.departmentId === undefined || !known) return null
  const facts = factsOf(ticket)
  return routeToDepartment(command.departmentId, {
    policy,
    directory,
    workloads,
    facts,
    at,
    except,
  })
}

const openOne = (ticket: Ticket, number: number): Assist | undefined =>
  openAssists(ticket).find(({ assist }) => assist === number)

/** D-RT-5: the lead keeps the ticket; each assist has a person, a task and a clock of its own. */
export function decideAssist(ticket: Ticket, command: AssistCommand, context: DecideContext): Outcome {
  switch (command.command) {
    case 'assist': {
      const assignment = helperOf(ticket, command, context)
      if (!assignment)
        return fieldRefusal(
          'unknownPerson',
          command.assigneeId === undefined ? 'departmentId' : 'assigneeId',
          '请重新选择协办的部门或同事：不能是主办人，也不能正在协办',
        )
      const assist = (ticket.assists ?? []).length + 1
      return [{ type: 'assistAsked', assist, assignment, task: command.task, hours: command.hours ?? null }]
    }
    case 'finishAssist': {
      const open = openOne(ticket, command.assist)
      if (!open) return refusal('wrongState', '这项协办已经结束')
      if (!mayFinishAssist(open, ticket, context.actor, capacities(context.actor, ticket))) return notYourAssist
      return [{ type: 'assistFinished', assist: command.assist, text: command.text, media: command.photos ?? [] }]
    }
    case 'cancelAssist':
      return openOne(ticket, command.assist)
        ? [{ type: 'assistCancelled', assist: command.assist, reason: command.reason }]
        : refusal('wrongState', '这项协办已经结束')
  }
}
