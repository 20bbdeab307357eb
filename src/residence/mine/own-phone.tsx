import { Button, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { limits } from '../../../types/limits'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'
import { Banner } from '@/ui/banner'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'
import { usePause } from './use-pause'
import './own-phone.scss'

type Proven = ResponseOf<'account', 'provePhone'>

/** Until another code can be asked for, seconds. */
const pauseSeconds = 60

interface ProvenProps {
  proven: Proven
  /** Of whom one says to be. */
  claiming: string | null
  onClaim: (personId: string) => void
}

/** Who was entered under the number: one says which one oneself is, since numbers are given out anew. */
const ProvenPhone = ({ proven: { phone, people }, claiming, onClaim }: ProvenProps) =>
  people.length === 0 ? (
    <Banner
      id="phone-unknown"
      meaning="info"
      icon="info"
      title={`${phone} 没有在物业登记`}
      text="请用下面的邀请码，或者找到房号申请"
    />
  ) : (
    <View className="residence-stack" id="phone-known">
      <Text>{phone} 在物业登记过，请认一认：</Text>
      {people.map(({ personId, name }) => (
        <View key={personId} className="residence-person">
          <Text className="residence-person-words">您是{name}吗？</Text>
          <View>
            <PrimaryButton
              id={`claim-${personId}`}
              busy={claiming === personId}
              disabled={claiming !== null}
              onClick={() => onClaim(personId)}
            >
              是我
            </PrimaryButton>
          </View>
        </View>
      ))}
      <Text className="residence-hint">都不是您？请打电话给服务中心核对，不要选别人</Text>
    </View>
  )

/** By the number that one has told the property company: from WeChat in one tap, or typed with a code (D-OR-2). */
export const OwnPhone = ({ onBound }: { onBound: (rooms: readonly string[]) => void }) => {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [fields, setFields] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState<'prove' | 'send' | null>(null)
  const [proven, setProven] = useState<Proven | null>(null)
  const [claiming, setClaiming] = useState<string | null>(null)
  const [typing, setTyping] = useState(process.env.TARO_ENV !== 'weapp')
  const { seconds, pause } = usePause()

  const during = async (name: 'prove' | 'send', work: () => Promise<void>) => {
    setBusy(name)
    try {
      await work()
    } catch (error) {
      if (error instanceof CallError) setFields(error.fields)
      sayError(error)
      // Where WeChat does not tell numbers the code still serves.
      if (name === 'prove') setTyping(true)
    } finally {
      setBusy(null)
    }
  }
  const prove = (ask: () => Promise<Proven>) => void during('prove', async () => setProven(await ask()))

  const claim = async (personId: string) => {
    setClaiming(personId)
    try {
      const { rooms } = await call('account', 'claim', { personId })
      setProven(null)
      onBound(rooms)
    } catch (error) {
      sayError(error)
    } finally {
      setClaiming(null)
    }
  }

  if (proven) return <ProvenPhone proven={proven} claiming={claiming} onClaim={id => void claim(id)} />
  return (
    <View className="residence-stack">
      {process.env.TARO_ENV === 'weapp' && (
        <Button
          id="phone-wechat"
          className="own-phone-button"
          openType="getPhoneNumber"
          loading={busy === 'prove' && !typing}
          onGetPhoneNumber={({ detail }) => {
            const granted = detail.code
            if (granted) prove(() => call('account', 'provePhone', { code: granted }))
            else setTyping(true)
          }}
        >
          用微信的手机号
        </Button>
      )}
      {!typing && (
        <PrimaryButton id="phone-typing" kind="plain" onClick={() => setTyping(true)}>
          改用短信验证码
        </PrimaryButton>
      )}
      {typing && (
        <>
          <TextField
            id="own-phone"
            label="手机号"
            type="number"
            max={limits.phone}
            value={phone}
            onChange={words => {
              setPhone(words)
              setFields({})
            }}
            error={fields.phone}
          />
          <PrimaryButton
            id="own-phone-send"
            kind="plain"
            busy={busy === 'send'}
            disabled={seconds > 0 || phone.trim() === ''}
            onClick={() =>
              void during('send', async () => {
                await call('account', 'requestOwnPhoneCode', { phone: phone.trim() })
                pause(pauseSeconds)
                say('验证码已发送')
              })
            }
          >
            {seconds > 0 ? `${seconds} 秒后可以再发` : '发送验证码'}
          </PrimaryButton>
          <TextField
            id="own-phone-code"
            label="短信里的 6 位验证码"
            type="number"
            max={6}
            value={code}
            onChange={words => {
              setCode(words)
              setFields({})
            }}
            error={fields.code}
          />
          <PrimaryButton
            id="own-phone-prove"
            busy={busy === 'prove'}
            disabled={phone.trim() === '' || code.trim().length < 6}
            onClick={() => prove(() => call('account', 'provePhoneByCode', { phone: phone.trim(), code: code.trim() }))}
          >
            查我的房屋
          </PrimaryButton>
        </>
      )}
    </View>
  )
}
