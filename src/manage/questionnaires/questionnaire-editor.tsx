import { View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import type { Questionnaire } from '../../../types/contract/policy-document'
import type { Question } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import { ConditionEditor } from '../components/condition-editor'
import type { PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import { QuestionList } from '../components/question-list'
import { settled } from '../format/condition'
import { Preview } from './preview'
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
  const { name, when, words = {}, questions } = questionnaire
  const change = (part: Partial<Questionnaire>) => onChange({ ...questionnaire, ...part })
  const ask = (next: readonly Question[]) => change({ questions: [...next] })
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
      <QuestionList
        title={`另外问的 ${questions.length} 题`}
        questions={questions}
        most={limits.surveyQuestions}
        problems={problems}
        path={`${path}.questions`}
        onChange={ask}
      />
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
    </>
  )
}
