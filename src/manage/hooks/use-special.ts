import { useState } from 'react'
import { call } from '@/data/call/client'
import { usePagedReading } from '@/data/read/use-paged-reading'
import type { ResponseOf } from '../../../types/contract/index'
import { keysOf, specialListLabels, type SpecialList } from '../../../types/vocabulary'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

type Answer = ResponseOf<'special', 'list'>
export type SpecialItem = Answer['items'][number]

const idOf = ({ ticketId }: SpecialItem) => ticketId

/** Special matters of one list, page by page, and how many of each list still owe something. */
export function useSpecial(list: SpecialList, all: boolean) {
  const { overviewKey } = useCenter()
  const [counts, setCounts] = useState<Answer['counts'] | null>(null)
  const reading = usePagedReading<SpecialItem>({
    name: 'manage:special',
    key: [overviewKey, list, all].join(' '),
    load: async (page, signal) => {
      const answer = await call(
        'special',
        'list',
        { ...atCenter(overviewKey), ...page, list, all },
        { retries: 1, signal },
      )
      setCounts(answer.counts)
      return answer
    },
    idOf,
  })
  return { ...reading, counts }
}

export const specialLists = keysOf(specialListLabels)
