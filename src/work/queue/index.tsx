import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { TabStrip } from '@/ui/tab-strip'
import { actionWord, mainActionOfItem } from '../words/main-action'
import { useReloadOnChange } from '../hooks/use-reload-on-change'
import { useSummary } from '../hooks/use-summary'
import { useTicketList } from '../hooks/use-ticket-list'
import { isQuick } from '../hooks/use-quick-act'
import { DeskBoard } from '../components/desk-board'
import { FilterBar } from '../components/filter-bar'
import { filterQuery, noFilters, type Filters } from '../words/filters'
import { useSettled } from '@/data/read/use-settled'
import { useHolds } from '@/data/session/use-holds'
import { useRole } from '@/data/session/use-role'
import { openingQueue, queuesInOrder, queueWords, type Queue } from './queues'
import './index.scss'

interface QueueLinkProps {
  id: string
  icon: IconName
  word: string
  page: string
}

/** To what else the desk does, beside its queues. */
const QueueLink = ({ id, icon, word, page }: QueueLinkProps) => (
  <View id={id} className="queue-link tappable" {...a11y({ role: 'button' })} onClick={() => open(page)}>
    <Icon name={icon} />
    <Text>{word}</Text>
  </View>
)

/** The tickets that wait for customer service, queue by queue. */
export default function DeskQueuePage() {
  useAccount()
  const role = useRole()
  const makesCalls = useHolds('makeCalls')
  const bindsResidents = useHolds('bindResidents')
  const entersAnswers = useHolds('enterCampaignAnswers')
  const [chosen, setChosen] = useState<Queue | null>(null)
  const [filters, setFilters] = useState<Filters>(noFilters)
  const { summary, loading, reload: reloadSummary } = useSummary()
  // Opens where something waits, by what the server says; from then on only a tap moves it.
  const opening = summary === null ? 'triage' : openingQueue(summary.queues, role)
  if (chosen === null && summary !== null && !loading) setChosen(opening)
  const queue = chosen ?? opening
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
      part={queue}
      list={list}
      empty={queueWords[queue].empty}
      onChanged={() => void reloadAll()}
      head={wide => (
        <>
          <TabStrip
            form="line"
            idStart="segment"
            items={queuesInOrder.map(id => ({
              id,
              word: queueWords[id].word,
              count: summary?.queues[id] ?? null,
              late: id === 'overdue' || id === 'unaccepted',
            }))}
            chosen={queue}
            onChoose={setChosen}
            label="队列"
          />
          <FilterBar
            filters={filters}
            onChange={setFilters}
            withoutStage
            wide={wide}
            aside={
              <>
                <QueueLink id="file-for" icon="edit" word="代客反映" page="work/file/index" />
                {makesCalls && (
                  <QueueLink
                    id="to-calls"
                    icon="phone"
                    word={summary?.calls ? `回访台 ${summary.calls}` : '回访台'}
                    page="work/calls/index"
                  />
                )}
                {bindsResidents && (
                  <QueueLink id="to-bindings" icon="people" word="住户绑定" page="residence/waiting/index" />
                )}
                {entersAnswers && <QueueLink id="to-campaigns" icon="chat" word="问卷" page="work/campaigns/index" />}
              </>
            }
          />
        </>
      )}
      action={(ticket, openForm) => {
        const command = mainActionOfItem(ticket)
        if (command === null || isQuick(command)) return null
        return (
          <PrimaryButton id={`next-${ticket.ticketId}`} kind="plain" onClick={() => openForm(command)}>
            {actionWord(command, ticket)}
          </PrimaryButton>
        )
      }}
    />
  )
}
