import { canSupervise, perTicket } from './escalation'

describe('escalations', () => {
  const told = (ticketId: string, level: number, noticedAt: number, metAt: number | null = null) => ({
    ticketId,
    level,
    noticedAt,
    metAt,
  })

  it('are one entry per ticket, at the newest step that is open, with how many there are', () => {
    const steps = [told('a', 2, 9, 10), told('b', 1, 8), told('a', 2, 7), told('a', 1, 5), told('b', 1, 4)]
    expect(perTicket(steps)).toEqual([
      { newest: told('a', 2, 7), steps: 3 },
      { newest: told('b', 1, 8), steps: 2 },
    ])
    expect(perTicket([told('a', 1, 3), told('a', 2, 3)])).toEqual([{ newest: told('a', 2, 3), steps: 2 }])
    expect(perTicket([told('c', 1, 1, 2)])).toEqual([{ newest: told('c', 1, 1, 2), steps: 1 }])
    expect(perTicket([])).toEqual([])
  })

  it('are answered by supervising where the post may', () => {
    expect([canSupervise(['departmentHead', 'serviceManager']), canSupervise(['supervisor'])]).toEqual([true, false])
  })
})
