import { Text, View } from '@tarojs/components'
import type { TicketView } from '../../../types/contract/ticket-views'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { exactDueText } from '@/ui/words/time'

const statusWords = { open: '等您答复', agreed: '您已同意', countered: '正在重新商量', dropped: '已不再适用' } as const
const statusMeanings = { open: 'dueSoon', agreed: 'done', countered: 'info', dropped: 'calm' } as const

/** What the company wants to do, by whom and by when (D-HD-2). */
export const ProposalCard = ({ proposal }: { proposal: NonNullable<TicketView['proposal']> }) => (
  <Section
    title={proposal.round > 1 ? `处理方案（第 ${proposal.round} 次）` : '处理方案'}
    id="ticket-proposal"
    aside={<StatusTag meaning={statusMeanings[proposal.status]} word={statusWords[proposal.status]} />}
  >
    <View className="ticket-pair">
      <Text className="ticket-label">怎么做</Text>
      <Text className="ticket-value">{proposal.measures}</Text>
    </View>
    <View className="ticket-pair">
      <Text className="ticket-label">谁负责</Text>
      <Text className="ticket-value">{proposal.responsible}</Text>
    </View>
    <View className="ticket-pair">
      <Text className="ticket-label">完成时间</Text>
      <Text className="ticket-value">{exactDueText(proposal.completeBy)} 前</Text>
    </View>
  </Section>
)
