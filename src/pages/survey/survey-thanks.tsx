import Taro from '@tarojs/taro'
import { SurveyClosing } from '@/ticket/survey/survey-closing'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import type { SurveyOutcome } from './use-survey'

interface SurveyThanksProps {
  ticketId: string
  sent: NonNullable<SurveyOutcome>
}

/** Which sentence says what happens next is decided by the state the server answered with. */
const wordsOf = (sent: SurveyThanksProps['sent']): { title: string; text: string } => {
  if (sent === 'answered') return { title: '这次评价已经完成', text: '谢谢您。需要时可以在进展里继续补充。' }
  if (sent.state === 'closed')
    return { title: '谢谢您的评价', text: '这件事就办结了。以后又出现，随时在这里告诉我们。' }
  if (sent.state === 'callback') return { title: '谢谢您的评价', text: '我们还在听取一起反映的邻居的意见。' }
  return {
    title: '很抱歉没有让您满意',
    text: '已经交回去重新处理，并告诉了负责人您的原因。会有人尽快联系您，进展随时可以看。',
  }
}

/** Thanks and what happens next. */
export const SurveyThanks = ({ ticketId, sent }: SurveyThanksProps) => {
  const { title, text } = wordsOf(sent)
  return (
    <Page
      title="评价"
      bottom={
        <>
          <PrimaryButton id="survey-home" kind="plain" onClick={() => void Taro.reLaunch({ url: '/pages/home/index' })}>
            回首页
          </PrimaryButton>
          <PrimaryButton
            id="survey-ticket"
            onClick={() =>
              void Taro.redirectTo({ url: `/pages/ticket/index?ticketId=${encodeURIComponent(ticketId)}` })
            }
          >
            看进展
          </PrimaryButton>
        </>
      }
    >
      <SurveyClosing
        id="survey-thanks"
        icon={sent !== 'answered' && sent.state !== 'closed' && sent.state !== 'callback' ? 'refresh' : 'done'}
        title={title}
        text={text}
      />
    </Page>
  )
}
