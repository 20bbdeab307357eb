import { ScrollView, Text, View } from '@tarojs/components'
import { useCallback } from 'react'
import { usePageKeys } from '../hooks/use-page-keys'
import type { Call } from './call-form'
import { CallAnswers, CallButtons } from './call-form-view'
import { callKeyOf, keyHints, type CallKey } from './call-keys'
import { CallView } from './call-view'
import { leaveField, press, pressAnswer } from './press'
import { useCallForm } from './use-call-form'

interface CallPaneProps {
  task: Call
  /** Nobody is left to be asked after this one. */
  last: boolean
  onStep: (step: 'up' | 'down') => void
  onRecorded: () => void
  onOutdated: () => void
}

/** The right half of the desk: one call, by mouse or by keys alone. Mount anew per call. */
export const CallPane = ({ task, last, onStep, onRecorded, onOutdated }: CallPaneProps) => {
  const form = useCallForm({ task, onRecorded, onOutdated })
  const { go, before } = form
  const onKey = useCallback(
    (key: CallKey) => {
      if (typeof key === 'object') return pressAnswer(key.press)
      switch (key) {
        case 'up':
        case 'down':
          return onStep(key)
        case 'go':
          return go()
        case 'before':
          return before()
        case 'phone':
          return press('call-phone')
        case 'break':
          return press('call-break')
        case 'leave':
          return leaveField()
      }
    },
    [onStep, go, before],
  )
  usePageKeys(callKeyOf, onKey)
  return (
    <View className="desk-pane" id="call-pane">
      <ScrollView className="desk-pane-scroll" scrollY>
        <CallView task={task} form={form} onGone={onOutdated}>
          <CallAnswers form={form} withKeys={process.env.TARO_ENV === 'h5'} />
        </CallView>
      </ScrollView>
      <View className="desk-pane-bottom">
        <View className="desk-pane-actions">
          <CallButtons form={form} last={last} />
        </View>
        {process.env.TARO_ENV === 'h5' && (
          <Text id="call-keys" className="call-keys">
            {keyHints(form)}
          </Text>
        )}
      </View>
    </View>
  )
}
