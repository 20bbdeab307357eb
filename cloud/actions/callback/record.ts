import type { CommandOf } from '../../domain/ticket/commands'
import { complainantKey } from '../../domain/ticket/complainants'
import { openCalls } from '../../domain/survey/calls'
import { CallError } from '../call-error'
import { execute } from '../execute'
import type { Handler } from '../handlers'
import { obeyWishes } from '../survey/obey-wishes'
import { findTicket } from '../ticket/find'
import { readTaskId } from './task-id'

type Input = Parameters<Handler<'callback', 'record'>>[0]

const resultOf = {
  complete: 'answered',
  partial: 'answered',
  later: 'answered',
  noAnswer: 'unreached',
  wrongNumber: 'unreached',
  refused: 'refused',
} as const

/** What was said, as far as it goes: in full only where nothing is missing. */
function answersOf({
  outcome,
  answers = {},
  text,
}: Input): Pick<CommandOf<'recordCallback'>, 'answers' | 'part' | 'text'> {
  const { reception, measures, result, solved, ...others } = answers
  const words = text ?? answers.text
  if (outcome === 'partial') {
    const { reasons, suggestion, more } = others
    return { part: { solved, result, measures, reception, reasons, suggestion, more }, text: words }
  }
  if (outcome !== 'complete') return { text: words }
  if (reception === undefined || measures === undefined || result === undefined || solved === undefined)
    throw CallError.field('invalidRequest', 'answers', '还有没问到的，请记成“答了一部分”')
  return { answers: { ...others, reception, measures, result, solved }, text }
}

/**
 * D-CB-1, D-CB-12: under the ticket's row lock, so of two who write down a call at once, or of a call and an answer in the app,
 * the second meets what the first has led to.
 */
export const record: Handler<'callback', 'record'> = async (input, call) => {
  const { caller, runtime } = call
  const id = readTaskId(input.taskId)
  if (!id) throw new CallError('notFound')
  const { ticketId } = id
  const { centerId } = (await findTicket(call, ticketId)).ticket
  const said = answersOf(input)
  const answer = await execute(
    call,
    { action: 'callback.record', centerId, request: input, ticketIds: [ticketId] },
    async execution => {
      const stored = execution.ticket(ticketId)
      const { ticket } = stored
      const open = openCalls(ticket, await execution.policyOf(ticket))
      const task = open.find(one => one.round === id.round && one.task === id.task)
      const person = ticket.complainants.find(one => complainantKey(one) === task?.complainant)
      const command = {
        command: 'recordCallback',
        result: resultOf[input.outcome],
        outcome: input.outcome,
        method: input.method,
        callAt: input.callAt,
        // Whose call is over has nobody left to be named: the domain says who may not, and that nobody is to be called.
        complainant: person?.ticketId ?? 'over',
        ...said,
      } as const
      const { after } = await execution.decide({ stored, command, actor: caller.actor })
      return { state: after.state }
    },
  )
  if (input.outcome === 'refused') await obeyWishes(runtime, [centerId])
  return answer
}
