import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/ui/primary-button'
import { instantText } from '@/ui/words/time'
import { parkedWords } from '../format/health-words'
import { tryAgain } from '../hooks/release-parked'
import type { Health } from '../hooks/use-health'
import { Technical } from './technical'

interface ParkedRowProps {
  parked: Health['parked'][number]
  now: number
  /** Something has been done about it: read again. */
  onDone: () => void
}

/** One ticket with something set aside: what that means, what to do, and the way to try again. */
export const ParkedRow = ({ parked, now, onDone }: ParkedRowProps) => {
  const [busy, setBusy] = useState(false)
  const { ticketId, number, work, kind, attempts, since, technical, mayRelease } = parked
  const release = async () => {
    setBusy(true)
    const done = await tryAgain(parked)
    setBusy(false)
    if (done) onDone()
  }
  return (
    <View className="health-row">
      <Text className="health-name">
        工单 {number} · {kind}
      </Text>
      <Text>{parkedWords(parked)}</Text>
      <Text className="manage-hint">
        试了 {attempts} 次，从 {instantText(since, now)} 起
      </Text>
      {technical !== null && <Technical id={`technical-${work}-${ticketId}`} text={technical} />}
      {mayRelease && (
        <PrimaryButton
          id={`release-${work}-${ticketId}`}
          kind="plain"
          icon="refresh"
          busy={busy}
          onClick={() => void release()}
        >
          重新尝试
        </PrimaryButton>
      )}
    </View>
  )
}
