import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { sayError } from '@/shell/feedback'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'

/** As long as the contract takes one. */
const longestCode = 40

interface ByCodeProps {
  /** Nobody knows yet what to call them. */
  newcomer: boolean
  onBound: (rooms: readonly string[]) => void
}

/** By a code that somebody has passed on. */
export const ByCode = ({ newcomer, onBound }: ByCodeProps) => {
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const { busy, act } = useOrganisationActs()
  const complete = code.trim() !== '' && (!newcomer || name.trim() !== '')
  const bind = async () => {
    const outcome = await act('bind', { code: code.trim(), ...(newcomer ? { name: name.trim() } : {}) })
    if (outcome.ok) {
      setCode('')
      return onBound([outcome.answer.place])
    }
    setError(outcome.fields.code)
    sayError(outcome.error)
  }
  return (
    <View className="residence-stack">
      <TextField
        id="bind-code"
        label="邀请码"
        max={longestCode}
        value={code}
        onChange={words => {
          setCode(words)
          setError(undefined)
        }}
        error={error}
      />
      {newcomer && <TextField id="bind-name" label="您的姓名" max={limits.name} value={name} onChange={setName} />}
      <PrimaryButton id="bind" disabled={!complete} busy={busy !== null} onClick={() => void bind()}>
        {complete ? '绑定' : newcomer ? '请填邀请码和姓名' : '请填邀请码'}
      </PrimaryButton>
    </View>
  )
}
