import { Text, View } from '@tarojs/components'
import type { MyCampaign } from '@/data/read/use-my-campaigns'
import { useNow } from '@/data/read/use-now'
import { Page } from '@/shell/page'
import { OwnQuestion, QuestionHead } from '@/ticket/survey/own-question'
import { SurveyProgress } from '@/ticket/survey/survey-progress'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { useFocusOnChange, useStepsBack } from '@/ui/use-layer'
import { promiseText, untilMidnight } from '@/ui/words/time'
import { EndingPage } from './ending'
import { useAnswering } from './use-answering'

interface CampaignFormProps {
  campaign: MyCampaign
  /** Another one waits; left out: none does. */
  onNext?: () => void
}

/** A survey of the estate, a question to a view: choosing goes on by itself, and every one may be left out. */
export const CampaignForm = ({ campaign, onNext }: CampaignFormProps) => {
  const form = useAnswering(campaign)
  const now = useNow(untilMidnight)
  const { question, position, answers } = form
  useStepsBack(form.ending ? 0 : position, form.previous)
  useFocusOnChange('survey-question', question?.id ?? 'last')
  if (form.ending) return <EndingPage ending={form.ending} untilAt={campaign.untilAt} onNext={onNext} />

  return (
    <Page
      title="住户调查"
      bottom={
        <>
          {position > 0 && (
            <PrimaryButton id="campaign-back" kind="plain" onClick={form.previous}>
              上一题
            </PrimaryButton>
          )}
          {question ? (
            <PrimaryButton
              id="campaign-next"
              kind={answers[question.id] === undefined ? 'plain' : 'primary'}
              onClick={form.next}
            >
              下一题
            </PrimaryButton>
          ) : (
            <PrimaryButton id="campaign-submit" busy={form.busy} onClick={() => void form.submit()}>
              {form.busy ? '正在提交' : '提交'}
            </PrimaryButton>
          )}
        </>
      }
    >
      <SurveyProgress position={position} count={form.count} />
      {position === 0 && (
        <Section>
          <Text className="campaign-title">{campaign.title}</Text>
          <Text className="campaign-line">
            {campaign.place} · 一户填一份 · {promiseText(campaign.untilAt, now)}
          </Text>
        </Section>
      )}
      <View className="campaign-step" key={question?.id ?? 'last'}>
        {question ? (
          <OwnQuestion
            question={question}
            value={answers[question.id]}
            onChange={value => form.answer(question.id, value)}
            onChosen={value => {
              form.answer(question.id, value)
              form.next()
            }}
          />
        ) : (
          <>
            <QuestionHead text="都问完了，谢谢您" hint="点下面的提交就好" />
            <SwitchField
              id="campaign-anonymous"
              label="匿名提交"
              hint="不记是哪一户答的，只记楼栋和入住了多久"
              checked={form.anonymous}
              onChange={form.setAnonymous}
            />
            <Text className="campaign-line">不开启也一样：报告里只有合计，不会出现您家的房号。</Text>
          </>
        )}
      </View>
    </Page>
  )
}
