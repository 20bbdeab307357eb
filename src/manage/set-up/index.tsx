import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { uuidv7 } from '@/data/call/uuid'
import { goToSignIn } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useSignIn } from '@/shell/use-sign-in'
import { Banner } from '@/ui/banner'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { ManagePage } from '../components/manage-page'

/** As long as the contract takes one. */
const longestCode = 100

const pathOf = { code: 'code', company: 'company.name', name: 'administrator.name', phone: 'administrator.phone' }
type Written = Record<keyof typeof pathOf, string>

/** The first page of a new installation: who it belongs to, and who organises it (D-OR-1). */
export default function SetUpPage() {
  const { params } = useRouter<{ code?: string }>()
  const [written, setWritten] = useState<Written>({
    code: queryText(params.code) ?? '',
    company: '',
    name: '',
    phone: '',
  })
  // Of this visit: the call again after a lost answer finds the company made, and signs in (D-IN-5).
  const [idempotencyKey] = useState(uuidv7)
  const [failure, setFailure] = useState<unknown>(null)
  const { signIn, busyWith } = useSignIn()
  const { code, company, name, phone } = written
  const complete = Object.values(written).every(words => words.trim() !== '')
  const refused = failure instanceof CallError ? failure : null

  const start = async () =>
    setFailure(
      await signIn(
        'setUp',
        () =>
          call(
            'organisation',
            'setUp',
            {
              code: code.trim(),
              company: { name: company },
              administrator: { name, phone: phone.trim() },
              idempotencyKey,
            },
            { retries: 2, quiet: true },
          ),
        true,
      ),
    )
  const field = (of: keyof Written) => ({
    id: `set-up-${of}`,
    value: written[of],
    onChange: (words: string) => {
      setWritten({ ...written, [of]: words })
      setFailure(null)
    },
    error: refused?.fields[pathOf[of]],
  })

  return (
    <ManagePage title="开始使用">
      {refused?.code === 'wrongState' && (
        <Banner id="set-up-done" meaning="info" icon="info" title="公司已经建好了" text={refused.message}>
          <PrimaryButton id="set-up-sign-in" kind="plain" onClick={goToSignIn}>
            去登录
          </PrimaryButton>
        </Banner>
      )}
      <Section title="欢迎使用" hint="填好这四项，您就是管理员；接下来建服务中心，再录入房屋、员工和住户">
        <View className="manage-stack">
          <TextField label="启用码" max={longestCode} {...field('code')} />
          <TextField label="公司名称" max={limits.name} {...field('company')} />
          <TextField label="管理员姓名" max={limits.name} {...field('name')} />
          <TextField label="管理员手机号，以后用它登录" type="number" max={limits.phone} {...field('phone')} />
          <PrimaryButton id="set-up-start" disabled={!complete} busy={busyWith !== null} onClick={() => void start()}>
            {complete ? '建立公司' : '请先把四项填好'}
          </PrimaryButton>
        </View>
      </Section>
    </ManagePage>
  )
}
