import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { uuidv7 } from '@/data/call/uuid'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import type { Questionnaire } from '../../../types/contract/policy-document'
import type { Question } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import { ConditionEditor } from '../components/condition-editor'
import type { PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import { settled } from '../format/condition'
import { moved, replaced, without } from '../format/edit'
import { questionFacts } from '../format/questionnaire'
import { Preview } from './preview'
import { QuestionSheet } from './question-sheet'
import { StandardWordsFields } from './standard-words'

interface QuestionnaireEditorProps extends Pick<PolicyEditing, 'policy' | 'current' | 'problems'> {
  questionnaire: Questionnaire
  /** Of the questionnaire among the problems: `survey.questionnaires.2`. */
  path: string
  onChange: (questionnaire: Questionnaire) => void
  onDelete: () => void
  onBack: () => void
}

/** One questionnaire: whom it goes to, what it asks, and how that looks. */
export const QuestionnaireEditor = ({
  questionnaire,
  path,
  policy,
  current,
  problems,
  onChange,
  onDelete,
  onBack,
}: QuestionnaireEditorProps) => {
  /** Which question is open; `new`: one that is not there yet. */
  const [opened, setOpened] = useState<number | 'new' | null>(null)
  const { name, when, words = {}, questions } = questionnaire
  const change = (part: Partial<Questionnaire>) => onChange({ ...questionnaire, ...part })
  const ask = (next: readonly Question[]) => change({ questions: [...next] })
  const fresh: Question = { id: uuidv7(), type: 'rating', words: '' }
  const shown = opened === 'new' ? fresh : opened === null ? undefined : questions[opened]
  return (
    <>
      <Section>
        <TextField
          id="questionnaire-name"
          label="名称"
          value={name}
          onChange={text => change({ name: text })}
          max={limits.name}
          error={name.trim() === '' ? '请给问卷起个名字' : undefined}
        />
        <ConditionEditor
          value={when ?? {}}
          onChange={next => {
            const { when: _before, ...rest } = questionnaire
            const condition = settled(next)
            onChange(condition ? { ...rest, when: condition } : rest)
          }}
          policy={policy}
          current={current}
        />
        <ProblemNotes problems={problems} at={`${path}.when`} />
      </Section>
      <Section title={`另外问的 ${questions.length} 题`} hint="业主可以不答；题目越少，答的人越多">
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
              <ProblemNotes problems={problems} at={`${path}.questions.${index}`} />
            </View>
            {index > 0 && (
              <View
                id={`question-up-${index}`}
                className="question-up tappable"
                {...a11y({ role: 'button', label: `把“${question.words}”上移` })}
                onClick={() => ask(moved(questions, index, index - 1))}
              >
                <Icon name="down" />
              </View>
            )}
          </View>
        ))}
        {questions.length < limits.surveyQuestions && (
          <PrimaryButton id="question-add" kind="plain" icon="plus" onClick={() => setOpened('new')}>
            加一题
          </PrimaryButton>
        )}
      </Section>
      <StandardWordsFields words={words} onChange={next => change({ words: next })} />
      <Preview questionnaire={{ words, questions: [...questions] }} />
      <View className="questionnaire-ways">
        <PrimaryButton id="questionnaire-delete" kind="plain" icon="trash" onClick={onDelete}>
          删除这张问卷
        </PrimaryButton>
        <PrimaryButton id="questionnaire-back" kind="plain" onClick={onBack}>
          看全部问卷
        </PrimaryButton>
      </View>
      {shown && opened !== null && (
        <QuestionSheet
          key={String(opened)}
          question={shown}
          earlier={opened === 'new' ? questions : questions.slice(0, opened)}
          onClose={() => setOpened(null)}
          onDone={question => {
            ask(opened === 'new' ? [...questions, question] : replaced(questions, opened, question))
            setOpened(null)
          }}
          {...(opened === 'new'
            ? {}
            : {
                onDelete: () => {
                  ask(without(questions, opened))
                  setOpened(null)
                },
              })}
        />
      )}
    </>
  )
}
