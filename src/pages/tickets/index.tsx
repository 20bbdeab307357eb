import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { ErrorState } from '@/shell/error-state'
import { MyTicketCard } from '@/ticket/card/my-ticket-card'
import { Page } from '@/shell/page'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Skeleton } from '@/ui/skeleton'
import { useAccount } from '@/data/session/use-account'
import { useMyTickets, type MyShelf } from '@/data/read/use-my-tickets'
import { messageOf } from '@/data/call/call-error'
import { open } from '@/data/session/navigation'
import './index.scss'

const shelves: readonly { id: MyShelf; word: string }[] = [
  { id: 'open', word: '进行中' },
  { id: 'closed', word: '已办结' },
]

export default function TicketsPage() {
  const account = useAccount()
  const [shelf, setShelf] = useState<MyShelf>('open')
  const stranger = account.state === 'stranger'
  const tickets = useMyTickets(stranger ? null : shelf)
  const { items, error, loading, nextCursor, kept } = tickets

  usePullDownRefresh(() => void tickets.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void tickets.more())

  const body = () => {
    if (stranger) return <SignInInvite why="登录后可以看到您反映过的事" />
    if (items === null && error) return <ErrorState error={error} onRetry={() => void tickets.refresh()} />
    if (items === null) return <Skeleton blocks={['card', 'card', 'card']} />
    if (items.length === 0)
      return shelf === 'open' ? (
        <EmptyState
          title="没有进行中的事"
          text="有什么不方便的，告诉我们就好"
          action={{ word: '我要反映问题', onClick: () => open('pages/file/index') }}
        />
      ) : (
        <EmptyState drawing="letter" title="还没有办结的事" text="办完的事会留在这里，随时可以回看" />
      )
    return (
      <>
        {kept && error !== null && (
          <Text className="tickets-note" {...a11y({ role: 'status' })}>
            {messageOf(error)}。下面是上次看到的内容。
          </Text>
        )}
        <ItemList>
          {items.map(item => (
            <MyTicketCard key={item.ticketId} item={item} />
          ))}
        </ItemList>
        <View className="tickets-end" {...a11y({ role: 'status' })}>
          {loading === 'more' && <Text>正在加载更多…</Text>}
          {loading === null && !kept && error !== null && (
            <Text
              className="tickets-again tappable"
              {...a11y({ role: 'button' })}
              onClick={() => void (nextCursor === null ? tickets.refresh() : tickets.more())}
            >
              没有加载成功，点这里再试一次
            </Text>
          )}
          {loading === null && error === null && nextCursor === null && !kept && <Text>没有更多了</Text>}
        </View>
      </>
    )
  }

  return (
    <Page title="我的反映" tab="mine">
      <TabStrip items={shelves} chosen={shelf} onChoose={setShelf} label="我的反映" idStart="tickets" />
      <Section bare>{body()}</Section>
    </Page>
  )
}
