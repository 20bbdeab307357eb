import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { greeting } from './greeting'
import { useAccount } from '@/data/session/use-account'
import { useAppearance } from '@/shell/use-appearance'
import { useCatalog } from '@/data/read/use-catalog'
import { useContacts } from '@/data/read/use-contacts'
import { useMyTickets } from '@/data/read/use-my-tickets'
import { open } from '@/data/session/navigation'
import { serverClock } from '@/data/call/server-clock'
import { kindLabels, type Kind } from '../../../types/vocabulary'
import { BindCard } from './bind-card'
import { ByNumber } from './by-number'
import { CampaignCards } from './campaign-cards'
import { DraftCard } from './draft-card'
import { ElderSwitch } from './elder-switch'
import { EmergencyCard } from './emergency-card'
import { HelpSections } from './help-sections'
import { MyOpenTickets } from './my-open-tickets'
import './index.scss'

const quickKinds: readonly { kind: Kind; icon: IconName }[] = [
  { kind: 'request', icon: 'repair' },
  { kind: 'complaint', icon: 'complaint' },
  { kind: 'consultation', icon: 'question' },
  { kind: 'suggestion', icon: 'idea' },
]

export default function HomePage() {
  const account = useAccount()
  const { elder } = useAppearance()
  const signedIn = account.me !== null
  const tickets = useMyTickets(signedIn ? 'open' : null)
  const catalog = useCatalog(account.me !== null)
  const center = account.me?.center ?? null
  // Whoever belongs to no center yet may have to call all the same (L-HOME-1).
  const ofNone = account.state === 'stranger' || (signedIn && center === null)
  const contacts = useContacts(ofNone)

  usePullDownRefresh(() => {
    void Promise.all([account.refresh(), signedIn ? tickets.refresh() : null]).finally(() => Taro.stopPullDownRefresh())
  })

  return (
    <Page title="首页" tab="home">
      <View className="home-hello">
        <View className="home-who">
          <Text className="home-greeting" {...a11y({ role: 'heading' })}>
            {greeting(serverClock.now())}
            {account.me && `，${account.me.name}`}
          </Text>
          <Text className="home-estate">{center?.estate ?? '有事找物业，从这里开始'}</Text>
        </View>
        <ElderSwitch />
      </View>
      {account.state === 'asking' && <Skeleton blocks={['card']} />}
      {center && <EmergencyCard phones={center} />}
      {ofNone &&
        contacts.map(one => (
          <EmergencyCard key={one.centerId} phones={one} estate={contacts.length > 1 ? one.estate : undefined} />
        ))}
      {account.me && <BindCard account={account.me} />}
      {signedIn && <DraftCard categories={catalog.value?.categories ?? []} />}
      <Section bare>
        <PrimaryButton id="home-file" icon="edit" onClick={() => open('pages/file/index')}>
          我要反映问题
        </PrimaryButton>
        {!elder && (
          <View className="home-kinds">
            {quickKinds.map(({ kind, icon }) => (
              <View
                key={kind}
                id={`home-kind-${kind}`}
                className="home-kind tappable"
                {...a11y({ role: 'button', label: kindLabels[kind] })}
                onClick={() => open('pages/file/index', { kind })}
              >
                <Icon name={icon} className="home-kind-icon" />
                <Text>{kindLabels[kind]}</Text>
              </View>
            ))}
          </View>
        )}
      </Section>
      {signedIn && <CampaignCards />}
      <MyOpenTickets account={account.state} tickets={tickets} shown={elder ? 2 : 5} />
      <Section bare>
        <ByNumber />
      </Section>
      <HelpSections
        center={center}
        faq={elder ? [] : (catalog.value?.faq ?? [])}
        withScope={!elder || account.state === 'stranger'}
      />
    </Page>
  )
}
