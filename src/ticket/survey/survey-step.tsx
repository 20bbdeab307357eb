import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Uploads } from '@/data/upload/use-uploads'
import { MediaPicker } from '@/ticket/media/media-picker'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { Icon } from '@/ui/icon'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import { useAppearance } from '@/shell/use-appearance'
import { limits } from '../../../types/limits'
import type { QuestionnaireView } from '../../../types/contract/questionnaire'
import { keysOf, standardQuestionLabels, surveyReasonLabels, type StandardQuestion } from '../../../types/vocabulary'
import { Faces } from './faces'
import type { MoreAnswer } from './more-question'
import { OwnQuestion, QuestionHead, spoken } from './own-question'
import { overallOf, questionOf, type Answers, type Rating, type SurveyQuestion } from './steps'
import './survey-step.scss'

const hints: Readonly<Record<Rating, string>> = {
  result: '修得好不好、问题还在不在',
  measures: '安排得合不合适、及不及时',
  reception: '有没有听明白、说清楚、有礼貌',
}

const usual: QuestionnaireView = { words: {}, questions: [] }

const askedAs = (question: StandardQuestion, { words }: QuestionnaireView, plain: boolean): string => {
  const own = words[question]
  return own ? spoken(own, plain) : standardQuestionLabels[question]
}

interface SurveyStepProps {
  step: SurveyQuestion
  /** What the center asks further, and how it puts what is always asked; left out: the usual. */
  questionnaire?: QuestionnaireView
  /** Asked in plain words; left out: in the elder view. */
  plain?: boolean
  answers: Answers
  /** Left out: no photos are asked for, as on the telephone. */
  uploads?: Uploads
  onChange: (part: Partial<Answers>) => void
  /** A single answer has been chosen: go on by itself. */
  onChosen: (part: Partial<Answers>) => void
}

/** One question, nothing else. */
export const SurveyStep = ({
  step,
  answers,
  uploads,
  onChange,
  onChosen,
  questionnaire = usual,
  plain,
}: SurveyStepProps) => {
  const { elder } = useAppearance()
  const inPlainWords = plain ?? elder
  const own = questionOf(step, questionnaire.questions)
  if (own) {
    const said = (value: MoreAnswer): Partial<Answers> => ({ more: { ...answers.more, [own.id]: value } })
    return (
      <OwnQuestion
        question={own}
        plain={inPlainWords}
        value={answers.more?.[own.id]}
        onChange={value => onChange(said(value))}
        onChosen={value => onChosen(said(value))}
      />
    )
  }
  switch (step) {
    case 'solved':
      return (
        <>
          <QuestionHead text={askedAs('solved', questionnaire, inPlainWords)} />
          <View
            className="faces"
            {...a11y({ role: 'radiogroup', label: askedAs('solved', questionnaire, inPlainWords) })}
          >
            {[
              { value: true, word: '解决了', icon: 'face4' as const, id: 'survey-solved-yes' },
              { value: false, word: '还没解决', icon: 'face2' as const, id: 'survey-solved-no' },
            ].map(({ value, word, icon, id }) => (
              <View
                key={id}
                id={id}
                className={`face face-big tappable ${answers.solved === value ? 'face-on' : ''}`}
                {...a11y({ role: 'radio', checked: answers.solved === value, label: word })}
                onClick={() => onChosen({ solved: value, apart: false })}
              >
                <Icon name={icon} className="face-icon" />
                <Text className="face-word">{word}</Text>
                {answers.solved === value && <Icon name="check" />}
              </View>
            ))}
          </View>
        </>
      )
    case 'overall':
      return (
        <>
          <QuestionHead text="这次处理您满意吗？" hint="接待、办法、结果一起评" />
          <Faces
            name="survey-all"
            label="这次处理您满意吗"
            value={overallOf(answers)}
            onChoose={value => onChosen({ result: value, measures: value, reception: value })}
          />
          <PrimaryButton id="survey-apart" kind="plain" onClick={() => onChange({ apart: true })}>
            三项分开评
          </PrimaryButton>
        </>
      )
    case 'reasons':
      return (
        <>
          <QuestionHead
            text={answers.solved === false ? '很抱歉还没解决，是哪里的问题？' : '哪里没做好？'}
            hint={uploads ? '可以选几个，也可以写一句话、加照片' : '可以选几个，也可以记一句原话'}
          />
          <Choices
            label="原因"
            idStart="survey-reason"
            several
            most={elder ? 3 : undefined}
            choices={keysOf(surveyReasonLabels).map(id => ({ id, word: surveyReasonLabels[id] }))}
            chosen={answers.reasons}
            onChoose={reason =>
              onChange({
                reasons: answers.reasons.includes(reason)
                  ? answers.reasons.filter(other => other !== reason)
                  : [...answers.reasons, reason],
              })
            }
          />
          <TextField
            id="survey-text"
            label="想说的话（选填）"
            placeholder="一句话就好"
            multiline
            max={limits.text}
            value={answers.text}
            onChange={text => onChange({ text })}
          />
          {uploads && (
            <View className="survey-photos">
              <Text className="survey-hint">照片（选填）</Text>
              <MediaPicker id="survey-media" value={uploads.value} onChange={uploads.onChange} label="现在的照片" />
            </View>
          )}
        </>
      )
    case 'last':
      return (
        <>
          <QuestionHead text="还有什么建议吗？" hint="可以不写，直接提交" />
          <TextField
            id="survey-suggestion"
            label="建议（选填）"
            placeholder="怎样能让小区更好"
            multiline
            max={limits.text}
            value={answers.suggestion}
            onChange={suggestion => onChange({ suggestion })}
          />
          <SwitchField
            id="survey-anonymous"
            label="匿名评价"
            hint="开启后，处理人员在评价结束前看不到您的评价"
            checked={answers.anonymous}
            onChange={anonymous => onChange({ anonymous })}
          />
        </>
      )
    case 'result':
    case 'measures':
    case 'reception': {
      const words = askedAs(step, questionnaire, inPlainWords)
      return (
        <>
          <QuestionHead text={words} hint={questionnaire.words[step] ? undefined : hints[step]} />
          <Faces
            name={`survey-${step}`}
            label={words}
            value={answers[step]}
            onChoose={value => onChosen({ [step]: value })}
          />
        </>
      )
    }
    default:
      // Of a questionnaire that is not there any more: nothing to ask.
      return null
  }
}
