import { type Command, commandLabels, stateLabels } from '../../../types/vocabulary'
import { capacities } from '../actor'
import { type Refusal, refusal } from '../refusal'
import { type NeedInput, needs } from './needs'
import { type Transition, transitions } from './transitions'

const rows = new Map<Command, Transition>(transitions.map(row => [row.command, row]))

/** The row of the table for a command. Every command has exactly one (check-transitions.ts). */
export const transitionOf = (command: Command): Transition => {
  const row = rows.get(command)
  if (!row) throw new Error(`no transition for ${command}`)
  return row
}

type Asker = Omit<NeedInput, 'capacities'>

/**
 * Whether the actor may give the command now; null when so. Strangers get `notFound`: for them the ticket does not
 * exist. The order matters: who you are, then what state it is in, then what else it takes.
 */
export function permit(command: Command, input: Asker): Refusal | null {
  const row = transitionOf(command)
  const mine = capacities(input.actor, input.ticket)
  if (mine.size === 0) return refusal('notFound')
  if (!row.who.some(capacity => mine.has(capacity)))
    return refusal('forbidden', `您不能对这张工单进行“${commandLabels[command]}”`)
  if (row.from === 'none' || !row.from.includes(input.ticket.state))
    return refusal(
      'wrongState',
      `工单现在是“${stateLabels[input.ticket.state]}”，不能进行“${commandLabels[command]}”，请刷新后再看`,
    )
  const needInput: NeedInput = { ...input, capacities: mine }
  for (const name of row.needs) {
    const refused = needs[name](needInput)
    if (refused) return refused
  }
  return null
}

/** Commands whose buttons the screens draw, in the order of the table; the same rules that `decide` obeys. */
export function allowedCommands(input: Asker): readonly Command[] {
  return transitions.filter(row => permit(row.command, input) === null).map(row => row.command)
}
