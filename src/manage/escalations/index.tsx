import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/shell/error-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Skeleton } from '@/ui/skeleton'
import { TabStrip } from '@/ui/tab-strip'
import { dueText, instantText, remainingText, spanText } from '@/ui/words/time'
import { useAccount } from '@/data/session/use-account'
import { useNow } from '@/data/read/use-now'
import { messageOf } from '@/data/call/call-error'
import { open } from '@/data/session/navigation'
import { Banner } from '@/ui/banner'
import { RowChunk } from '@/ui/row-chunk'
import { deadlineKindLabels, type State } from '../../../types/vocabulary'
import { ManagePage } from '../components/manage-page'
import { TicketLine } from '../components/ticket-line'
import { canSupervise, perTicket, type TicketEscalations } from '../format/escalation'
import { usePosts } from '../hooks/use-posts'
import { useEscalations, type Escalation, type EscalationFilter } from '../hooks/use-escalations'
import './index.scss'

const redrawEveryMs = 60_000
const chunkSize = 10
const foldFrom = 30

/** From where a ticket may be handed on, and from where dispatched anew (D-HD-1). */
const transferable: readonly State[] = ['inProgress', 'agreed']
const dispatchable: readonly State[] = ['submitted', 'accepted', 'dispatched']

interface RowProps {
  escalations: TicketEscalations<Escalation>
  now: number
  supervises: boolean
}

const Row = ({ escalations: { newest: item, steps }, now, supervises }: RowProps) => {
  const { ticketId, kind, level, dueAt, noticedAt, metAt, supervised } = item
  const form = (command: 'supervise' | 'transfer' | 'dispatch') => open('work/act/index', { ticketId, command })
  return (
    <TicketLine
      id={`escalation-${ticketId}`}
      line={item}
      onOpen={() => open('work/ticket/index', { ticketId })}
      actions={
        metAt === null && (
          <>
            {dispatchable.includes(item.state) && (
              <PrimaryButton id={`dispatch-${ticketId}`} kind="plain" icon="swap" onClick={() => form('dispatch')}>
                改派
              </PrimaryButton>
            )}
            {transferable.includes(item.state) && (
              <PrimaryButton id={`transfer-${ticketId}`} kind="plain" icon="swap" onClick={() => form('transfer')}>
                转单
              </PrimaryButton>
            )}
            {supervises && item.assignee !== null && !supervised && (
              <PrimaryButton id={`supervise-${ticketId}`} kind="plain" icon="flag" onClick={() => form('supervise')}>
                督办
              </PrimaryButton>
            )}
          </>
        )
      }
    >
      <View className="escalation-facts">
        <Text>
          {deadlineKindLabels[kind]}，应在 {dueText(dueAt, now)} 前 · 第 {level} 级上报
        </Text>
        {metAt === null ? (
          <Text className="escalation-open">
            {remainingText(dueAt, now)}，还没有做到{supervised ? ' · 已督办' : ''}
          </Text>
        ) : (
          <Text className="escalation-met">
            {instantText(metAt, now)} 做到，晚了 {spanText(Math.max(0, metAt - dueAt))}
          </Text>
        )}
        <Text className="manage-hint">
          {instantText(noticedAt, now)} 告诉您{steps > 1 ? ` · 这张工单一共上报 ${steps} 次` : ''}
        </Text>
      </View>
    </TicketLine>
  )
}

/** What was escalated to me, and what has become of it (D-SLA-15). */
export default function ManageEscalationsPage() {
  useAccount()
  const [which, setWhich] = useState<EscalationFilter>('open')
  const list = useEscalations(which)
  const now = useNow(() => redrawEveryMs)
  usePullDownRefresh(() => void list.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.more())
  const { error, loading, nextCursor } = list
  const items = list.items && perTicket(list.items)
  const supervises = canSupervise(usePosts())
  const starts = Array.from(
    { length: Math.ceil((items?.length ?? 0) / chunkSize) },
    (_chunk, index) => index * chunkSize,
  )
  return (
    <ManagePage title="升级提醒">
      <TabStrip
        items={[
          { id: 'open', word: '还没解决' },
          { id: 'all', word: '全部' },
        ]}
        chosen={which}
        onChoose={setWhich}
        label="升级提醒"
        idStart="escalations"
      />
      {items === null &&
        (error !== null && loading === null ? (
          <ErrorState error={error} onRetry={() => void list.refresh()} />
        ) : (
          <Skeleton blocks={['card']} count={3} />
        ))}
      {items !== null && error !== null && (
        <Banner meaning="dueSoon" icon="offline" title={messageOf(error)} text="下面的内容可能不是最新的" />
      )}
      {items?.length === 0 && (
        <EmptyState
          title={which === 'open' ? '没有需要您过问的超时' : '还没有上报给您的超时'}
          text="有时限没有做到时，会按设置的级别告诉您"
        />
      )}
      <View className="ticket-lines" id="escalations">
        {starts.map(start => (
          <RowChunk key={start} id={`escalations-${start}`} fold={(items?.length ?? 0) > foldFrom}>
            {(items ?? []).slice(start, start + chunkSize).map(escalations => (
              <Row key={escalations.newest.ticketId} escalations={escalations} now={now} supervises={supervises} />
            ))}
          </RowChunk>
        ))}
        {nextCursor !== null && (
          <PrimaryButton id="escalations-more" kind="plain" busy={loading === 'more'} onClick={() => void list.more()}>
            看更早的
          </PrimaryButton>
        )}
      </View>
    </ManagePage>
  )
}
