import { Text, View } from '@tarojs/components'
import { familyRelationLabels } from '../../../types/vocabulary'
import { Page } from '@/shell/page'
import { PhotoGrid } from '@/ticket/media/photo-grid'
import { FoldedText } from '@/ui/excerpt'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { useFocusOnChange, useStepsBack } from '@/ui/use-layer'
import { isAnswered, type Answers } from '@/ticket/survey/steps'
import { SurveyProgress } from '@/ticket/survey/survey-progress'
import { SurveyStep } from '@/ticket/survey/survey-step'
import { SurveyThanks } from './survey-thanks'
import { useSurvey, type OpenSurvey } from './use-survey'

interface SurveyFormProps {
  survey: OpenSurvey
  /** Said with the tap that opened it; null: not yet. */
  solved: boolean | null
}

/** The survey of one finished matter. */
export const SurveyForm = ({ survey, solved }: SurveyFormProps) => {
  const form = useSurvey(survey, solved)
  // What was said before the page opened is not undone on it by back: that leaves the page.
  useStepsBack(form.sent ? 0 : Math.max(0, form.position - (solved === null ? 0 : 1)), form.previous)
  useFocusOnChange('survey-question', form.step)
  if (form.sent) return <SurveyThanks ticketId={survey.ticketId} sent={form.sent} />

  const { step, answers, position, count } = form
  const last = step === 'last'
  const answered = isAnswered(step, answers)
  const chosen = (part: Partial<Answers>) => {
    form.change(part)
    form.next()
  }
  const photos = survey.after.filter(({ kind }) => kind === 'image')

  return (
    <Page
      title="评价"
      bottom={
        // Choosing a face goes on by itself; a button that can do nothing yet would only be in the way.
        (position > 0 || answered) && (
          <>
            {position > 0 && (
              <PrimaryButton id="survey-back" kind="plain" onClick={form.previous}>
                上一题
              </PrimaryButton>
            )}
            {last ? (
              <PrimaryButton id="survey-submit" busy={form.busy} onClick={() => void form.submit()}>
                {form.busy ? '正在提交' : '提交评价'}
              </PrimaryButton>
            ) : (
              answered && (
                <PrimaryButton id="survey-next" onClick={form.next}>
                  下一题
                </PrimaryButton>
              )
            )}
          </>
        )
      }
    >
      <SurveyProgress position={position} count={count} />
      {(step === 'solved' || step === 'overall') && (
        <Section>
          <Text className="survey-what">
            {survey.categoryName} · {survey.place}
          </Text>
          {survey.forFamily && (
            <Text className="survey-text" id="survey-for">
              您在替{familyRelationLabels[survey.forFamily]}评价
            </Text>
          )}
          <FoldedText className="survey-text" text={survey.text} />
          {survey.summary !== '' && <FoldedText className="survey-text" text={`处理情况：${survey.summary}`} />}
          {photos.length > 0 && <PhotoGrid photos={photos.slice(0, 3)} label="处理后的照片" />}
        </Section>
      )}
      <View className="survey-step">
        <SurveyStep
          step={step}
          questionnaire={survey.questionnaire}
          answers={answers}
          uploads={form.uploads}
          onChange={form.change}
          onChosen={chosen}
        />
      </View>
    </Page>
  )
}
