import { channelLabels, type Channel, type FigureBy } from '../../../types/vocabulary'
import { type Counted, countedFor, hidesAnonymous } from '../../domain/access/figures'
import { figuresOf, rowsOf } from '../../domain/counting/figures'
import { endingTalliesIn, talliesIn } from '../../store/counting/tallies'
import { findCenter } from '../../store/place/center'
import { namesByIds } from '../../store/report/overview'
import { CallError } from '../call-error'
import { categoryNames } from '../center/category-names'
import { currentPolicy } from '../center-context'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import type { Runtime } from '../runtime'

/** What the keys of the rows are called. */
async function namesOf(
  runtime: Runtime,
  by: FigureBy,
  centerIds: readonly string[],
  keys: readonly string[],
): Promise<(key: string) => string> {
  switch (by) {
    case 'channel':
      return key => channelLabels[key as Channel]
    case 'category':
      return categoryNames(runtime, centerIds)
    case 'person': {
      const people = keys.filter(key => key !== '')
      const names = await namesByIds(runtime.db, centerIds, { people, buildings: [] })
      return key => names.get(key) ?? '没有负责人'
    }
    case 'center':
    case 'department': {
      const names = new Map<string, string>()
      for (const centerId of centerIds) {
        const center = await findCenter(runtime.db, centerId)
        if (!center) continue
        names.set(centerId, center.name)
        if (by === 'department')
          for (const { id, name } of (await currentPolicy(runtime, center)).policy.departments)
            if (!names.has(id)) names.set(id, name)
      }
      return key => names.get(key) ?? (key === '' ? '没有部门' : key)
    }
  }
}

const centersOf = (counted: readonly Counted[]): readonly string[] => [...new Set(counted.map(one => one.centerId))]

/** The figures of a period, in what the caller may see of it. */
export const satisfaction: Handler<'report', 'satisfaction'> = async (input, { runtime, caller }) => {
  const { from, to, by, asOf = runtime.clock.now() } = input
  if (to <= from) throw CallError.field('invalidRequest', 'to', '结束的日子要晚于开始的日子')
  const counted = granted(countedFor(caller.actor, input.centerId))
  const options = { by, period: { from, to, asOf }, hideAnonymous: hidesAnonymous(counted) }
  const tallies = await talliesIn(runtime.db, counted, options)
  const ended = await endingTalliesIn(runtime.db, counted, options)
  const rows = rowsOf(tallies, ended)
  const name = await namesOf(
    runtime,
    by,
    centersOf(counted),
    rows.map(({ key }) => key),
  )
  return {
    asOf,
    all: figuresOf(tallies, ended),
    rows: rows.map(row => ({ ...row, name: name(row.key) })),
  }
}
