import { Text, View } from '@tarojs/components'
import { open } from '@/data/session/navigation'
import { FactList } from '@/ui/fact-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag, type Meaning } from '@/ui/status-tag'
import { exactDueText, instantText } from '@/ui/words/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import { draftKindLabels, followingOutcomeLabels, thirdPartyLabels } from '../../../types/vocabulary'
import { reachText } from '../../../types/words/reach'

interface OutsideProps {
  ticket: TicketView
  now: number
}

const draftStanding: Record<TicketView['drafts'][number]['status'], { meaning: Meaning; word: string }> = {
  waiting: { meaning: 'dueSoon', word: '等审批' },
  approved: { meaning: 'done', word: '已同意' },
  refused: { meaning: 'late', word: '退回' },
  dropped: { meaning: 'calm', word: '已作废' },
}

/** What was written for the complainant and has to be approved, the newest first (D-HD-2, D-HD-6). */
const Drafts = ({ ticket: { drafts = [] }, now }: OutsideProps) => (
  <>
    {[...drafts].reverse().map(({ draft, kind, text, responsible, completeBy, at, status, approverName, remark }) => (
      <View key={draft} id={`draft-${draft}`}>
        <View className="ticket-head-tags">
          <Text className="ticket-head-line">
            {draftKindLabels[kind]} · {instantText(at, now)}
          </Text>
          <StatusTag {...draftStanding[status]} />
        </View>
        <FactList
          facts={[
            [kind === 'reply' ? '要说的话' : '措施', text],
            ['负责人', responsible],
            ['完成时间', completeBy === null ? null : exactDueText(completeBy)],
            ['审批', approverName],
            ['退回的原因', remark],
          ]}
        />
      </View>
    ))}
  </>
)

/** Who else has caused it, and who follows them (D-IN-10, D-SP-6). */
const Party = ({ party, now }: { party: NonNullable<TicketView['thirdParty']>; now: number }) => (
  <FactList
    facts={[
      ['由谁负责', `${party.name}（${thirdPartyLabels[party.kind]}）`],
      ['怎么联系', party.contact],
      ['跟进人', party.ownerName],
      ['告知业主', party.newsBy === null ? null : `${exactDueText(party.newsBy)} 前再告诉一次进展`],
      [
        '结果',
        party.ended &&
          `${followingOutcomeLabels[party.ended.outcome]}，${instantText(party.ended.at, now)}：${party.ended.text}`,
      ],
    ]}
  />
)

/** What stands online, each with how far it had gone whenever somebody looked, the newest first (D-SP-5). */
const Posts = ({ ticket: { posts = [] }, now }: OutsideProps) => (
  <>
    {posts.map(({ post, link, platform, readings }) => (
      <View key={post} id={`post-${post}`}>
        <FactList
          facts={[
            [platform ?? `第 ${post} 个`, link],
            ...[...readings].reverse().map(reading => {
              const words = reachText(reading)
              return [instantText(reading.at, now), words === '' ? '没有记热度' : words] as const
            }),
          ]}
        />
      </View>
    ))}
  </>
)

/** What goes on outside the company about a ticket, and what waits for an approval. */
export const OutsideSections = ({ ticket, now }: OutsideProps) => {
  // What a device kept of before knows nothing of these.
  const { thirdParty = null, drafts = [], posts = [], related = [], fromHeadOffice = false } = ticket
  return (
    <>
      {drafts.length > 0 && (
        <Section title="送审" hint="同意以后才发给业主" id="drafts">
          <Drafts ticket={ticket} now={now} />
        </Section>
      )}
      {thirdParty && (
        <Section
          title="第三方"
          id="third-party"
          aside={
            <StatusTag
              meaning={thirdParty.followed ? 'info' : 'calm'}
              word={thirdParty.followed ? '跟进中' : '不再跟进'}
            />
          }
        >
          <Party party={thirdParty} now={now} />
        </Section>
      )}
      {posts.length > 0 && (
        <Section title="网帖" hint="同一件事的帖子只算一件" id="posts">
          <Posts ticket={ticket} now={now} />
        </Section>
      )}
      {(related.length > 0 || fromHeadOffice) && (
        <Section title="来龙去脉" id="related">
          <FactList facts={[['来源', fromHeadOffice ? '总部先收到，验证后要向总部回报' : null]]} />
          {related.map(({ ticketId, number }) => (
            <PrimaryButton
              key={ticketId}
              id={`related-${number}`}
              kind="plain"
              icon="list"
              onClick={() => open('work/ticket/index', { ticketId })}
            >
              {`有关的工单 ${number}`}
            </PrimaryButton>
          ))}
        </Section>
      )}
    </>
  )
}
