import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { serverClock } from '@/data/call/server-clock'
import { open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { Page } from '@/shell/page'
import { ReadingStates } from '@/shell/reading-states'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { LinkRow } from '@/ui/link-row'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { instantText } from '@/ui/words/time'
import { residentRelationLabels } from '../../../types/vocabulary'
import { useMyCenter } from '../hooks/use-my-center'
import { useWaiting, type Waiting } from '../hooks/use-bindings'
import { residentsWords } from '../words/residents'
import { DecideSheet } from './decide-sheet'
import '../components/residence.scss'

interface WaitingRowProps {
  waiting: Waiting
  onDecide: (approve: boolean) => void
}

const WaitingRow = ({ waiting, onDecide }: WaitingRowProps) => {
  const { requestId, place, name, phone, relation, at, residents, mayDecide } = waiting
  return (
    <View className="residence-room" id={`waiting-${requestId}`}>
      <Text className="residence-name">
        {place} · {name}
      </Text>
      <Text>
        说自己是{residentRelationLabels[relation]}
        {phone === null ? '' : `，手机 ${phone}`}
      </Text>
      <Text className="residence-hint">
        现在登记的住户：{residentsWords(residents)} · {instantText(at, serverClock.now())}申请
      </Text>
      {mayDecide ? (
        <View className="residence-buttons">
          <PrimaryButton id={`decline-${requestId}`} kind="plain" onClick={() => onDecide(false)}>
            不通过
          </PrimaryButton>
          <PrimaryButton id={`approve-${requestId}`} onClick={() => onDecide(true)}>
            通过
          </PrimaryButton>
        </View>
      ) : (
        <Text>这是您自己的申请，请同事核对</Text>
      )}
    </View>
  )
}

/** Of a page; the longest wait is on top, and what has been decided makes room for the next. */
const atOnce = 30

/** Who waits to be bound to a room, for a clerk to decide (D-OR-2). */
export default function WaitingPage() {
  useAccount()
  const { params } = useRouter<{ centerId?: string }>()
  const centerId = useMyCenter('bindResidents', queryText(params.centerId))
  const reading = useWaiting(centerId)
  const [deciding, setDeciding] = useState<{ waiting: Waiting; approve: boolean } | null>(null)
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page title="住户绑定">
      {centerId === null ? (
        <EmptyState title="这里核对谁住在哪里" text="由客服专员、客服部经理和管理员处理" />
      ) : (
        <>
          <ReadingStates reading={reading}>
            {items =>
              items.length === 0 ? (
                <EmptyState title="没有人在等" text="住户说自己住在哪个房号，会在这里等您核对" />
              ) : (
                <Section title={`${items.length} 人等待核对`}>
                  <ItemList label="等待核对">
                    {items.slice(0, atOnce).map(waiting => (
                      <WaitingRow
                        key={waiting.requestId}
                        waiting={waiting}
                        onDecide={approve => setDeciding({ waiting, approve })}
                      />
                    ))}
                  </ItemList>
                  {items.length > atOnce && (
                    <Text className="residence-hint">先处理上面这些，后面还有 {items.length - atOnce} 人</Text>
                  )}
                </Section>
              )
            }
          </ReadingStates>
          <Section>
            <LinkRow
              id="to-rooms"
              title="房屋和住户"
              line="按楼栋看谁住在哪里，移出住户"
              onClick={() => open('residence/rooms/index', { centerId })}
            />
            <LinkRow
              id="to-invite"
              title="邀请住户"
              line="给一个码，对方登录后输入就绑定"
              onClick={() => open('residence/invite/index', { centerId })}
            />
          </Section>
          {deciding && (
            <DecideSheet
              key={deciding.waiting.requestId}
              {...deciding}
              centerId={centerId}
              onClose={() => setDeciding(null)}
              onDone={() => {
                setDeciding(null)
                void reading.reload()
              }}
            />
          )}
        </>
      )}
    </Page>
  )
}
