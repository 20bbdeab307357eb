import { watchedBy } from '../../domain/access/lists'
import { type OverviewRow, countOpenBy, countSupervised, namesByIds, nextDueOf } from '../../store/report/overview'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { categoryNames } from './category-names'

/** Lines of each list: what is late comes first, and the rest is in the sums. */
const longest = 50
const nextShown = 20

const nobody = { open: 0, dueSoon: 0, overdue: 0, unowned: 0 }

const mostUrgentFirst = (one: OverviewRow, other: OverviewRow): number =>
  other.overdue - one.overdue || other.dueSoon - one.dueSoon || other.open - one.open

/** What is open, at risk and late in what the caller watches: all of it, or the center named. */
export const overview: Handler<'center', 'overview'> = async (input, { runtime, caller }) => {
  const { db, clock } = runtime
  const now = clock.now()
  const watched = granted(watchedBy(caller.actor, input.centerId))
  const centerIds = watched.map(({ centerId }) => centerId)
  const rows = await countOpenBy(db, watched, now)
  const lines = (by: OverviewRow['by']) =>
    rows
      .filter(row => row.by === by && row.id !== null)
      .sort(mostUrgentFirst)
      .slice(0, longest)
  const [people, categories, buildings] = [lines('person'), lines('category'), lines('building')]
  const ids = (list: readonly OverviewRow[]) => list.flatMap(row => row.id ?? [])
  const names = await namesByIds(db, centerIds, { people: ids(people), buildings: ids(buildings) })
  const categoryName = await categoryNames(runtime, centerIds)
  const shares = (list: readonly OverviewRow[], name: (id: string) => string) =>
    list.map(({ id, open, dueSoon, overdue }) => ({ id: id ?? '', name: name(id ?? ''), open, dueSoon, overdue }))
  const { open, dueSoon, overdue, unowned } = rows.find(row => row.by === 'all') ?? nobody
  const next = await nextDueOf(db, watched, nextShown)
  return {
    now,
    open,
    dueSoon,
    overdue,
    unowned,
    supervised: await countSupervised(db, watched),
    byPerson: shares(people, id => names.get(id) ?? '已离开的同事'),
    byCategory: shares(categories, categoryName),
    byBuilding: shares(buildings, id => names.get(id) ?? id),
    next: next.map(({ centerId: _center, categoryId, ...line }) => ({ ...line, category: categoryName(categoryId) })),
  }
}
