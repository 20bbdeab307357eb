import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { Icon } from '@/ui/icon'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { exactDueText, promiseText } from '@/ui/words/time'
import { groupedNumber } from '@/ui/words/number'
import { say } from '@/shell/feedback'
import { queryText } from '@/data/session/query-text'
import { serverClock } from '@/data/call/server-clock'
import { storage } from '@/data/device/storage'
import { keyOf } from '@/data/send/outbox'
import { ticketOfStored } from '@/data/send/stored-writes'
import { useStoredWrites } from '@/data/send/use-stored-writes'
import { StoredReceipt } from './stored-receipt'
import { canSubscribe, requestSubscription } from './subscribe'
import { EmergencyNotice } from '@/ticket/emergency/emergency-notice'
import { unannouncedHint } from '../../../types/words/deadline'
import type { Filed } from '../file/use-filing'
import './index.scss'

/** Thanks, the number, and what happens by when (D-IN-4). */
export default function ReceiptPage() {
  const { params } = useRouter()
  const storedKey = queryText(params.stored)
  const waiting = useStoredWrites().find(write => keyOf(write) === storedKey)
  const ticketId = queryText(params.ticketId) ?? (storedKey && ticketOfStored(storedKey)) ?? ''
  const filed = useMemo(() => storage.readCached<Filed>(`receipt:${ticketId}`)?.value ?? null, [ticketId])
  const [now] = useState(() => serverClock.now())
  const [answered, setAnswered] = useState(false)

  const see = () => void Taro.redirectTo({ url: `/pages/ticket/index?ticketId=${encodeURIComponent(ticketId)}` })
  const home = () => void Taro.reLaunch({ url: '/pages/home/index' })
  const subscribe = () =>
    requestSubscription(accepted => {
      setAnswered(true)
      say(accepted ? '好的，有进展会通知您' : '没关系，进展在「消息」里随时能看')
    })
  const copy = (number: string) =>
    void Taro.setClipboardData({ data: number }).then(
      () => say('编号已复制'),
      () => say('没有复制成功，请长按编号'),
    )

  if (waiting) return <StoredReceipt write={waiting} onHome={home} />
  if (ticketId === '')
    return (
      <Page title="没有发出">
        <EmptyState
          title="这件反映没有发出"
          text="您取消了发送，或正在修改它"
          action={{ word: '回首页', onClick: home }}
        />
      </Page>
    )
  return (
    <Page
      title="已收到"
      bottom={
        <>
          <PrimaryButton id="receipt-home" kind="plain" onClick={home}>
            回首页
          </PrimaryButton>
          <PrimaryButton id="receipt-ticket" onClick={see}>
            看进展
          </PrimaryButton>
        </>
      }
    >
      {filed?.emergency && <EmergencyNotice id="receipt-emergency" emergency={filed.emergency} />}
      <View className="receipt-thanks">
        {!filed?.emergency && (
          <View className="receipt-sign">
            <Icon name="done" />
          </View>
        )}
        <Text className="receipt-title" {...a11y({ role: 'heading' })}>
          {filed?.duplicateOf ? '您已经反映过这件事' : '已经收到，谢谢您告诉我们'}
        </Text>
        {filed && <Text className="receipt-words">{filed.thanks}</Text>}
      </View>
      {filed && (
        <Section>
          <View className="receipt-row">
            <Text className="receipt-label">编号</Text>
            <Text id="receipt-number" className="receipt-number" userSelect>
              {groupedNumber(filed.number)}
            </Text>
            <Text
              className="receipt-copy tappable"
              {...a11y({ role: 'button', label: '复制编号' })}
              onClick={() => copy(filed.number)}
            >
              复制
            </Text>
          </View>
          <View className="receipt-row">
            <Text className="receipt-label">答复</Text>
            <View className="receipt-promise">
              <Text id="receipt-promise">我们会在 {promiseText(filed.promisedReplyBy, now)}答复您</Text>
              <Text className="receipt-exact">
                {exactDueText(filed.promisedReplyBy)} 前{unannouncedHint(filed.unannouncedYears)}
              </Text>
            </View>
          </View>
        </Section>
      )}
      {canSubscribe && !answered && (
        <Section title="需要通知您进展吗？" hint="有答复、需要您确认时，微信里提醒您一次">
          <PrimaryButton id="receipt-subscribe" kind="plain" icon="bell" onClick={subscribe}>
            需要，请通知我
          </PrimaryButton>
        </Section>
      )}
    </Page>
  )
}
