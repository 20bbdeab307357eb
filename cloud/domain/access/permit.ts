import { type Command, type FindingKind, commandLabels, stateLabels } from '../../../types/vocabulary'
import { capacities } from './capacities'
import { ratesAs } from './household'
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

/** D-CB-6: it would be judging own work, whatever else stands against it. Of what is over nobody judges anything. */
const isOwn = (row: Transition, input: NeedInput, unmet: readonly NeedName[]): boolean =>
  row.from !== 'none' && row.from.includes(input.ticket.state) && unmet.some(name => needs[name](input) !== null)

/** D-CB-5: an answer that nobody has asked for. Whoever belongs to the matter and was merely not asked has done nothing. */
function findingOfAnswer({ ticket, actor, capacities: mine }: NeedInput): FindingKind | undefined {
  const round = ticket.rounds.at(-1)
  if (!round) return undefined
  // Not `complainant`: the desk speaks for whoever has no account, and still rates nothing.
  if (!mine.has('family') && ticket.complainants.every(({ personId }) => personId !== actor.id))
    return 'strangersAnswer'
  const complainant = ratesAs(actor, ticket)
  if (complainant === null || !round.asked.includes(complainant)) return undefined
  if (round.answers.some(answer => answer.complainant === complainant)) return 'secondAnswer'
  return ticket.state === 'callback' ? undefined : 'lateAnswer'
}

/** A refused try that is a finding too, and not only refused (D-CB-5, D-CB-6). */
function findingOf(row: Transition, input: NeedInput): FindingKind | undefined {
  switch (row.command) {
    case 'exempt':
      return isOwn(row, input, ['notTheHandler', 'notTheRecorder']) ? 'ownExemption' : undefined
    case 'recordCallback':
      return isOwn(row, input, ['notTheHandler', 'someoneToCall']) ? 'ownCallback' : undefined
    case 'answerSurvey':
      return isOwn(row, input, ['notTheHandler', 'notTheRecorder']) ? 'ownCallback' : findingOfAnswer(input)
    default:
      return undefined
  }
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
    if (refused) return refused
  }
  return null
}

/** Whether the actor may give the command now; null when so. Strangers get `notFound`: for them it does not exist. */
export function permit(command: Command, asker: Asker): Refusal | null {
  const row = transitionOf(command)
  const input = known(asker)
  const refused = refusalOf(row, input)
  const finding = refused === null ? undefined : findingOf(row, input)
  return refused === null || finding === undefined ? refused : { ...refused, finding }
}

/** Commands whose buttons the screens draw, in the order of the table; the same rules that `decide` obeys. */
export function allowedCommands(asker: Asker): readonly Command[] {
  const input = known(asker)
  return transitions.filter(row => refusalOf(row, input) === null).map(row => row.command)
}
