import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/ui/primary-button'
import { instantText } from '@/ui/words/time'
import { deadLetterLabels } from '../../../types/vocabulary'
import { deadLetterWords } from '../format/health-words'
import { retryDeadLetter } from '../hooks/retry-dead-letter'
import type { Health } from '../hooks/use-health'
import { Technical } from './technical'

interface DeadLetterRowProps {
  letter: Health['deadLetters'][number]
  now: number
  /** Something has been done about it: read again. */
  onDone: () => void
}

/** One thing that has failed too often: what that means, what to do, and the way to try again. */
export const DeadLetterRow = ({ letter, now, onDone }: DeadLetterRowProps) => {
  const [busy, setBusy] = useState(false)
  const { itemId, number, work, attempts, since, technical, mayRetry } = letter
  const retry = async () => {
    setBusy(true)
    const done = await retryDeadLetter(letter)
    setBusy(false)
    if (done) onDone()
  }
  return (
    <View className="health-row">
      <Text className="health-name">
        {number !== null && `工单 ${number} · `}
        {number === null && work !== 'campaign' && '几张工单的汇总 · '}
        {deadLetterLabels[work]}
      </Text>
      <Text>{deadLetterWords(letter)}</Text>
      <Text className="manage-hint">
        试了 {attempts} 次，最近一次 {instantText(since, now)}
      </Text>
      <Technical id={`technical-${work}-${itemId}`} text={technical} />
      {mayRetry && (
        <PrimaryButton
          id={`retry-${work}-${itemId}`}
          kind="plain"
          icon="refresh"
          busy={busy}
          onClick={() => void retry()}
        >
          重新尝试
        </PrimaryButton>
      )}
    </View>
  )
}
