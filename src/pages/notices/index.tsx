import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Excerpt } from '@/ui/excerpt'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { Section } from '@/ui/section'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Skeleton } from '@/ui/skeleton'
import { instantText } from '@/ui/words/time'
import { useAccount } from '@/data/session/use-account'
import { useRole } from '@/data/session/use-role'
import { open } from '@/data/session/navigation'
import { serverClock } from '@/data/call/server-clock'
import type { Role } from '../../../types/vocabulary'
import { useNotices, type Notice } from './use-notices'
import './index.scss'

/** Residents and staff read a ticket on different pages. */
const ticketPageOf = (role: Role): string => (role === 'resident' ? 'pages/ticket/index' : 'work/ticket/index')

export default function NoticesPage() {
  const account = useAccount()
  const role = useRole()
  const stranger = account.state === 'stranger'
  const notices = useNotices(!stranger)
  const { items, error, loading } = notices
  const now = serverClock.now()

  usePullDownRefresh(() => void notices.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void notices.more())

  const read = (ids?: string[]) => void notices.markRead(ids).catch(() => undefined)
  const tap = ({ noticeId, ticketId, read: wasRead }: Notice) => {
    if (!wasRead) read([noticeId])
    if (ticketId) open(ticketPageOf(role), { ticketId })
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
            <View
              key={notice.noticeId}
              id={`notice-${notice.noticeId}`}
              className={`notice tappable ${notice.read ? '' : 'notice-new'}`}
              {...a11y({
                role: notice.ticketId ? 'link' : 'button',
                summary: `${notice.read ? '' : '未读，'}${notice.title}，${notice.text}`,
              })}
              onClick={() => tap(notice)}
            >
              <View className="notice-head">
                {!notice.read && <View className="notice-dot" {...a11y({ role: 'img', label: '未读' })} />}
                <Text className="notice-title">{notice.title}</Text>
                <Text className="notice-time">{instantText(notice.at, now)}</Text>
              </View>
              <Excerpt className="notice-text" text={notice.text} max={80} />
            </View>
          ))}
        </ItemList>
        <Text className="notice-end">{loading === 'more' ? '正在加载更多…' : ''}</Text>
      </>
    )
  }

  return (
    <Page title="消息" tab="notices">
      {items?.some(({ read: wasRead }) => !wasRead) && (
        <View className="notice-all">
          <Text
            id="notices-read-all"
            className="notice-all-word tappable"
            {...a11y({ role: 'button' })}
            onClick={() => read()}
          >
            全部标为已读
          </Text>
        </View>
      )}
      <Section bare>{body()}</Section>
    </Page>
  )
}
