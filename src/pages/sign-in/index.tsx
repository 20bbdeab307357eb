import { Text, View } from '@tarojs/components'
import Taro, { useLoad } from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { useReading } from '@/data/read/use-reading'
import { useSignIn } from '@/shell/use-sign-in'
import type { AbortSignalLike } from '@/data/call/abort'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { PersonaList, type Persona } from './persona-list'
import { PhoneSignIn } from './phone-sign-in'
import './index.scss'

/** Null where this is no demo: the action does not exist there. */
const loadPersonas = async (_key: string, signal: AbortSignalLike): Promise<{ personas: Persona[] | null }> => {
  try {
    return await call('account', 'demoPersonas', {}, { retries: 2, signal, quiet: true })
  } catch (error) {
    if (error instanceof CallError && error.code === 'unknownAction') return { personas: null }
    throw error
  }
}

const wechatToken = async () => {
  const { code } = await Taro.login()
  return call('account', 'signIn', { code })
}

export default function SignInPage() {
  const { value, error, reload } = useReading({ name: 'personas', key: 'all', load: loadPersonas })
  const { signIn, busyWith } = useSignIn()
  const personas = value?.personas ?? null
  const asPersona = (id: string) => signIn(id, () => call('account', 'demoSignIn', { persona: id }), true)
  // The demo's page opens each phone already as somebody.
  useLoad<{ persona?: string }>(({ persona }) => {
    const wanted = queryText(persona)
    if (wanted !== null) void asPersona(wanted)
  })
  const leave = () => void Taro.reLaunch({ url: '/pages/home/index' })

  const body = () => {
    if (!value && error) return <ErrorState error={error} onRetry={reload} />
    if (!value) return <Skeleton blocks={['title', 'row', 'row', 'row', 'row']} />
    if (personas)
      return (
        <>
          <Text className="sign-in-note">这是演示小区，选一个人看看他的界面</Text>
          <PersonaList personas={personas} busyWith={busyWith} onChoose={({ id }) => void asPersona(id)} />
        </>
      )
    return (
      <>
        {process.env.TARO_ENV === 'weapp' && (
          <Section title="微信登录" hint="只用来认出您是哪一户，不会读取好友和聊天">
            <PrimaryButton
              id="sign-in-wechat"
              busy={busyWith === 'wechat'}
              onClick={() => void signIn('wechat', wechatToken)}
            >
              微信一键登录
            </PrimaryButton>
          </Section>
        )}
        <PhoneSignIn busy={busyWith === 'phone'} onSignIn={getToken => void signIn('phone', getToken)} />
      </>
    )
  }

  return (
    <Page title="登录">
      {body()}
      <View className="sign-in-foot">
        <Text id="sign-in-later" className="sign-in-link tappable" {...a11y({ role: 'button' })} onClick={leave}>
          先不登录，随便看看
        </Text>
        <Text className="sign-in-link tappable" {...a11y({ role: 'link' })} onClick={() => open('pages/privacy/index')}>
          隐私说明
        </Text>
      </View>
    </Page>
  )
}
