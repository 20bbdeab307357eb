import { type Command, type FindingKind, commandLabels, stateLabels } from '../../../types/vocabulary'
import { capacities } from './capacities'
import { type Refusal, refusal } from '../refusal'
import { type NeedInput, needs } from './needs'
import { type NeedName, type Transition, transitions } from '../ticket/transitions'

const rows = new Map<Command, Transition>(transitions.map(row => [row.command, row]))

/** The row of the table for a command. Every command has exactly one (check-transitions.ts). */
export const transitionOf = (command: Command): Transition => {
  const row = rows.get(command)
  if (!row) throw new Error(`no transition for ${command}`)
  return row
}

/** Who asks about which ticket, and what decides besides. */
export type Asker = Omit<NeedInput, 'capacities'>

const known = ({ ticket, actor, policy, directory, whose, phoneKnown, now }: Asker): NeedInput => ({
  ticket,
  actor,
  capacities: capacities(actor, ticket),
  policy,
  directory,
  whose,
  phoneKnown,
  now,
})

const ownWork: readonly NeedName[] = ['notTheHandler', 'notTheRecorder', 'someoneToCall']
const findingOf: Partial<Record<Command, FindingKind>> = {
  exempt: 'ownExemption',
  recordCallback: 'ownCallback',
  answerSurvey: 'ownCallback',
}

/** D-CB-6: that somebody tried it with own work is a finding, and not only refused. */
const withFinding = (command: Command, need: NeedName, refused: Refusal): Refusal => {
  const finding = ownWork.includes(need) ? findingOf[command] : undefined
  return finding === undefined ? refused : { ...refused, finding }
}

/** The order matters: who you are, then what state it is in, then what else it takes. */
const refusalOf = (row: Transition, input: NeedInput): Refusal | null => {
  const { capacities: mine, ticket } = input
  if (mine.size === 0) return refusal('notFound')
  if (!row.who.some(capacity => mine.has(capacity)))
    return refusal('forbidden', `您不能对这张工单进行“${commandLabels[row.command]}”`)
  if (row.from === 'none' || !row.from.includes(ticket.state))
    return refusal(
      'wrongState',
      `工单现在是“${stateLabels[ticket.state]}”，不能进行“${commandLabels[row.command]}”，请刷新后再看`,
    )
  for (const name of row.needs) {
    const refused = needs[name](input)
    if (refused) return withFinding(row.command, name, refused)
  }
  return null
}

/** Whether the actor may give the command now; null when so. Strangers get `notFound`: for them it does not exist. */
export const permit = (command: Command, asker: Asker): Refusal | null => refusalOf(transitionOf(command), known(asker))

/** Commands whose buttons the screens draw, in the order of the table; the same rules that `decide` obeys. */
export function allowedCommands(asker: Asker): readonly Command[] {
  const input = known(asker)
  return transitions.filter(row => refusalOf(row, input) === null).map(row => row.command)
}
