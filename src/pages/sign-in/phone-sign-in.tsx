import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { account } from '../../../types/contract/account'
import { parse } from '../../../types/contract/parse'
import { limits } from '../../../types/limits'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'

interface PhoneSignInProps {
  busy: boolean
  onSignIn: (getToken: () => Promise<{ token: string }>) => void
}

/** Seconds until another code can be asked for. */
const pauseSeconds = 60

/** Phone and code, for the browser and for whoever does not sign in by WeChat. */
export const PhoneSignIn = ({ busy, onSignIn }: PhoneSignInProps) => {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [fields, setFields] = useState<Record<string, string>>({})
  const [sending, setSending] = useState(false)
  const [wait, setWait] = useState(0)
  const waiting = wait > 0

  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setWait(before => before - 1), 1_000)
    return () => clearInterval(timer)
  }, [waiting])

  const requestCode = async () => {
    const parsed = parse(account.requestPhoneCode.request, { phone: phone.trim() })
    if (!parsed.ok) return setFields(parsed.fields)
    setSending(true)
    try {
      await call('account', 'requestPhoneCode', parsed.data)
      setWait(pauseSeconds)
      say('如果这个号码登记过，验证码马上就到')
    } catch (error) {
      if (error instanceof CallError) setFields(error.fields)
      sayError(error)
    } finally {
      setSending(false)
    }
  }

  const signIn = () => {
    const parsed = parse(account.phoneSignIn.request, {
      phone: phone.trim(),
      code: code.trim() || undefined,
    })
    if (!parsed.ok) return setFields(parsed.fields)
    onSignIn(() => call('account', 'phoneSignIn', parsed.data))
  }

  return (
    <Section title="用手机号登录" hint="请用在物业登记过的手机号">
      <View className="sign-in-form">
        <TextField
          id="sign-in-phone"
          label="手机号"
          type="number"
          max={limits.phone}
          value={phone}
          onChange={value => {
            setPhone(value)
            setFields({})
          }}
          error={fields.phone}
        />
        <PrimaryButton
          id="sign-in-code-request"
          kind="plain"
          busy={sending}
          disabled={waiting}
          onClick={() => void requestCode()}
        >
          {waiting ? `${wait} 秒后可以再发` : '发送验证码'}
        </PrimaryButton>
        <TextField
          id="sign-in-code"
          label="短信里的 6 位验证码"
          type="number"
          max={6}
          value={code}
          onChange={value => {
            setCode(value)
            setFields({})
          }}
          error={fields.code}
        />
        <PrimaryButton id="sign-in-submit" busy={busy} onClick={signIn}>
          登录
        </PrimaryButton>
      </View>
    </Section>
  )
}
