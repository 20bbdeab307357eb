import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { Section } from '@/ui/section'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Skeleton } from '@/ui/skeleton'
import { useAccount } from '@/data/session/use-account'
import { useRole } from '@/data/session/use-role'
import { open } from '@/data/session/navigation'
import { serverClock } from '@/data/call/server-clock'
import type { Role } from '../../../types/vocabulary'
import { OneTap } from '@/ticket/survey/one-tap'
import { NoticeCard } from './notice-card'
import { asksToRate } from './notice-words'
import { useNotices, type Notice } from './use-notices'
import './index.scss'

/** Residents and staff read a ticket on different pages. */
const ticketPageOf = (role: Role): string => (role === 'resident' ? 'pages/ticket/index' : 'work/ticket/index')

/** What asks a household leads to the survey, what was given to somebody of staff to what they are to do. */
const campaignPageOf = ({ type }: Notice, campaignId: string): Parameters<typeof open> =>
  type.startsWith('improvement') ? ['manage/improvements/index'] : ['pages/campaign/index', { campaignId }]

export default function NoticesPage() {
  const account = useAccount()
  const role = useRole()
  const stranger = account.state === 'stranger'
  const notices = useNotices(!stranger)
  const { items, error, loading } = notices
  const now = serverClock.now()

  usePullDownRefresh(() => void notices.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void notices.more())

  const markRead = (which?: Parameters<typeof notices.markRead>[0]) =>
    void notices.markRead(which).catch(() => undefined)
  const tap = (notice: Notice) => {
    const { noticeId, ticketId, campaignId, at, unread } = notice
    // The ticket's page marks what it has shown. The message itself is read even if the ticket is no longer the reader's.
    if (unread > 0) markRead(ticketId === null ? { noticeIds: [noticeId] } : { ticketId, until: at })
    if (ticketId) open(ticketPageOf(role), { ticketId })
    else if (campaignId) open(...campaignPageOf(notice, campaignId))
  }

  const body = () => {
    if (stranger) return <SignInInvite why="登录后可以看到进展提醒" />
    if (items === null && error) return <ErrorState error={error} onRetry={() => void notices.refresh()} />
    if (items === null) return <Skeleton blocks={['row', 'row', 'row', 'row']} />
    if (items.length === 0)
      return <EmptyState drawing="letter" title="还没有消息" text="有人答复、需要您确认时，会在这里告诉您" />
    return (
      <>
        <ItemList>
          {items.map(notice => (
            <NoticeCard key={notice.ticketId ?? notice.noticeId} notice={notice} now={now} onTap={() => tap(notice)}>
              {asksToRate(notice) && <OneTap ticketId={notice.ticketId} about={notice.matter ?? notice.title} />}
            </NoticeCard>
          ))}
        </ItemList>
        <Text className="notice-end">{loading === 'more' ? '正在加载更多…' : ''}</Text>
      </>
    )
  }

  return (
    <Page title="消息" tab="notices">
      {items?.some(({ unread }) => unread > 0) && (
        <View className="notice-all">
          <Text
            id="notices-read-all"
            className="notice-all-word tappable"
            {...a11y({ role: 'button' })}
            onClick={() => markRead()}
          >
            全部标为已读
          </Text>
        </View>
      )}
      <Section bare>{body()}</Section>
    </Page>
  )
}
