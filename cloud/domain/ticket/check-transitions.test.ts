import { checkTransitions } from './check-transitions'
import { type Transition, transitions } from './transitions'

const without = (command: string): readonly Transition[] => transitions.filter(row => row.command !== command)
const changed = (
  command: string,
  change: Partial<Transition>,
  table: readonly Transition[] = transitions,
): readonly Transition[] => table.map(row => (row.command === command ? { ...row, ...change } : row))

describe('the transition table (D-HD-1)', () => {
  it('is sound', () => {
    expect(checkTransitions()).toEqual([])
  })
})

describe('a broken table is told', () => {
  it('a state nothing leads to', () => {
    expect(checkTransitions(changed('hold', { to: ['inProgress'] }))).toContain("state onHold can't be reached")
  })

  it('a state reached only from one that is not', () => {
    // A ticket in its quiet period may come back to the callback (D-HD-8), so the way there is closed too.
    const filed = changed('file', { to: ['submitted', 'dispatched'] })
    const table = changed('verify', { to: ['completed'] }, changed('exempt', { to: ['completed'] }, filed))
    expect(checkTransitions(table)).toEqual(
      expect.arrayContaining(["state verified can't be reached", "state callback can't be reached"]),
    )
  })

  it('a final state with an exit', () => {
    expect(checkTransitions(changed('reopen', { from: ['closed', 'archived'] }))).toEqual([
      'final state archived has an exit: reopen',
    ])
  })

  it('even an exit that stays where it is', () => {
    expect(checkTransitions(changed('note', { from: ['merged'] }))).toEqual(['final state merged has an exit: note'])
  })

  it('a state without a way to an end', () => {
    const table = changed('archive', { to: ['closed'] }).map(row =>
      row.from !== 'none' && row.from.includes('closed') ? { ...row, from: row.from.filter(s => s !== 'closed') } : row,
    )
    const problems = checkTransitions(table)
    expect(problems).toContain('state closed has no way to an end')
    expect(problems).toContain("state archived can't be reached")
  })

  it('a command that is missing, or stands twice', () => {
    expect(checkTransitions(without('urge'))).toEqual(['command urge stands in the table 0 times'])
    const urge = transitions.filter(row => row.command === 'urge')
    expect(checkTransitions([...transitions, ...urge])).toEqual(['command urge stands in the table 2 times'])
  })

  it('a command for nobody, from nowhere, to nowhere', () => {
    expect(checkTransitions(changed('urge', { who: [] }))).toEqual(['command urge may be given by nobody'])
    expect(checkTransitions(changed('urge', { from: [] }))).toEqual(['command urge starts nowhere'])
    expect(checkTransitions(changed('urge', { to: [] }))).toEqual(['command urge leads nowhere'])
  })
})
