import { useState } from 'react'
import { SurveyStep } from '@/ticket/survey/survey-step'
import { emptyAnswers, stepsOf, type Answers } from '@/ticket/survey/steps'
import type { QuestionnaireView } from '../../../types/contract/questionnaire'
import { PreviewFrame } from '../components/preview-frame'

/** The questionnaire as a resident goes through it; nothing of it is sent. */
export const Preview = ({ questionnaire }: { questionnaire: QuestionnaireView }) => {
  const [answers, setAnswers] = useState<Answers>(() => emptyAnswers('preview'))
  const [at, setAt] = useState(0)
  const steps = stepsOf(answers, questionnaire.questions)
  const position = Math.min(at, steps.length - 1)
  const change = (part: Partial<Answers>) => setAnswers(before => ({ ...before, ...part }))
  return (
    <PreviewFrame position={position} count={steps.length} onMove={setAt}>
      {plain => (
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
      )}
    </PreviewFrame>
  )
}
