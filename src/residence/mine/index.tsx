import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useAccount } from '@/data/session/use-account'
import type { Me } from '@/data/session/session'
import { ErrorState } from '@/shell/error-state'
import { say } from '@/shell/feedback'
import { Page } from '@/shell/page'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Choices } from '@/ui/choices'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { useMyBindings } from '../hooks/use-bindings'
import { ByAsking } from './by-asking'
import { ByCode } from './by-code'
import { OwnPhone } from './own-phone'
import { OwnRooms } from './own-rooms'
import { Requests } from './requests'
import '../components/residence.scss'

type Way = 'phone' | 'code' | 'asking'

const ways: readonly { id: Way; word: string; hint: string }[] = [
  { id: 'phone', word: '用手机号', hint: '手机号在物业登记过，最快' },
  { id: 'code', word: '有邀请码', hint: '物业或家人给过您一个码' },
  { id: 'asking', word: '找房号申请', hint: '由服务中心核对' },
]

interface ResidenceProps {
  account: Me
  refresh: () => Promise<void>
}

const Residence = ({ account, refresh }: ResidenceProps) => {
  const bindings = useMyBindings(true)
  const [way, setWay] = useState<Way>('phone')
  const reload = () => void Promise.all([refresh(), bindings.reload()])
  const bound = (rooms: readonly string[]) => {
    say(rooms.length === 0 ? '已认出您' : `已绑定${rooms.join('、')}`)
    reload()
  }
  return (
    <>
      {account.rooms.length > 0 && <OwnRooms rooms={account.rooms} onChanged={reload} />}
      <Requests items={bindings.value ?? []} />
      <Section
        title={account.rooms.length > 0 ? '再绑定一处房屋' : '绑定您的房屋'}
        hint="绑定以后，反映问题不用再写房号，家里的事都能看到进展"
      >
        <Choices label="怎么绑定" idStart="way" form="rows" choices={ways} chosen={[way]} onChoose={setWay} />
      </Section>
      <Section title={ways.find(({ id }) => id === way)?.word}>
        {way === 'phone' && <OwnPhone onBound={bound} />}
        {way === 'code' && <ByCode newcomer={account.rooms.length + account.posts.length === 0} onBound={bound} />}
        {way === 'asking' && <ByAsking account={account} onAsked={reload} />}
      </Section>
    </>
  )
}

/** Where one lives, who else does, and the ways of getting into a room (D-OR-2). */
export default function MyRoomsPage() {
  const account = useAccount()
  usePullDownRefresh(() => void account.refresh().finally(() => Taro.stopPullDownRefresh()))
  const body = () => {
    if (account.me) return <Residence account={account.me} refresh={account.refresh} />
    if (account.state === 'stranger') return <SignInInvite why="登录后可以绑定您的房屋" />
    if (account.state === 'unreachable')
      return <ErrorState error={account.error} onRetry={() => void account.refresh()} />
    return <Skeleton blocks={['card', 'card']} />
  }
  return <Page title="我的房屋">{body()}</Page>
}
