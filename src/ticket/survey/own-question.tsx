import { Text, View } from '@tarojs/components'
import { useAppearance } from '@/shell/use-appearance'
import { a11y } from '@/ui/a11y'
import type { Question } from '../../../types/contract/questionnaire'
import { MoreQuestion, type MoreAnswer } from './more-question'
import './survey-step.scss'

/** What is asked, in the largest type of its view; `useFocusOnChange` goes there. */
export const QuestionHead = ({ text, hint }: { text: string; hint?: string }) => (
  <View className="survey-question">
    <Text id="survey-question" className="survey-title" {...a11y({ role: 'heading' })}>
      {text}
    </Text>
    {hint && <Text className="survey-hint">{hint}</Text>}
  </View>
)

/** The plain words, where they are wanted and there are any. */
export const spoken = ({ words, plainWords }: Pick<Question, 'words' | 'plainWords'>, plain: boolean): string =>
  plain ? (plainWords ?? words) : words

interface OwnQuestionProps {
  question: Question
  /** Asked in plain words; left out: in the elder view. */
  plain?: boolean
  value: MoreAnswer | undefined
  onChange: (value: MoreAnswer) => void
  /** A single answer has been chosen: go on by itself. */
  onChosen: (value: MoreAnswer) => void
}

/** One question that the center asks, nothing else; none of them has to be answered. */
export const OwnQuestion = ({ question, plain, ...answer }: OwnQuestionProps) => {
  const { elder } = useAppearance()
  const words = spoken(question, plain ?? elder)
  return (
    <>
      <QuestionHead text={words} hint="可以不答，直接下一题" />
      <MoreQuestion question={question} words={words} {...answer} />
    </>
  )
}
