import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { limits } from '../../../types/limits'
import { a11y } from '@/ui/a11y'
import { Banner } from '@/ui/banner'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'
import { useFocusOnChange, useStepsBack } from '@/ui/use-layer'
import { instantText } from '@/ui/words/time'
import { serverClock } from '@/data/call/server-clock'
import type { Answers } from '@/ticket/survey/steps'
import { SurveyStep } from '@/ticket/survey/survey-step'
import { SurveyThanks } from './survey-thanks'
import { useDetails, type TappedSurvey } from './use-details'

const toTicket = (ticketId: string) =>
  void Taro.redirectTo({ url: `/pages/ticket/index?ticketId=${encodeURIComponent(ticketId)}` })

/** What was noted with the tap, and that nothing more is needed. */
const Noted = ({ survey: { ticketId, solved, until } }: { survey: TappedSurvey }) => (
  <Banner
    id="survey-noted"
    meaning={solved ? 'done' : 'info'}
    icon={solved ? 'done' : 'refresh'}
    title={solved ? '谢谢，已记下：解决了，满意' : '已记下：还没解决，我们会重新处理'}
    text={`愿意的话再说几句，每题都可以不答，${instantText(until, serverClock.now())}前都能补充。`}
  >
    <Text
      id="survey-mistaken"
      className="survey-mistaken tappable"
      {...a11y({ role: 'link' })}
      onClick={() => toTicket(ticketId)}
    >
      {solved ? '点错了？其实还没解决' : '点错了？去进展里说明或撤回'}
    </Text>
  </Banner>
)

/** What whoever has answered with one tap may add to it (D-CB-5). */
export const DetailsForm = ({ survey }: { survey: TappedSurvey }) => {
  const form = useDetails(survey)
  useStepsBack(form.sent ? 0 : form.position, form.previous)
  useFocusOnChange('survey-question', form.step)
  if (form.sent) return <SurveyThanks ticketId={survey.ticketId} sent={form.sent} />

  const { step, answers, position, isLast } = form
  const chosen = (part: Partial<Answers>) => {
    form.change(part)
    form.next()
  }
  return (
    <Page
      title="补充评价"
      bottom={
        <>
          {position > 0 ? (
            <PrimaryButton id="survey-back" kind="plain" onClick={form.previous}>
              上一题
            </PrimaryButton>
          ) : (
            <PrimaryButton id="survey-enough" kind="plain" onClick={() => toTicket(survey.ticketId)}>
              不补充了
            </PrimaryButton>
          )}
          {!isLast ? (
            <PrimaryButton id="survey-next" onClick={form.next}>
              下一题
            </PrimaryButton>
          ) : form.hasDetails ? (
            <PrimaryButton id="survey-submit" busy={form.busy} onClick={() => void form.submit()}>
              {form.busy ? '正在提交' : '提交补充'}
            </PrimaryButton>
          ) : (
            <PrimaryButton id="survey-enough" onClick={() => toTicket(survey.ticketId)}>
              不补充了
            </PrimaryButton>
          )}
        </>
      }
    >
      {position === 0 && <Noted survey={survey} />}
      <View className="survey-step">
        {step === 'last' ? (
          <>
            <Text id="survey-question" className="survey-title" {...a11y({ role: 'heading' })}>
              还有什么想说的吗？
            </Text>
            {survey.solved && (
              <TextField
                id="survey-text"
                label="想说的话（选填）"
                placeholder="一句话就好"
                multiline
                max={limits.text}
                value={answers.text}
                onChange={text => form.change({ text })}
              />
            )}
            <TextField
              id="survey-suggestion"
              label="建议（选填）"
              placeholder="怎样能让小区更好"
              multiline
              max={limits.text}
              value={answers.suggestion}
              onChange={suggestion => form.change({ suggestion })}
            />
          </>
        ) : (
          <SurveyStep
            step={step}
            questionnaire={survey.questionnaire}
            answers={answers}
            uploads={form.uploads}
            onChange={form.change}
            onChosen={chosen}
          />
        )}
      </View>
    </Page>
  )
}
