import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { standardPolicy } from '../../../test/builders/policy'
import { live, walks } from '../../../test/builders/walk'
import { nextDue, timersOf } from '../../domain/deadline/timers'
import { timerEffects } from '../../domain/effects/timers'
import { replay } from '../../domain/ticket/evolve'
import type { Ticket } from '../../domain/ticket/state'
import { type DeadlineRow, deadlineRow, ticketColumns } from './rows'

const keyOf = ({ kind, cycle }: DeadlineRow): string => `${kind}:${cycle}`
const rowsOf = (ticket: Ticket): readonly DeadlineRow[] =>
  timersOf(ticket, standardPolicy).map(timer => deadlineRow(ticket, timer))

/** What the store holds after each decision has written no more than what it changed. */
function writtenStepByStep(walk: Parameters<typeof live>[0]) {
  const { happened, history } = live(walk)
  const rows = new Map<string, DeadlineRow>()
  for (const row of happened[0] ? rowsOf(happened[0].before) : []) rows.set(keyOf(row), row)
  let latest = happened[0]?.before
  for (const { before, decision } of happened) {
    if (!decision.ok || decision.events.length === 0) continue
    const after = decision.ticket
    for (const timer of timerEffects(before, after, standardPolicy).changed) {
      const row = deadlineRow(after, timer)
      rows.set(keyOf(row), row)
    }
    latest = after
  }
  return { rows, latest, history }
}

// The figure of the promise: figures that people rely on can be recomputed from the events.
test('on 10,000 random histories the rows written step by step are those that the events give (D-SLA-17)', () => {
  let deadlines = 0
  fc.assert(
    fc.property(walks(7), walk => {
      const { rows, latest, history } = writtenStepByStep(walk)
      const again = replay(history)
      if (!again || !latest) throw new Error('a history without a ticket')
      const fresh = new Map(rowsOf(again).map(row => [keyOf(row), row]))
      for (const [key, row] of rows) {
        deadlines += 1
        const expected = fresh.get(key)
        // A hold that ended and a reminder that went out leave a row that has run out.
        const fits = expected
          ? isDeepStrictEqual(row, expected)
          : (row.kind === 'holdEnd' || row.kind === 'surveyReminder') && row.next_fire_at === null
        if (!fits) expect({ key, row }).toEqual({ key, row: expected })
      }
      if ([...fresh.keys()].some(key => !rows.has(key))) expect([...rows.keys()]).toEqual([...fresh.keys()])
      const columns = (ticket: Ticket) => ticketColumns(ticket, nextDue(timersOf(ticket, standardPolicy)), '')
      if (!isDeepStrictEqual(columns(again), columns(latest))) expect(columns(again)).toEqual(columns(latest))
    }),
    { numRuns: 10_000, seed: 20260302 },
  )
  expect(deadlines).toBeGreaterThan(50_000)
}, 600_000)
