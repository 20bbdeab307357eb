import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { say, sayError } from '@/shell/feedback'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'

interface AppointSheetProps {
  onClose: () => void
  onDone: () => void
}

/** Another administrator, by the number that they will sign in with. */
export const AppointSheet = ({ onClose, onDone }: AppointSheetProps) => {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [fields, setFields] = useState<Record<string, string>>({})
  const { busy, act } = useOrganisationActs()
  const complete = name.trim() !== '' && phone.trim() !== ''
  const appoint = async () => {
    const outcome = await act('appointAdministrator', { name: name.trim(), phone: phone.trim() })
    if (outcome.ok) {
      say(`${name.trim()}现在是管理员，用这个手机号登录`)
      return onDone()
    }
    setFields(outcome.fields)
    sayError(outcome.error)
  }
  return (
    <Sheet
      id="appoint-sheet"
      title="增加管理员"
      onClose={onClose}
      actions={
        <PrimaryButton id="appoint-done" disabled={!complete} busy={busy !== null} onClick={() => void appoint()}>
          确定
        </PrimaryButton>
      }
    >
      <View className="manage-stack">
        <TextField
          id="appoint-name"
          label="姓名"
          max={limits.name}
          value={name}
          onChange={setName}
          error={fields.name}
        />
        <TextField
          id="appoint-phone"
          label="手机号"
          type="number"
          max={limits.phone}
          value={phone}
          onChange={setPhone}
          error={fields.phone}
        />
      </View>
    </Sheet>
  )
}
