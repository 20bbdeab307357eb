import { ScrollView, View } from '@tarojs/components'
import { useCallback, useState, type ReactNode } from 'react'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '@/shell/page'
import type { Tab } from '@/shell/tabs'
import { open } from '@/data/session/navigation'
import { TicketCard } from '@/ticket/card/ticket-card'
import { TicketRows } from './ticket-rows'
import type { TicketList } from '../hooks/use-ticket-list'
import { useWide } from '@/shell/use-wide'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { neighbour, type ListKey } from '../words/list-keys'
import { reveal, useDeskKeys } from '../hooks/use-desk-keys'
import { DeskPane } from './desk-pane'
import './desk-board.scss'

interface DeskBoardProps {
  title: string
  tab: Tab
  /** Which part of the tickets is listed; the ticket shown beside another part goes with it. */
  part?: string
  list: TicketList
  /** Above the list: queues, search, filters. */
  head: (wide: boolean) => ReactNode
  empty: { title: string; text?: string }
  /** The next step from a row. */
  action?: (ticket: TicketItem, openForm: (command: ActCommand) => void) => ReactNode
  onChanged: () => void
}

/** List left and ticket right in a wide window; on a phone the list alone, and a tap opens the ticket. */
export const DeskBoard = ({ title, tab, part = '', list, head, empty, action, onChanged }: DeskBoardProps) => {
  const wide = useWide()
  const [shown, setShown] = useState<string | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const [form, setForm] = useState<ActCommand | null>(null)
  const [partBefore, setPartBefore] = useState(part)
  if (part !== partBefore) {
    setPartBefore(part)
    setShown(null)
    setCursor(null)
    setForm(null)
  }

  const show = useCallback(
    (ticketId: string, command: ActCommand | null) => {
      setCursor(ticketId)
      if (wide) {
        setShown(ticketId)
        setForm(command)
      } else if (command === null) open('work/ticket/index', { ticketId })
      else open('work/act/index', { ticketId, command })
    },
    [wide],
  )
  const onStep = useCallback(
    (step: ListKey) => {
      if (step === 'search') return reveal('search-input', 'focus')
      if (step === 'open') {
        if (cursor !== null) show(cursor, null)
        return
      }
      const next = neighbour(
        (list.items ?? []).map(({ ticketId }) => ticketId),
        cursor,
        step,
      )
      if (next === null) return
      setCursor(next)
      reveal(`ticket-${next}`, 'show')
    },
    [cursor, list.items, show],
  )
  useDeskKeys(onStep)

  const rows = (
    <TicketRows
      list={list}
      empty={empty}
      row={ticket => (
        <TicketCard
          key={ticket.ticketId}
          ticket={ticket}
          withAssignee
          current={ticket.ticketId === (cursor ?? shown)}
          onOpen={() => show(ticket.ticketId, null)}
          // In a wide window it stands with the ticket itself.
          action={wide ? undefined : action?.(ticket, command => show(ticket.ticketId, command))}
        />
      )}
    />
  )
  if (!wide) {
    return (
      <Page title={title} tab={tab}>
        {head(false)}
        {rows}
      </Page>
    )
  }
  return (
    <Page title={title} tab={tab} wide>
      <View className="desk-head">{head(true)}</View>
      <View className="desk-board">
        <ScrollView
          className="desk-list"
          id="desk-list"
          scrollY
          lowerThreshold={200}
          onScrollToLower={() => void list.more()}
        >
          {rows}
        </ScrollView>
        <View className="desk-shown">
          {shown === null ? (
            <EmptyState
              title="请从左边选一张工单"
              text={process.env.TARO_ENV === 'h5' ? '↑ ↓ 移动，回车打开，/ 搜索' : undefined}
            />
          ) : (
            <DeskPane
              key={shown}
              ticketId={shown}
              form={form}
              onForm={setForm}
              onChanged={onChanged}
              onGone={() => setShown(null)}
            />
          )}
        </View>
      </View>
    </Page>
  )
}
