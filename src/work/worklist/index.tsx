import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { Page } from '@/shell/page'
import { useAppearance } from '@/shell/use-appearance'
import { PrimaryButton } from '@/ui/primary-button'
import { useStoredWrites } from '@/data/send/use-stored-writes'
import { useAccount } from '@/data/session/use-account'
import { open } from '@/data/session/navigation'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { SearchField } from '@/ui/search-field'
import { TabStrip } from '@/ui/tab-strip'
import { TicketCard } from '@/ticket/card/ticket-card'
import { StoredMark } from '../components/stored-acts'
import { TicketRows } from '../components/ticket-rows'
import { actionWord, counterAction, mainActionOfItem } from '../words/main-action'
import { storedOn } from '../words/stored'
import { isQuick, useQuickAct } from '../hooks/use-quick-act'
import { useReloadOnChange } from '../hooks/use-reload-on-change'
import { useReadAhead } from '../hooks/use-read-ahead'
import { useSummary } from '../hooks/use-summary'
import { useTicketList } from '../hooks/use-ticket-list'
import { useSettled } from '@/data/read/use-settled'
import { limits } from '../../../types/limits'
import { openingSegment, segmentsOf, segmentWords, type Segment } from './segments'
import './index.scss'

/** What is mine to do, most pressing first; the order of the list is the order of the day. */
export default function WorklistPage() {
  useAccount()
  const { elder } = useAppearance()
  const [chosen, setChosen] = useState<Segment | null>(null)
  const [typed, setTyped] = useState('')
  const text = useSettled(typed, 300).trim()
  const { summary, loading, reload: reloadSummary } = useSummary()
  // Opens where there is something to do, by what the server says; from then on only a tap moves it.
  const opening = summary === null ? 'toAccept' : openingSegment(summary)
  if (chosen === null && summary !== null && !loading) setChosen(opening)
  const segment = chosen ?? opening
  // What is searched for may be done long since.
  const searching = text !== ''
  const list = useTicketList({ scope: 'assigned', ...(searching ? { segment: 'ever', text } : { segment }) })
  const { refresh } = list
  const writes = useStoredWrites()
  useReadAhead(list.items)
  const reloadAll = useCallback(() => {
    reloadSummary()
    return refresh()
  }, [reloadSummary, refresh])
  const { busy, quickAct } = useQuickAct(reloadAll)

  const count = summary === null || segment === 'finished' ? null : summary[segment]
  useReloadOnChange(count === null ? null : `${segment}:${count}`, segment, refresh)
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
        onChoose={id => {
          setTyped('')
          setChosen(id)
        }}
        label="工单分段"
        idStart="segment"
      />
      <View className="worklist-search">
        <SearchField
          id="search"
          label="搜索我的工单"
          value={typed}
          onChange={setTyped}
          max={limits.shortText}
          placeholder="搜索我的工单"
        />
      </View>
      <TicketRows
        list={list}
        empty={
          searching
            ? { title: '没有找到', text: '您现在和以前的工单里都没有，换个词试试' }
            : segmentWords[segment].empty
        }
        row={ticket => {
          const command = mainActionOfItem(ticket)
          const other = elder ? null : counterAction(command, ticket.allowedActions)
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
                    <>
                      {other && (
                        <PrimaryButton
                          id={`also-${ticket.ticketId}`}
                          kind="plain"
                          onClick={() => void nextStep(ticket, other)}
                        >
                          {actionWord(other, ticket)}
                        </PrimaryButton>
                      )}
                      <PrimaryButton
                        id={`next-${ticket.ticketId}`}
                        kind={command === 'accept' ? 'primary' : 'plain'}
                        busy={busy === `${ticket.ticketId}:${command}`}
                        onClick={() => void nextStep(ticket, command)}
                      >
                        {actionWord(command, ticket)}
                      </PrimaryButton>
                    </>
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
