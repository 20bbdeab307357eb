import { useState } from 'react'
import { OwnQuestion, QuestionHead } from '@/ticket/survey/own-question'
import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { questionsAsked } from '../../../types/words/questionnaire'
import { PreviewFrame } from '../components/preview-frame'

/** The survey as a resident goes through it; nothing of it is sent. */
export const CampaignPreview = ({ questions }: { questions: readonly Question[] }) => {
  const [answers, setAnswers] = useState<MoreAnswers>({})
  const [at, setAt] = useState(0)
  const asked = questionsAsked(questions, answers)
  const position = Math.min(at, asked.length)
  const question = asked[position]
  const answer = (id: string, value: MoreAnswers[string]) => setAnswers(before => ({ ...before, [id]: value }))
  return (
    <PreviewFrame position={position} count={asked.length + 1} onMove={setAt}>
      {plain =>
        question ? (
          <OwnQuestion
            key={question.id}
            question={question}
            plain={plain}
            value={answers[question.id]}
            onChange={value => answer(question.id, value)}
            onChosen={value => {
              answer(question.id, value)
              setAt(position + 1)
            }}
          />
        ) : (
          <QuestionHead text="都问完了，谢谢您" hint="这里业主可以选匿名，然后提交" />
        )
      }
    </PreviewFrame>
  )
}
