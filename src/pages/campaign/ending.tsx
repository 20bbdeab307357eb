import Taro from '@tarojs/taro'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import type { IconName } from '@/ui/icon'
import { exactDueText } from '@/ui/words/time'
import { SurveyClosing } from '@/ticket/survey/survey-closing'

/** Why there is nothing (more) to answer. */
export type Ending = 'thanks' | 'answered' | 'refused' | 'ended' | 'unknown'

interface EndingProps {
  ending: Ending
  /** Until when it can be answered, epoch ms; null: not known. */
  untilAt: number | null
  /** Another one waits; left out: none does. */
  onNext?: () => void
}

const icons: Readonly<Record<Ending, IconName>> = {
  thanks: 'done',
  answered: 'done',
  refused: 'done',
  ended: 'clock',
  unknown: 'info',
}

function wordsOf(ending: Ending, untilAt: number | null): { title: string; text: string } {
  switch (ending) {
    case 'thanks':
      return {
        title: '谢谢您的意见',
        text: `已经收到了。${untilAt === null ? '调查结束' : `调查到 ${exactDueText(untilAt)} 结束`}，我们会照着大家的意见改进。`,
      }
    case 'answered':
      return { title: '您家已经填过了', text: '一户填一份，不用再填。谢谢您。' }
    case 'refused':
      return { title: '您家说过这次不填', text: '已经记下了，不会再提醒您。' }
    case 'ended':
      return {
        title: '这次调查已经结束',
        text: `${untilAt === null ? '' : `${exactDueText(untilAt)} 截止。`}有什么意见，随时可以告诉我们。`,
      }
    case 'unknown':
      return { title: '没有等您填的调查', text: '可能这次没有请您家填。有什么意见，随时可以告诉我们。' }
  }
}

/** The end of a survey, or of the way to one: what has become of it, and where to go from here. */
export const EndingPage = ({ ending, untilAt, onNext }: EndingProps) => {
  const over = ending === 'ended' || ending === 'unknown'
  return (
    <Page
      title="住户调查"
      bottom={
        <>
          <PrimaryButton
            id="campaign-home"
            kind={onNext || over ? 'plain' : 'primary'}
            onClick={() => void Taro.reLaunch({ url: '/pages/home/index' })}
          >
            回首页
          </PrimaryButton>
          {onNext ? (
            <PrimaryButton id="campaign-next-one" onClick={onNext}>
              还有一份，接着填
            </PrimaryButton>
          ) : (
            over && (
              <PrimaryButton id="campaign-file" onClick={() => void Taro.redirectTo({ url: '/pages/file/index' })}>
                我要反映问题
              </PrimaryButton>
            )
          )}
        </>
      }
    >
      <SurveyClosing id={`campaign-${ending}`} icon={icons[ending]} {...wordsOf(ending, untilAt)} />
    </Page>
  )
}
