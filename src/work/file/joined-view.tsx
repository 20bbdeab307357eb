import { Text, View } from '@tarojs/components'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { open } from '@/data/session/navigation'
import type { Joined } from '../hooks/use-file-for'
import './file-form.scss'

/** What to read out to whoever has been joined to a neighbour's matter (D-IN-6). */
export const JoinedView = ({
  joined: { ticketId, number, households },
  onNext,
}: {
  joined: Joined
  onNext: () => void
}) => (
  <View id="filed">
    <Section title="已替对方加入">
      <StatusTag meaning="done" word={`编号 ${number}`} />
      <Text className="filed-say" id="filed-say">
        {`请告诉对方：「和邻居反映的是同一件事，已经记在一起，现在有 ${households} 户。您的编号是 ${number}，进展和结果都会告诉您。」`}
      </Text>
      <Text className="filed-note">记错了也不要紧：24 小时内可以在工单里撤销，单独处理</Text>
      <View className="filed-actions">
        <PrimaryButton id="file-next" onClick={onNext}>
          再记一张
        </PrimaryButton>
        <PrimaryButton id="open-filed" kind="plain" onClick={() => open('work/ticket/index', { ticketId })}>
          查看这张工单
        </PrimaryButton>
      </View>
    </Section>
  </View>
)
