import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { addDays, startOfDay } from '../format/days'
import { useCenter } from './use-center'

export type Findings = ResponseOf<'report', 'findings'>

/** What was refused in so many days up to and with a day (`YYYY-MM-DD`). */
export function useFindings({ days, until }: { days: number; until: string }): Reading<Findings> {
  const { key } = useCenter()
  return useReading<Findings>({
    name: 'manage:findings',
    key: [key, days, until].join(' '),
    load: (asked, signal) => {
      const [center = '', many, day = ''] = asked.split(' ')
      const from = startOfDay(addDays(day, 1 - Number(many)))
      const request = { ...atCenter(center), from, to: startOfDay(addDays(day, 1)) }
      return call('report', 'findings', request, { retries: 1, signal })
    },
  })
}
