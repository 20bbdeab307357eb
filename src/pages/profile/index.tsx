import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { holdsRight } from '../../../types/rights'
import { relationLabels, roleLabels, type Role } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Skeleton } from '@/ui/skeleton'
import { frontPageOf, tabsOf } from '@/shell/tabs'
import { waitingNow } from '@/data/send/stored-writes'
import { useAccount } from '@/data/session/use-account'
import { useObserved } from '@/data/device/use-observed'
import { useRole } from '@/data/session/use-role'
import { call } from '@/data/call/client'
import { ask, sayError } from '@/shell/feedback'
import { goToSignIn, open } from '@/data/session/navigation'
import { preferences, type Preferences } from '@/data/device/preferences'
import { keepPreferences } from '@/data/session/keep-preferences'
import { chooseRole, endSession, type Me } from '@/data/session/session'
import { EraseSheet } from './erase-sheet'
import { ExportSheet } from './export-sheet'
import { Row } from './row'
import './index.scss'
import { shortName } from '../../../types/words/text'

const themes: readonly { id: Preferences['theme']; word: string }[] = [
  { id: 'auto', word: '跟随系统' },
  { id: 'light', word: '浅色' },
  { id: 'dark', word: '深色' },
]

const signOut = async () => {
  const waiting = waitingNow()
  const stays = waiting > 0 ? `${waiting} 件待发送的会留在手机上，您再登录后发送；` : ''
  const sure = await ask({ title: '退出登录？', text: `${stays}没提交的草稿会从这部手机上清掉`, confirm: '退出' })
  if (!sure) return
  // Without a network the session ends on this phone all the same.
  await call('account', 'signOut', {}, { quiet: true }).catch(() => undefined)
  endSession()
  void Taro.reLaunch({ url: '/pages/home/index' })
}

const PersonCard = ({ account }: { account: Me }) => (
  <View className="person">
    <View className="person-face" {...a11y({ hidden: true })}>
      <Text>{shortName(account.name)}</Text>
    </View>
    <View className="person-words">
      <Text className="person-name" {...a11y({ role: 'heading' })}>
        {account.name}
      </Text>
      {account.phone && <Text className="person-line">{account.phone}</Text>}
      {account.rooms.map(({ placeId, name, relation }) => (
        <Text key={placeId} className="person-line">
          {name} · {relationLabels[relation]}
        </Text>
      ))}
      {account.rooms.length === 0 && account.posts.length === 0 && <Text className="person-line">还没有绑定房屋</Text>}
      {account.posts
        .filter(({ role }) => role !== 'resident')
        .map(({ role, centerId, centerName }) => (
          <Text key={`${role}:${centerId}`} className="person-line">
            {roleLabels[role]} · {centerName}
          </Text>
        ))}
    </View>
  </View>
)

const RoleSwitch = ({ roles }: { roles: readonly Role[] }) => {
  const current = useRole()
  return (
    <Section title="我的身份" hint="换一个身份看对应的界面">
      <Choices
        label="我的身份"
        idStart="profile-role"
        choices={roles.map(id => ({ id, word: roleLabels[id] }))}
        chosen={[current]}
        onChoose={role => {
          if (role === current) return
          chooseRole(role)
          void Taro.reLaunch({ url: `/${frontPageOf(role)}` })
        }}
      />
    </Section>
  )
}

/** D-CB-9: obeyed at once, on open matters too, and taken back as easily. */
const CallbackWish = ({ declined, onChanged }: { declined: boolean; onChanged: () => Promise<void> }) => {
  const [sending, setSending] = useState(false)
  const change = async () => {
    if (sending) return
    setSending(true)
    try {
      await call('account', 'setCallbackWish', { declined: !declined })
      await onChanged()
    } catch (error) {
      sayError(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Row
      id="profile-no-callback"
      icon="phone"
      word="不希望接到回访电话"
      checked={declined}
      onClick={() => void change()}
    />
  )
}

export default function ProfilePage() {
  const account = useAccount()
  const { elderView, theme } = useObserved(preferences)
  const [sheet, setSheet] = useState<'export' | 'erase' | null>(null)
  const signedIn = account.me !== null
  const roles = [...new Set(account.me?.posts.map(({ role }) => role) ?? [])]

  const person = () => {
    if (account.me) return <PersonCard account={account.me} />
    if (account.state === 'stranger') return <SignInInvite why="登录后可以看到您的房屋和反映过的事" />
    if (account.state === 'unreachable')
      return <ErrorState error={account.error} onRetry={() => void account.refresh()} />
    return <Skeleton blocks={['title', 'line']} />
  }

  return (
    <Page title="我的" tab="profile">
      <Section>{person()}</Section>
      {roles.length > 1 && <RoleSwitch roles={roles} />}
      {signedIn && (
        <Section title="房屋">
          <Row id="profile-rooms" icon="home" word="我的房屋和家人" onClick={() => open('residence/mine/index')} />
          {roles.some(role => holdsRight(role, 'inviteResidents')) && (
            <Row id="profile-invite" icon="plus" word="邀请住户入住" onClick={() => open('residence/invite/index')} />
          )}
          {roles.some(role => holdsRight(role, 'bindResidents')) && (
            <Row id="profile-bindings" icon="people" word="住户绑定" onClick={() => open('residence/waiting/index')} />
          )}
        </Section>
      )}
      {roles.some(role => holdsRight(role, 'seeTickets')) && (
        <Section title="工作">
          <Row
            id="profile-satisfaction"
            icon="star"
            word="业主的评价"
            onClick={() => open('manage/satisfaction/index')}
          />
          {roles.some(role => holdsRight(role, 'readCampaignReports') && !tabsOf(role).includes('manage')) && (
            <Row id="profile-campaigns" icon="chat" word="住户调查" onClick={() => open('manage/campaigns/index')} />
          )}
          {roles.some(role => holdsRight(role, 'enterCampaignAnswers')) && (
            <Row id="profile-entry" icon="edit" word="问卷录入" onClick={() => open('work/campaigns/index')} />
          )}
          <Row
            id="profile-improvements"
            icon="flag"
            word="改进措施"
            onClick={() => open('manage/improvements/index')}
          />
        </Section>
      )}
      <Section title="显示">
        <Row
          id="profile-elder"
          icon="user"
          word="大字版"
          checked={elderView}
          onClick={() => keepPreferences({ elderView: !elderView })}
        />
        <Choices
          label="颜色"
          idStart="profile-theme"
          choices={themes}
          chosen={[theme]}
          onChoose={id => keepPreferences({ theme: id })}
        />
      </Section>
      <Section title="隐私和数据">
        <Row id="profile-privacy" icon="lock" word="隐私说明" onClick={() => open('pages/privacy/index')} />
        {signedIn && (
          <>
            {account.me && <CallbackWish declined={account.me.callbackDeclined} onChanged={account.refresh} />}
            <Row id="profile-export" icon="inbox" word="导出我的数据" onClick={() => setSheet('export')} />
            <Row id="profile-erase" icon="trash" word="注销" onClick={() => setSheet('erase')} />
          </>
        )}
      </Section>
      {signedIn && (
        <Section bare>
          <View className="profile-leave">
            {account.me?.demo && (
              <PrimaryButton id="profile-persona" kind="plain" icon="swap" onClick={goToSignIn}>
                换一个演示角色
              </PrimaryButton>
            )}
            <PrimaryButton id="profile-sign-out" kind="plain" onClick={() => void signOut()}>
              退出登录
            </PrimaryButton>
          </View>
        </Section>
      )}
      {sheet === 'export' && <ExportSheet onClose={() => setSheet(null)} />}
      {sheet === 'erase' && <EraseSheet onClose={() => setSheet(null)} />}
    </Page>
  )
}
