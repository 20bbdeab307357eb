import { schedule } from '../../cloud/host/timers'
import deadline from '../../cloud/functions/deadline/config.json'
import notify from '../../cloud/functions/notify/config.json'
import { monday } from '../support/host'

const runsAfter = (pattern: string, count: number) =>
  schedule(pattern)
    .nextRuns(count, new Date(monday))
    .map(run => run.getTime())

test('each function’s trigger comes every minute, at its own second', () => {
  expect(deadline.triggers.map(one => runsAfter(one.config, 2))).toEqual([[monday + 60_000, monday + 120_000]])
  expect(notify.triggers.map(one => runsAfter(one.config, 2))).toEqual([[monday + 30_000, monday + 90_000]])
})

test('hours are those of +08:00, wherever the machine stands; the seventh field is the year', () => {
  expect(runsAfter('0 20 4 * * * *', 1)).toEqual([Date.UTC(2026, 2, 2, 20, 20)])
  expect(runsAfter('0 0 9 1 1 * 2028', 1)).toEqual([Date.UTC(2028, 0, 1, 1)])
})
