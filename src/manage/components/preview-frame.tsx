import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import './preview-frame.scss'

interface PreviewFrameProps {
  /** Which view of how many is shown; from 0. */
  position: number
  count: number
  onMove: (position: number) => void
  /** `plain`: in the words of the elder view. */
  children: (plain: boolean) => ReactNode
}

/** Questions as a resident goes through them, to be tried; nothing of it is sent. */
export const PreviewFrame = ({ position, count, onMove, children }: PreviewFrameProps) => {
  const [plain, setPlain] = useState(false)
  return (
    <Section title="业主看到的样子" hint="可以点着试，不会发出去">
      <SwitchField id="preview-plain" label="大字版的问法" checked={plain} onChange={setPlain} />
      <View className="preview" id="questionnaire-preview">
        <Text className="manage-hint">
          第 {position + 1} 题，共 {count} 题
        </Text>
        {children(plain)}
      </View>
      <View className="preview-ways">
        <PrimaryButton id="preview-back" kind="plain" disabled={position === 0} onClick={() => onMove(position - 1)}>
          上一题
        </PrimaryButton>
        <PrimaryButton
          id="preview-next"
          kind="plain"
          disabled={position === count - 1}
          onClick={() => onMove(position + 1)}
        >
          下一题
        </PrimaryButton>
      </View>
    </Section>
  )
}
