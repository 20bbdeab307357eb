import { centersWith } from '../../domain/access/centers'
import { byKind, byPerson } from '../../domain/counting/findings'
import { countFindings, latestFindings } from '../../store/report/findings'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Handler } from '../handlers'

/** More of them nobody reads one by one. */
const listed = 50

/** What was tried against the rules and refused, in the centers that the caller watches (D-CB-6). */
export const findings: Handler<'report', 'findings'> = async ({ centerId, from, to }, { runtime, caller }) => {
  if (to <= from) throw CallError.field('invalidRequest', 'to', '结束的日子要晚于开始的日子')
  const all = centersWith(caller.actor, 'watchCenter')
  const centerIds = granted(centerId === undefined ? all : all.filter(one => one === centerId))
  const of = { centerIds, from, to }
  const counted = await countFindings(runtime.db, of)
  const people = byPerson(counted)
  return {
    count: people.reduce((sum, one) => sum + one.count, 0),
    kinds: byKind(counted),
    people: [...people],
    latest: [...(await latestFindings(runtime.db, of, listed))],
  }
}
