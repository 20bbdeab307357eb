import { canSupervise, highestLevels } from './escalation'

describe('escalations', () => {
  it('are one line per deadline, at the level they have reached', () => {
    const told = (ticketId: string, level: number, dueAt = 1) => ({ ticketId, kind: 'accept' as const, dueAt, level })
    expect(highestLevels([told('a', 2), told('b', 1), told('a', 1), told('a', 1, 2)])).toEqual([
      told('a', 2),
      told('b', 1),
      told('a', 1, 2),
    ])
    expect([canSupervise(['departmentHead', 'serviceManager']), canSupervise(['supervisor'])]).toEqual([true, false])
  })
})
