import { Text } from '@tarojs/components'
import type { TicketView } from '../../../types/contract/ticket-views'
import { followingOutcomeLabels } from '../../../types/vocabulary'
import { Section } from '@/ui/section'
import { serverClock } from '@/data/call/server-clock'
import { exactDueText } from '@/ui/words/time'
import { StatusTag } from '@/ui/status-tag'

/** Who else has caused it, and that somebody stays with it until they have solved it (D-IN-10, D-SP-6). */
export const ThirdPartyCard = ({ ticket }: { ticket: TicketView }) => {
  const { thirdParty } = ticket
  if (!thirdParty) return null
  const { name, ownerName, followed, ended, newsBy } = thirdParty
  const until =
    newsBy === null || newsBy < serverClock.now() ? '有进展就告诉您' : `最迟 ${exactDueText(newsBy)} 前告诉您进展`
  return (
    <Section
      title="由谁负责解决"
      id="ticket-third-party"
      aside={<StatusTag meaning={followed ? 'info' : 'calm'} word={followed ? '我们在跟进' : '已结束跟进'} />}
    >
      <Text className="ticket-value">
        {ended
          ? `${name}。${followingOutcomeLabels[ended.outcome]}：${ended.text}`
          : followed
            ? `${name}。${ownerName ?? '服务中心'}会一直跟进，${until}。`
            : name}
      </Text>
    </Section>
  )
}
