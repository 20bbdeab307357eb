import { watchedBy } from '../../domain/access/lists'
import { legacyCategories, legacyShare, legacyStandingOf, legacySum } from '../../domain/special/legacy'
import { findCenter } from '../../store/place/center'
import { legacyTickets } from '../../store/report/special'
import { CallError } from '../call-error'
import { currentPolicy } from '../center-context'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { lineOf } from './line'

/** An answer has to fit a call of the platform (P-CLD-3). */
const mostRows = 1_000

/** What the developer left behind in one center: the list of a period with its figures. */
export const legacy: Handler<'special', 'legacy'> = async (input, { runtime, caller }) => {
  const { from, to } = input
  if (to <= from) throw CallError.field('invalidRequest', 'to', '结束的日子要晚于开始的日子')
  // Whole centers only: a department's part would be no list for the developer.
  const watched = watchedBy(caller.actor, input.centerId).filter(({ departmentIds }) => departmentIds === null)
  const [first] = granted(watched)
  const center = first && (await findCenter(runtime.db, first.centerId))
  if (!center) throw new CallError('notFound')
  const policy = await currentPolicy(runtime, center)
  const period = { from, to }
  const found = await legacyTickets(runtime.db, center.id, legacyCategories(policy), period, mostRows)
  const counted = found.flatMap(one => {
    const share = legacyShare(one.ticket, period)
    return share ? [{ ...one, share }] : []
  })
  const categoryName = (id: string) => policy.category(id)?.name ?? id
  const categories = [...new Set(counted.map(({ ticket }) => ticket.category))]
  const shown = counted.slice(0, mostRows)
  return {
    centerName: center.name,
    figures: legacySum(counted.map(({ share }) => share)),
    byCategory: categories.map(id => ({
      category: categoryName(id),
      ...legacySum(counted.flatMap(({ ticket, share }) => (ticket.category === id ? [share] : []))),
    })),
    rows: shown.map(({ ticket, toldAt }) => ({
      ...lineOf(ticket, categoryName),
      filedAt: ticket.filedAt,
      thirdParty: ticket.thirdParty
        ? { kind: ticket.thirdParty.kind, name: ticket.thirdParty.name, contact: ticket.thirdParty.contact }
        : null,
      toldAt,
      ...legacyStandingOf(ticket),
    })),
    left: counted.length - shown.length,
  }
}
