import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { useTicketList } from '../hooks/use-ticket-list'
import { DeskBoard } from '../components/desk-board'
import { FilterBar } from '../components/filter-bar'
import { countFilters, filterQuery, noFilters, type Filters } from '../words/filters'
import { useSettled } from '@/data/read/use-settled'
import { useKnownAccount } from '@/data/session/use-account'

/** Every ticket of the center, searched and filtered. */
export default function TicketsPage() {
  useKnownAccount()
  const [filters, setFilters] = useState<Filters>(noFilters)
  const list = useTicketList({ scope: 'center', ...filterQuery(useSettled(filters, 300)) })
  const narrowed = countFilters(filters) > 0 || filters.text.trim() !== ''
  usePullDownRefresh(() => void list.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.more())
  return (
    <DeskBoard
      title="全部工单"
      tab="all"
      list={list}
      empty={
        narrowed
          ? { title: '没有符合条件的工单', text: '请减少筛选条件，或换个词搜索' }
          : { title: '还没有工单', text: '业主反映的和同事登记的都会出现在这里' }
      }
      onChanged={() => void list.refresh()}
      head={wide => <FilterBar filters={filters} onChange={setFilters} wide={wide} />}
    />
  )
}
