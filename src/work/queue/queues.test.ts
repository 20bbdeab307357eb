import { openingQueue, queuesInOrder } from './queues'

const none = { triage: 0, verify: 0, callback: 0, unaccepted: 0, overdue: 0 }

test('the desk opens on what waits for it, never on an empty queue beside a full one', () => {
  expect(openingQueue(none, 'clerk')).toBe('triage')
  for (const role of ['clerk', 'serviceManager'] as const)
    for (const queue of queuesInOrder)
      expect([role, openingQueue({ ...none, [queue]: 1 }, role)]).toEqual([role, queue])
})

test('a clerk takes in first, a manager sees first what is late', () => {
  const all = { triage: 1, verify: 1, callback: 1, unaccepted: 1, overdue: 1 }
  expect([openingQueue(all, 'clerk'), openingQueue(all, 'serviceManager')]).toEqual(['triage', 'overdue'])
  expect(openingQueue({ ...all, triage: 0 }, 'clerk')).toBe('verify')
})
