import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { TabStrip } from '@/ui/tab-strip'
import { mainActionOfItem } from '../words/main-action'
import { useReloadOnChange } from '../hooks/use-reload-on-change'
import { useSummary } from '../hooks/use-summary'
import { useTicketList } from '../hooks/use-ticket-list'
import { isQuick } from '../hooks/use-quick-act'
import type { deskQueues } from '../../../types/contract/ticket'
import { commandLabels } from '../../../types/vocabulary'
import { DeskBoard } from '../components/desk-board'
import { FilterBar } from '../components/filter-bar'
import { filterQuery, noFilters, type Filters } from '../words/filters'
import { useSettled } from '@/data/read/use-settled'
import './index.scss'

type Queue = (typeof deskQueues)[number]

const queues: Record<Queue, { word: string; empty: { title: string; text: string } }> = {
  triage: { word: '待受理', empty: { title: '没有等待受理的工单', text: '规则派不出去的新工单会出现在这里' } },
  verify: { word: '待验证', empty: { title: '没有等待验证的工单', text: '处理人提交完成之后会出现在这里' } },
  callback: { word: '待回访', empty: { title: '没有等待回访的工单', text: '业主没有自己评价的会出现在这里' } },
  unaccepted: { word: '未接单', empty: { title: '派出的工单都有人接了', text: '派了还没有人接的会出现在这里' } },
  overdue: { word: '已超时', empty: { title: '没有超时的工单', text: '任何一项时限过了的会出现在这里' } },
}
const order = Object.keys(queues) as Queue[]

/** The tickets that wait for customer service, queue by queue. */
export default function DeskQueuePage() {
  useAccount()
  const [queue, setQueue] = useState<Queue>('triage')
  const [filters, setFilters] = useState<Filters>(noFilters)
  const { summary, reload: reloadSummary } = useSummary()
  const list = useTicketList({ scope: 'center', queue, ...filterQuery(useSettled(filters, 300)) })
  const { refresh } = list
  const reloadAll = useCallback(() => {
    reloadSummary()
    return refresh()
  }, [reloadSummary, refresh])
  const count = summary?.queues[queue]
  useReloadOnChange(count === undefined ? null : String(count), queue, refresh)
  usePullDownRefresh(() => void reloadAll().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.more())
  return (
    <DeskBoard
      title="待处理"
      tab="queue"
      list={list}
      empty={queues[queue].empty}
      onChanged={() => void reloadAll()}
      head={wide => (
        <>
          <TabStrip
            form="line"
            idStart="segment"
            items={order.map(id => ({
              id,
              word: queues[id].word,
              count: summary?.queues[id] ?? null,
              late: id === 'overdue' || id === 'unaccepted',
            }))}
            chosen={queue}
            onChoose={setQueue}
            label="队列"
          />
          <FilterBar
            filters={filters}
            onChange={setFilters}
            withoutStage
            wide={wide}
            aside={
              <View
                id="file-for"
                className="queue-file tappable"
                {...a11y({ role: 'button' })}
                onClick={() => open('work/file/index')}
              >
                <Icon name="edit" />
                <Text>代客反映</Text>
              </View>
            }
          />
        </>
      )}
      action={(ticket, openForm) => {
        const command = mainActionOfItem(ticket)
        if (command === null || isQuick(command)) return null
        return (
          <PrimaryButton id={`next-${ticket.ticketId}`} kind="plain" onClick={() => openForm(command)}>
            {commandLabels[command]}
          </PrimaryButton>
        )
      }}
    />
  )
}
