import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { SurveyStep } from '@/ticket/survey/survey-step'
import { emptyAnswers, stepsOf, type Answers } from '@/ticket/survey/steps'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import type { QuestionnaireView } from '../../../types/contract/questionnaire'

/** The questionnaire as a resident goes through it; nothing of it is sent. */
export const Preview = ({ questionnaire }: { questionnaire: QuestionnaireView }) => {
  const [answers, setAnswers] = useState<Answers>(() => emptyAnswers('preview'))
  const [at, setAt] = useState(0)
  const [plain, setPlain] = useState(false)
  const steps = stepsOf(answers, questionnaire.questions)
  const position = Math.min(at, steps.length - 1)
  const change = (part: Partial<Answers>) => setAnswers(before => ({ ...before, ...part }))
  return (
    <Section title="业主看到的样子" hint="可以点着试，不会发出去">
      <SwitchField id="preview-plain" label="大字版的问法" checked={plain} onChange={setPlain} />
      <View className="preview" id="questionnaire-preview">
        <Text className="manage-hint">
          第 {position + 1} 题，共 {steps.length} 题
        </Text>
        <SurveyStep
          step={steps[position] ?? 'solved'}
          questionnaire={questionnaire}
          plain={plain}
          answers={answers}
          onChange={change}
          onChosen={part => {
            change(part)
            setAt(position + 1)
          }}
        />
      </View>
      <View className="preview-ways">
        <PrimaryButton id="preview-back" kind="plain" disabled={position === 0} onClick={() => setAt(position - 1)}>
          上一题
        </PrimaryButton>
        <PrimaryButton
          id="preview-next"
          kind="plain"
          disabled={position === steps.length - 1}
          onClick={() => setAt(position + 1)}
        >
          下一题
        </PrimaryButton>
      </View>
    </Section>
  )
}
