import { day, monday9 } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { legacyCategories, legacyShare, legacyStandingOf, legacySum } from './legacy'

const { clerk, steward, resident, quality } = people

const declined = aTicket('dispatched').do(
  clerk,
  aCommand('decline', { reason: 'thirdParty', thirdParty: { kind: 'developer', name: '宏远地产' } }),
)
const ended = (outcome: 'solved' | 'stopped') =>
  declined.at(monday9 + 10 * day).do(steward, aCommand('endFollowing', { outcome }))
const share = ({ ticket }: Story, from: number, to: number) =>
  legacyShare(ticket, { from: monday9 + from * day, to: monday9 + to * day })

test('what the developer left behind is one tree of categories', () => {
  expect(legacyCategories(standardPolicy)).toContain('developer')
  expect(legacyCategories(standardPolicy)).not.toContain('leak')
})

test('it is open until somebody has put it right or given it up', () => {
  expect(legacyStandingOf(declined.ticket)).toEqual({ solvedAt: null, stoppedAt: null })
  const [solved, stopped] = [ended('solved'), ended('stopped')]
  expect(legacyStandingOf(solved.ticket)).toEqual({ solvedAt: solved.now, stoppedAt: null })
  expect(legacyStandingOf(stopped.ticket)).toEqual({ solvedAt: null, stoppedAt: stopped.now })
  const own = aTicket('closed')
  expect(legacyStandingOf(own.ticket).solvedAt).toBe(own.now)
  const withdrawn = aTicket('withdrawn')
  expect(legacyStandingOf(withdrawn.ticket).stoppedAt).toBe(withdrawn.now)
  // Upheld by quality, it is still the developer's to mend.
  const upheld = declined.do(resident, aCommand('dispute')).do(quality, aCommand('decideDispute'))
  expect(legacyStandingOf(upheld.ticket)).toEqual({ solvedAt: null, stoppedAt: null })
})

test('each period counts what came over and came new, and what is left', () => {
  expect(share(declined, -1, 5)).toEqual({ carried: 0, filed: 1, solved: 0, stopped: 0, open: 1 })
  expect(share(declined, 5, 9)).toEqual({ carried: 1, filed: 0, solved: 0, stopped: 0, open: 1 })
  expect(share(ended('solved'), 5, 20)).toEqual({ carried: 1, filed: 0, solved: 1, stopped: 0, open: 0 })
  expect(share(ended('stopped'), -1, 20)).toEqual({ carried: 0, filed: 1, solved: 0, stopped: 1, open: 0 })
  // Over before, or not there yet.
  expect([share(ended('solved'), 12, 20), share(declined, -9, -1)]).toEqual([null, null])
})

test('what a period began with and got is what it lost and has left', () => {
  const all = [declined, ended('solved'), ended('stopped'), aTicket('closed'), aTicket('withdrawn')]
  for (const [from, to] of [
    [-1, 5],
    [5, 12],
    [12, 30],
  ] as const) {
    const sum = legacySum(all.flatMap(story => share(story, from, to) ?? []))
    expect(sum.carried + sum.filed).toBe(sum.solved + sum.stopped + sum.open)
  }
})
