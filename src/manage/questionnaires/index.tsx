import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { uuidv7 } from '@/data/call/uuid'
import { useAccount } from '@/data/session/use-account'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import type { Questionnaire } from '../../../types/contract/policy-document'
import { conditionText } from '../../../types/words/policy'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import { inserted, moved, replaced, without } from '../format/edit'
import { usePolicy } from '../hooks/use-policy'
import { QuestionnaireEditor } from './questionnaire-editor'
import './index.scss'

const Questionnaires = ({ policy, names, current, problems, editable, edit }: PolicyEditing) => {
  const [opened, setOpened] = useState<string | null>(null)
  const all = policy.survey.questionnaires ?? []
  const change = (next: readonly Questionnaire[]) =>
    edit(before => ({ ...before, survey: { ...before.survey, questionnaires: [...next] } }))
  const index = all.findIndex(({ id }) => id === opened)
  const shown = all[index]
  if (editable && shown)
    return (
      <QuestionnaireEditor
        key={shown.id}
        questionnaire={shown}
        path={`survey.questionnaires.${index}`}
        policy={policy}
        current={current}
        problems={problems}
        onChange={questionnaire => change(replaced(all, index, questionnaire))}
        onDelete={() => {
          change(without(all, index))
          setOpened(null)
        }}
        onBack={() => setOpened(null)}
      />
    )
  const add = () => {
    const fresh: Questionnaire = { id: uuidv7(), name: '新问卷', questions: [] }
    // What goes to everybody stays last: nothing after it would ever be sent.
    const last = all[all.length - 1]
    change(last && last.when === undefined ? inserted(all, all.length - 1, fresh) : [...all, fresh])
    setOpened(fresh.id)
  }
  return (
    <>
      <Section
        bare
        title={`问卷 ${all.length} 张`}
        hint="从上到下，第一张符合的发给业主。没有符合的，只问每次都问的四题。"
      />
      {all.map((questionnaire, at) => (
        <Section key={questionnaire.id}>
          <View className="question-row">
            <View
              id={`questionnaire-${at}`}
              className="question-words tappable"
              {...(editable ? a11y({ role: 'button', summary: `修改问卷：${questionnaire.name}` }) : {})}
              onClick={() => {
                if (editable) setOpened(questionnaire.id)
              }}
            >
              <Text className="question-name">{questionnaire.name}</Text>
              <Text className="manage-hint">{conditionText(questionnaire.when, names)}</Text>
              <Text className="manage-hint">另外问 {questionnaire.questions.length} 题</Text>
              <ProblemNotes problems={problems} at={`survey.questionnaires.${at}`} />
            </View>
            {editable && at > 0 && (
              <View
                id={`questionnaire-up-${at}`}
                className="question-up tappable"
                {...a11y({ role: 'button', label: `把“${questionnaire.name}”上移` })}
                onClick={() => change(moved(all, at, at - 1))}
              >
                <Icon name="down" />
              </View>
            )}
          </View>
        </Section>
      ))}
      {all.length === 0 && (
        <EmptyState title="现在只问四题" text="解决了吗、结果、办法、接待。想多问几句，或者换个问法，就加一张问卷" />
      )}
      {editable && (
        <View className="questionnaire-ways">
          <PrimaryButton id="questionnaire-add" kind="plain" icon="plus" onClick={add}>
            加一张问卷
          </PrimaryButton>
        </View>
      )}
    </>
  )
}

/** What residents are asked when the work is done, and the editor of it (D-CB-1). */
export default function ManageQuestionnairesPage() {
  useAccount()
  const model = usePolicy()
  return (
    <PolicyPage title="评价问卷" model={model}>
      {editing => <Questionnaires {...editing} />}
    </PolicyPage>
  )
}
