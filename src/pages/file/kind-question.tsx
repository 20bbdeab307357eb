import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { kindLabels } from '../../../types/vocabulary'
import type { KindAnswer, KindClash } from './waiting-draft'

interface KindQuestionProps {
  clash: KindClash
  subject: string
  onAnswer: (answer: KindAnswer) => void
}

/** Which kind is meant, where a draft of another one waits; closing it leaves the draft as it is. */
export const KindQuestion = ({ clash, subject, onAnswer }: KindQuestionProps) => (
  <Sheet id="file-kind-question" title="您有一份没写完的反映" onClose={() => onAnswer('keep')}>
    <View className="file-block">
      <Text id="file-kind-subject">{subject}</Text>
      <PrimaryButton id="file-kind-keep" onClick={() => onAnswer('keep')}>
        接着写，还是{kindLabels[clash.kept]}
      </PrimaryButton>
      <PrimaryButton id="file-kind-change" kind="plain" onClick={() => onAnswer('change')}>
        接着写，改成{kindLabels[clash.opened]}
      </PrimaryButton>
      <PrimaryButton id="file-kind-afresh" kind="plain" onClick={() => onAnswer('afresh')}>
        删掉它，重新填{kindLabels[clash.opened]}
      </PrimaryButton>
    </View>
  </Sheet>
)
