import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { messageOf } from '@/data/call/call-error'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { ErrorState } from '@/shell/error-state'
import { Banner } from '@/ui/banner'
import { EmptyState } from '@/ui/empty-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Skeleton } from '@/ui/skeleton'
import { SwitchField } from '@/ui/switch-field'
import { TabStrip } from '@/ui/tab-strip'
import { specialListLabels, type SpecialList } from '../../../types/vocabulary'
import { CenterName } from '../components/center-name'
import { ManagePage } from '../components/manage-page'
import { TicketLine } from '../components/ticket-line'
import { specialLines } from '../format/special'
import { specialLists, useSpecial, type SpecialItem } from '../hooks/use-special'
import './index.scss'

const redrawEveryMs = 60_000

const Row = ({ item, now }: { item: SpecialItem; now: number }) => (
  <TicketLine
    id={`special-${item.ticketId}`}
    line={item}
    onOpen={() => open('work/ticket/index', { ticketId: item.ticketId })}
    actions={
      item.severity !== 'ordinary' && (
        <PrimaryButton
          id={`dossier-${item.ticketId}`}
          kind="plain"
          icon="list"
          onClick={() => open('manage/dossier/index', { ticketId: item.ticketId })}
        >
          专卷
        </PrimaryButton>
      )
    }
  >
    <View className="special-facts">
      {specialLines(item, now).map(({ words, late }) => (
        <Text key={words} className={late ? 'special-late' : ''}>
          {words}
        </Text>
      ))}
    </View>
  </TicketLine>
)

/** Hot, major, alarming, online and third-party matters, with what is owed about each and by when (D-SP-1 to D-SP-6). */
export default function ManageSpecialPage() {
  useAccount()
  const [list, setList] = useState<SpecialList>('approval')
  const [all, setAll] = useState(false)
  const special = useSpecial(list, all)
  const now = useNow(() => redrawEveryMs)
  usePullDownRefresh(() => void special.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void special.more())
  const { items, error, loading, counts, nextCursor } = special
  return (
    <ManagePage title="特别事项">
      <CenterName />
      <TabStrip
        items={specialLists.map(id => ({ id, word: specialListLabels[id], count: counts?.[id] ?? null }))}
        chosen={list}
        onChoose={setList}
        label="哪一种"
        idStart="special-list"
      />
      <View className="special-all">
        <SwitchField id="special-all" label="也看已经办完的" checked={all} onChange={setAll} />
      </View>
      {items === null &&
        (error !== null && loading === null ? (
          <ErrorState error={error} onRetry={() => void special.refresh()} />
        ) : (
          <Skeleton blocks={['card']} count={3} />
        ))}
      {items !== null && error !== null && (
        <Banner meaning="dueSoon" icon="offline" title={messageOf(error)} text="下面的内容可能不是最新的" />
      )}
      {items?.length === 0 && (
        <EmptyState
          title={all ? '没有这样的事' : '没有还要办的'}
          text={list === 'approval' ? '有回复、方案或补偿送审时，会出现在这里' : '有这样的事时，会出现在这里'}
        />
      )}
      <View className="ticket-lines" id="special-rows">
        {(items ?? []).map(item => (
          <Row key={item.ticketId} item={item} now={now} />
        ))}
        {nextCursor !== null && (
          <PrimaryButton id="special-more" kind="plain" busy={loading === 'more'} onClick={() => void special.more()}>
            看更早的
          </PrimaryButton>
        )}
      </View>
    </ManagePage>
  )
}
