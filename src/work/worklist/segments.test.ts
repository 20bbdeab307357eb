import { openingSegment, segmentsOf } from './segments'

const queues = { triage: 0, verify: 0, callback: 0, unaccepted: 0, overdue: 0 }

test('what is to be accepted comes first and stands in red while there is any; what is done has no count', () => {
  const items = segmentsOf({ toAccept: 2, doing: 1, dueSoon: 0, overdue: 0, queues })
  expect(items.map(({ word, count, late }) => [word, count, late])).toEqual([
    ['待接单', 2, true],
    ['处理中', 1, false],
    ['快到期', 0, false],
    ['已超时', 0, true],
    ['最近完成', undefined, false],
  ])
})

test('opens where there is something to do', () => {
  expect([
    openingSegment({ toAccept: 1, doing: 3 }),
    openingSegment({ toAccept: 0, doing: 3 }),
    openingSegment({ toAccept: 0, doing: 0 }),
  ]).toEqual(['toAccept', 'doing', 'toAccept'])
})
