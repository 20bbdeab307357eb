import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import { useStoredWrites } from '@/data/send/use-stored-writes'
import { useAccount } from '@/data/session/use-account'
import { open } from '@/data/session/navigation'
import type { worklistSegments } from '../../../types/contract/ticket'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { commandLabels } from '../../../types/vocabulary'
import { TabStrip, type TabItem } from '@/ui/tab-strip'
import { TicketCard } from '@/ticket/card/ticket-card'
import { StoredMark } from '../components/stored-acts'
import { TicketRows } from '../components/ticket-rows'
import { mainActionOfItem } from '../words/main-action'
import { storedOn } from '../words/stored'
import { isQuick, useQuickAct } from '../hooks/use-quick-act'
import { useReloadOnChange } from '../hooks/use-reload-on-change'
import { useReadAhead } from '../hooks/use-read-ahead'
import { useSummary, type Summary } from '../hooks/use-summary'
import { useTicketList } from '../hooks/use-ticket-list'

type SegmentId = (typeof worklistSegments)[number]

const words: Record<SegmentId, { word: string; empty: { title: string; text: string } }> = {
  toAccept: { word: '待接单', empty: { title: '没有等您接的工单', text: '有新的会出现在这里，也会发消息给您' } },
  doing: { word: '处理中', empty: { title: '手上没有处理中的工单', text: '接单之后会出现在这里' } },
  dueSoon: { word: '快到期', empty: { title: '没有快到期的工单', text: '剩余时间不到 20% 的会出现在这里' } },
  overdue: { word: '已超时', empty: { title: '没有超时的工单', text: '继续保持' } },
}

const segmentsOf = (summary: Summary | null): TabItem<SegmentId>[] =>
  (Object.keys(words) as SegmentId[]).map(id => ({
    id,
    word: words[id].word,
    count: summary?.[id] ?? null,
    late: id === 'overdue',
  }))

/** What is mine to do, most pressing first; the order of the list is the order of the day. */
export default function WorklistPage() {
  useAccount()
  const [chosen, setChosen] = useState<SegmentId | null>(null)
  const { summary, reload: reloadSummary } = useSummary()
  // Opens where there is something to do; from then on only a tap moves it.
  if (chosen === null && summary !== null) setChosen(summary.toAccept === 0 && summary.doing > 0 ? 'doing' : 'toAccept')
  const segment = chosen ?? 'toAccept'
  const list = useTicketList({ scope: 'assigned', segment })
  const { refresh } = list
  const writes = useStoredWrites()
  useReadAhead(list.items)
  const reloadAll = useCallback(() => {
    reloadSummary()
    return refresh()
  }, [reloadSummary, refresh])
  const { busy, quickAct } = useQuickAct(reloadAll)

  useReloadOnChange(summary === null ? null : `${segment}:${summary[segment]}`, segment, refresh)
  usePullDownRefresh(() => void reloadAll().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.more())

  const nextStep = async (ticket: TicketItem, command: ActCommand) => {
    if (!isQuick(command)) return open('work/act/index', { ticketId: ticket.ticketId, command })
    await quickAct(ticket, command)
  }

  return (
    <Page title="工单" tab="worklist">
      <TabStrip
        form="line"
        items={segmentsOf(summary)}
        chosen={segment}
        onChoose={setChosen}
        label="工单分段"
        idStart="segment"
      />
      <TicketRows
        list={list}
        empty={words[segment].empty}
        row={ticket => {
          const command = mainActionOfItem(ticket)
          return (
            <TicketCard
              key={ticket.ticketId}
              ticket={ticket}
              onOpen={() => open('work/ticket/index', { ticketId: ticket.ticketId })}
              action={
                storedOn(ticket.ticketId, writes).length > 0 ? (
                  <StoredMark stored={storedOn(ticket.ticketId, writes)} />
                ) : (
                  command && (
                    <PrimaryButton
                      id={`next-${ticket.ticketId}`}
                      kind={command === 'accept' ? 'primary' : 'plain'}
                      busy={busy === `${ticket.ticketId}:${command}`}
                      onClick={() => void nextStep(ticket, command)}
                    >
                      {commandLabels[command]}
                    </PrimaryButton>
                  )
                )
              }
            />
          )
        }}
      />
    </Page>
  )
}
