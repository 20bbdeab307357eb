import { WorkloadBook } from './book'

const item = (ticketId: string, assignedAt: number, weight = 2) => ({ ticketId, weight, assignedAt })

describe('what everybody carries while decisions are made one after the other (D-RT-2)', () => {
  it('weighs what is open and remembers the last assignment, finished or not', () => {
    const book = new WorkloadBook()
    book.put(item('a', 1), 'anna')
    book.put(item('b', 2), 'anna')
    expect(book.without(null).get('anna')).toEqual({ weight: 4, lastAssignedAt: 2 })
    book.put(item('b', 2, 0), 'anna')
    expect(book.without(null).get('anna')).toEqual({ weight: 2, lastAssignedAt: 2 })
    book.put(item('b', 2, 0), 'anna')
    expect(book.without(null).get('anna')).toEqual({ weight: 2, lastAssignedAt: 2 })
  })

  it('what goes to somebody else counts for that one only', () => {
    const book = new WorkloadBook()
    book.put(item('a', 1), 'anna')
    book.put(item('b', 2), 'anna')
    book.put(item('b', 3), 'ben')
    expect(book.without(null).get('anna')).toEqual({ weight: 2, lastAssignedAt: 1 })
    expect(book.without(null).get('ben')).toEqual({ weight: 2, lastAssignedAt: 3 })
    book.put(item('b', 3), null)
    expect(book.without(null).get('ben')).toBeUndefined()
  })

  it('counts on top of what is known in sum', () => {
    const book = new WorkloadBook(new Map([['anna', { weight: 8, lastAssignedAt: 5 }]]))
    expect(book.without(null).get('anna')).toEqual({ weight: 8, lastAssignedAt: 5 })
    book.put(item('a', 7), 'anna')
    expect(book.without(null).get('anna')).toEqual({ weight: 10, lastAssignedAt: 7 })
    book.put(item('a', 8), 'ben')
    expect(book.without(null).get('anna')).toEqual({ weight: 8, lastAssignedAt: 5 })
  })

  it('leaves out the ticket that somebody is chosen for: it does not count against its holder (D-HD-9)', () => {
    const book = new WorkloadBook(new Map([['anna', { weight: 4, lastAssignedAt: 5 }]]))
    book.put(item('a', 7, 8), 'anna')
    book.put(item('b', 6), 'anna')
    expect(book.without('a').get('anna')).toEqual({ weight: 6, lastAssignedAt: 6 })
    expect(book.without('b').get('anna')).toEqual({ weight: 12, lastAssignedAt: 7 })
    expect(book.without('c').get('anna')).toEqual({ weight: 14, lastAssignedAt: 7 })
  })
})
