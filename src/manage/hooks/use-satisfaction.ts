import { call } from '@/data/call/client'
import { serverClock } from '@/data/call/server-clock'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { RequestOf } from '../../../types/contract/index'
import { keysOf, figureByLabels, type FigureBy } from '../../../types/vocabulary'
import { atCenter } from '../format/centers'
import { addDays, startOfDay } from '../format/days'
import type { Satisfaction } from '../format/figures'
import { useCenter } from './use-center'

/** Which figures: broken down by what, of how many days up to and with which day (`YYYY-MM-DD`). */
export interface FiguresOf {
  by: FigureBy
  days: number
  until: string
}

const keyOf = (center: string, { by, days, until }: FiguresOf): string => [center, by, days, until].join(' ')

function requestOf(key: string): RequestOf<'report', 'satisfaction'> {
  const [center = '', by, days, until = ''] = key.split(' ')
  const to = startOfDay(addDays(until, 1))
  return {
    ...atCenter(center),
    by: keysOf(figureByLabels).find(one => one === by) ?? 'person',
    from: startOfDay(addDays(until, 1 - Number(days))),
    to,
    // Of today, as it is now.
    ...(to <= serverClock.now() ? { asOf: to - 1 } : {}),
  }
}

/** Satisfaction as it was known at the end of a day, or now. */
export function useSatisfaction(of: FiguresOf): Reading<Satisfaction> {
  const { key, overviewKey } = useCenter()
  // Between centers one looks at all of them.
  return useReading<Satisfaction>({
    name: 'manage:satisfaction',
    key: keyOf(of.by === 'center' ? overviewKey : key, of),
    load: (asked, signal) => call('report', 'satisfaction', requestOf(asked), { retries: 1, signal }),
  })
}
