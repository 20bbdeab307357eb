import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { promiseText } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { unannouncedHint } from '../../../types/words/deadline'
import type { Filed } from '../hooks/use-file-for'
import './file-form.scss'

/** What to read out before hanging up (D-IN-4), and what can be done next. */
export const FiledView = ({ filed, onNext }: { filed: Filed; onNext: () => void }) => {
  const now = useNow(() => 3_600_000)
  return (
    <View id="filed">
      <Section title={filed.state === 'quietPeriod' ? '已登记并办结' : '已登记'}>
        <StatusTag meaning="done" word={`编号 ${filed.number}`} />
        <Text className="filed-say" id="filed-say">
          {filed.state === 'quietPeriod'
            ? `请告诉对方：「已经记下了，编号是 ${filed.number}，又出现了随时找我们。」`
            : `请告诉对方：「${filed.thanks}编号是 ${filed.number}，我们会在${promiseText(filed.promisedReplyBy, now)}答复您${unannouncedHint(filed.unannouncedYears)}。」`}
        </Text>
        {filed.inTheirList && (
          <Text className="filed-note" id="filed-in-list">
            号码是登记过的业主的，这件事也在他的「我的反映」里，可以自己看进展、评价
          </Text>
        )}
        <View className="filed-actions">
          <PrimaryButton id="file-next" onClick={onNext}>
            再记一张
          </PrimaryButton>
          <PrimaryButton
            id="open-filed"
            kind="plain"
            onClick={() => open('work/ticket/index', { ticketId: filed.ticketId })}
          >
            查看这张工单
          </PrimaryButton>
        </View>
      </Section>
    </View>
  )
}
