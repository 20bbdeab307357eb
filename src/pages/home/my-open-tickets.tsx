import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { ErrorState } from '@/shell/error-state'
import { MyTicketCard } from '@/ticket/card/my-ticket-card'
import { Section } from '@/ui/section'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Skeleton } from '@/ui/skeleton'
import type { AccountState } from '@/data/session/use-account'
import type { useMyTickets } from '@/data/read/use-my-tickets'
import type { TicketItem } from '../../../types/contract/ticket-views'

interface MyOpenTicketsProps {
  account: AccountState
  tickets: ReturnType<typeof useMyTickets>
  /** How many cards at most. */
  shown: number
}

const asksMe = ({ allowedActions }: TicketItem): boolean =>
  allowedActions.includes('answerSurvey') || allowedActions.includes('agree')

/** What waits for the resident stands first; otherwise the order of the server. */
const asksFirst = (items: readonly TicketItem[]): TicketItem[] => [
  ...items.filter(asksMe),
  ...items.filter(item => !asksMe(item)),
]

/** 「我的进行中」 */
export const MyOpenTickets = ({ account, tickets, shown }: MyOpenTicketsProps) => {
  const { items, error } = tickets
  const toAll = () => void Taro.reLaunch({ url: '/pages/tickets/index' })
  const body = () => {
    if (account === 'stranger') return <SignInInvite why="登录后可以看到每件事办到哪一步、谁在办、什么时候答复您" />
    if (items === null && error) return <ErrorState error={error} onRetry={() => void tickets.refresh()} />
    if (items === null) return <Skeleton blocks={['card', 'card']} />
    if (items.length === 0) return <EmptyState title="没有进行中的事" text="您反映的事会显示在这里，随时能看到进展" />
    return (
      <ItemList>
        {asksFirst(items)
          .slice(0, shown)
          .map(item => (
            <MyTicketCard key={item.ticketId} item={item} />
          ))}
      </ItemList>
    )
  }
  const more = (items?.length ?? 0) > shown
  return (
    <Section
      title="我的进行中"
      id="home-open"
      bare
      aside={
        more ? (
          <View className="home-all tappable" {...a11y({ role: 'link' })} onClick={toAll}>
            <Text>全部</Text>
          </View>
        ) : undefined
      }
    >
      {body()}
    </Section>
  )
}
