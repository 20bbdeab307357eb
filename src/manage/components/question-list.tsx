import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { uuidv7 } from '@/data/call/uuid'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import type { Question } from '../../../types/contract/questionnaire'
import { moved, replaced, without } from '../format/edit'
import type { Problem } from '../format/problems'
import { questionFacts } from '../format/questionnaire'
import { ProblemNotes } from './problem-notes'
import { QuestionSheet } from './question-sheet'
import './question-list.scss'

interface QuestionListProps {
  title: string
  questions: readonly Question[]
  /** So many may be asked. */
  most: number
  problems: readonly Problem[]
  /** Of the questions among the problems: `survey.questionnaires.2.questions`. */
  path: string
  /** Whether what every questionnaire asks comes before them; left out: yes. */
  standardAsked?: boolean
  onChange: (questions: readonly Question[]) => void
}

/** Questions in their order, each opened by a tap. */
export const QuestionList = ({
  title,
  questions,
  most,
  problems,
  path,
  standardAsked = true,
  onChange,
}: QuestionListProps) => {
  /** Which question is open; `new`: one that is not there yet. */
  const [opened, setOpened] = useState<number | 'new' | null>(null)
  const fresh: Question = { id: uuidv7(), type: 'rating', words: '' }
  const shown = opened === 'new' ? fresh : opened === null ? undefined : questions[opened]
  const close = (next: readonly Question[]) => {
    onChange(next)
    setOpened(null)
  }
  return (
    <Section title={title} hint="业主可以不答；题目越少，答的人越多">
      {questions.map((question, index) => (
        <View key={question.id} className="question-row">
          <View
            id={`question-${index}`}
            className="question-words tappable"
            {...a11y({ role: 'button', summary: `修改第 ${index + 1} 题：${question.words}` })}
            onClick={() => setOpened(index)}
          >
            <Text className="question-name">{question.words}</Text>
            <Text className="manage-hint">{questionFacts(question, questions.slice(0, index))}</Text>
            <ProblemNotes problems={problems} at={`${path}.${index}`} />
          </View>
          {index > 0 && (
            <View
              id={`question-up-${index}`}
              className="question-up tappable"
              {...a11y({ role: 'button', label: `把“${question.words}”上移` })}
              onClick={() => onChange(moved(questions, index, index - 1))}
            >
              <Icon name="down" />
            </View>
          )}
        </View>
      ))}
      {questions.length < most && (
        <PrimaryButton id="question-add" kind="plain" icon="plus" onClick={() => setOpened('new')}>
          加一题
        </PrimaryButton>
      )}
      {shown && opened !== null && (
        <QuestionSheet
          key={String(opened)}
          question={shown}
          earlier={opened === 'new' ? questions : questions.slice(0, opened)}
          standardAsked={standardAsked}
          onClose={() => setOpened(null)}
          onDone={question =>
            close(opened === 'new' ? [...questions, question] : replaced(questions, opened, question))
          }
          {...(opened === 'new' ? {} : { onDelete: () => close(without(questions, opened)) })}
        />
      )}
    </Section>
  )
}
