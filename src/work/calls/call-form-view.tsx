import { Text, View } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'
import { useFocusOnChange } from '@/ui/use-layer'
import { SurveyStep } from '@/ticket/survey/survey-step'
import { callMethodLabels, type CallMethod } from '../../../types/vocabulary'
import { callOutcomeWord } from '../../../types/words/callback'
import { limits } from '../../../types/limits'
import { choicesOf } from '@/ticket/forms/fields'
import { DateTimeField } from '../fields/date-time-field'
import { beginnings, type Beginning } from './call-form'
import { answersId } from './press'
import type { CallForm } from './use-call-form'

const beginningWord = (method: CallMethod, began: Beginning): string =>
  began === 'asked' ? '联系上了，开始问' : callOutcomeWord(method, began)

const hints: Readonly<Partial<Record<Beginning, string>>> = {
  refused: '会记为本人不愿接受回访，以后都不再打扰',
}

interface CallFormViewProps {
  form: CallForm
  /** At a desk with a keyboard each choice tells its number. */
  withKeys: boolean
}

/** What became of it: whether anybody was there, then question by question what they say. */
export const CallAnswers = ({ form, withKeys }: CallFormViewProps) => {
  useFocusOnChange('survey-question', form.draft.began === 'asked' ? form.question : null)
  const { draft, change, answer, answerAndGoOn } = form
  const { began, method } = draft
  const choices = beginnings.map((id, index) => ({
    id,
    word: withKeys ? `${index + 1} ${beginningWord(method, id)}` : beginningWord(method, id),
    ...(hints[id] === undefined ? {} : { hint: hints[id] }),
  }))
  return (
    <View className="call-form">
      {began === null && (
        <Choices
          choices={choicesOf(callMethodLabels)}
          chosen={[method]}
          onChoose={chosen => change({ method: chosen as CallMethod })}
          label="用什么方式"
          idStart="call-method"
        />
      )}
      <View id={answersId} className="call-answers">
        {began === null && (
          <Choices
            choices={choices}
            chosen={[]}
            onChoose={chosen => change({ began: chosen, position: 0 })}
            label="联系的结果"
            form="rows"
            idStart="call-began"
          />
        )}
        {began === 'asked' && (
          <SurveyStep
            step={form.question}
            questionnaire={form.questionnaire}
            answers={draft.answers}
            onChange={answer}
            onChosen={answerAndGoOn}
          />
        )}
        {began !== null && began !== 'asked' && (
          <>
            <Text id="call-outcome" className="call-outcome">
              {beginningWord(method, began)}
            </Text>
            {hints[began] && <Text className="call-hint">{hints[began]}</Text>}
            {began === 'later' && (
              <DateTimeField
                id="call-at"
                value={draft.callAt ?? undefined}
                onChange={at => change({ callAt: at ?? null })}
                label="约好的时间"
              />
            )}
            <TextField
              id="call-note"
              label="说明（选填）"
              multiline
              max={limits.text}
              value={draft.note}
              onChange={note => change({ note })}
            />
          </>
        )}
      </View>
    </View>
  )
}

/** What can be done now: a step back, breaking off, going on. `last`: nobody is left to be asked after this one. */
export const CallButtons = ({ form, last }: { form: CallForm; last: boolean }) => {
  const { draft, asking, busy, mayGoOn, go, before, submit } = form
  if (draft.began === null) return null
  const begun = form.mayBreakOff
  return (
    <>
      <PrimaryButton id="call-before" kind="plain" onClick={before}>
        上一步
      </PrimaryButton>
      {begun && (
        <PrimaryButton id="call-break" kind="plain" busy={busy} onClick={submit}>
          只答到这里
        </PrimaryButton>
      )}
      <PrimaryButton id="call-go" busy={busy && !begun} disabled={!mayGoOn} onClick={go}>
        {asking ? '下一题' : last ? '记下' : '记下，看下一位'}
      </PrimaryButton>
    </>
  )
}
