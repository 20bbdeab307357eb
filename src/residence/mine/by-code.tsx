import { View } from '@tarojs/components'
import { useState } from 'react'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { sayError } from '@/shell/feedback'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'

/** As long as the contract takes one. */
const longestCode = 40

/** By a code that somebody has passed on. */
export const ByCode = ({ onBound }: { onBound: (rooms: readonly string[]) => void }) => {
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const { busy, act } = useOrganisationActs()
  const bind = async () => {
    const outcome = await act('bind', { code: code.trim() })
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
      <PrimaryButton id="bind" disabled={code.trim() === ''} busy={busy !== null} onClick={() => void bind()}>
        绑定
      </PrimaryButton>
    </View>
  )
}
