import { WorkloadBook } from './workload'

const piece = (ticketId: string, assignedAt: number, open = true) =>
  ({ ticketId, urgency: 'normal', assignedAt, open }) as const

describe('what people carry in a rehearsal (D-RT-2)', () => {
  it('weighs what is open and remembers the last thing given, finished or not', () => {
    const work = new WorkloadBook()
    work.put(piece('a', 1), 'anna')
    work.put(piece('b', 2), 'anna')
    expect(work.workloads.get('anna')).toEqual({ weight: 4, lastAssignedAt: 2 })
    work.put(piece('b', 2, false), 'anna')
    expect(work.workloads.get('anna')).toEqual({ weight: 2, lastAssignedAt: 2 })
    work.put(piece('b', 2, false), 'anna')
    expect(work.workloads.get('anna')).toEqual({ weight: 2, lastAssignedAt: 2 })
  })

  it('what goes to somebody else counts for that one only', () => {
    const work = new WorkloadBook()
    work.put(piece('a', 1), 'anna')
    work.put(piece('b', 2), 'anna')
    work.put(piece('b', 3), 'ben')
    expect(work.workloads.get('anna')).toEqual({ weight: 2, lastAssignedAt: 1 })
    expect(work.workloads.get('ben')).toEqual({ weight: 2, lastAssignedAt: 3 })
    work.put(piece('b', 3), null)
    expect(work.workloads.has('ben')).toBe(false)
  })

  it('knows what was given before it was told anything', () => {
    const work = new WorkloadBook(new Map([['anna', 5]]))
    expect(work.workloads.get('anna')).toEqual({ weight: 0, lastAssignedAt: 5 })
    work.put(piece('a', 7), 'anna')
    work.put(piece('a', 8), 'ben')
    expect(work.workloads.get('anna')).toEqual({ weight: 0, lastAssignedAt: 5 })
  })
})
