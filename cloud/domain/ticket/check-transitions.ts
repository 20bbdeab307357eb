import { type State, commandLabels, finalStates, keysOf, stateLabels } from '../../../types/vocabulary'
import { type Transition, transitions } from './transitions'

const targets = (row: Transition, from: State | null): readonly State[] =>
  // Going back reaches nothing that was not reached before.
  row.to === 'before' ? [] : row.to === 'same' ? (from === null ? [] : [from]) : row.to

const reachableFrom = (start: readonly State[], table: readonly Transition[]): ReadonlySet<State> => {
  const seen = new Set<State>(start)
  const queue = [...seen]
  for (let state = queue.pop(); state; state = queue.pop())
    for (const row of table)
      if (row.from !== 'none' && row.from.includes(state))
        for (const to of targets(row, state))
          if (!seen.has(to)) {
            seen.add(to)
            queue.push(to)
          }
  return seen
}

/** Everything that is wrong with a transition table (D-HD-1); empty when it is sound. */
export function checkTransitions(table: readonly Transition[] = transitions): readonly string[] {
  const problems: string[] = []
  const states = keysOf(stateLabels)
  const born = table.filter(row => row.from === 'none').flatMap(row => targets(row, null))
  const reachable = reachableFrom(born, table)
  const finals: readonly State[] = finalStates
  for (const state of states) {
    if (!reachable.has(state)) problems.push(`state ${state} can't be reached`)
    const leaving = table.filter(row => row.from !== 'none' && row.to !== 'before' && row.from.includes(state))
    if (finals.includes(state)) {
      if (leaving.length > 0) problems.push(`final state ${state} has an exit: ${leaving[0]?.command}`)
    } else if (![...reachableFrom([state], table)].some(to => finals.includes(to))) {
      problems.push(`state ${state} has no way to an end`)
    }
  }
  for (const command of keysOf(commandLabels)) {
    const stated = table.filter(row => row.command === command)
    if (stated.length !== 1) problems.push(`command ${command} stands in the table ${stated.length} times`)
  }
  for (const row of table) {
    if (row.who.length === 0) problems.push(`command ${row.command} may be given by nobody`)
    if (row.from !== 'none' && row.from.length === 0) problems.push(`command ${row.command} starts nowhere`)
    if (row.to.length === 0) problems.push(`command ${row.command} leads nowhere`)
  }
  return problems
}
