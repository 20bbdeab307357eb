import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { keysOf, residentRelationLabels, type ResidentRelation } from '../../../types/vocabulary'
import { useContacts } from '@/data/read/use-contacts'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import type { Me } from '@/data/session/session'
import { say, sayError } from '@/shell/feedback'
import { Choices } from '@/ui/choices'
import { FieldShell } from '@/ui/field-shell'
import { PrimaryButton } from '@/ui/primary-button'
import { TextField } from '@/ui/text-field'
import { RoomFinder, type FoundRoom } from '../components/room-finder'

const relations = keysOf(residentRelationLabels)

interface ByAskingProps {
  account: Me
  onAsked: () => void
}

/** By finding the room and having a clerk look (D-OR-2). */
export const ByAsking = ({ account, onAsked }: ByAskingProps) => {
  const centers = useContacts(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const [room, setRoom] = useState<FoundRoom | null>(null)
  // A stranger of WeChat has a name that says nothing; somebody with a room is known by theirs.
  const [name, setName] = useState(account.rooms.length > 0 ? account.name : '')
  const [phone, setPhone] = useState(account.phone ?? '')
  const [relation, setRelation] = useState<ResidentRelation | null>(null)
  const [fields, setFields] = useState<Record<string, string>>({})
  const { busy, act } = useOrganisationActs()
  const centerId = chosen ?? centers[0]?.centerId
  const missing = [room === null && '房号', name.trim() === '' && '姓名', relation === null && '身份'].filter(
    word => word !== false,
  )

  const ask = async () => {
    if (centerId === undefined || room === null || relation === null) return
    const outcome = await act('requestBinding', {
      centerId,
      placeId: room.placeId,
      name: name.trim(),
      relation,
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    })
    if (outcome.ok) {
      setRoom(null)
      say('已交给服务中心核对，结果会在消息里告诉您')
      return onAsked()
    }
    setFields(outcome.fields)
    sayError(outcome.error)
    if (outcome.outdated) onAsked()
  }

  return (
    <View className="residence-stack">
      {centers.length > 1 && (
        <FieldShell id="ask-center" label="小区">
          <Choices
            label="小区"
            idStart="ask-center"
            most={6}
            choices={centers.map(one => ({ id: one.centerId, word: one.estate }))}
            chosen={centerId === undefined ? [] : [centerId]}
            onChoose={id => {
              setChosen(id)
              setRoom(null)
            }}
          />
        </FieldShell>
      )}
      {centerId !== undefined && <RoomFinder key={centerId} centerId={centerId} chosen={room} onChoose={setRoom} />}
      <TextField id="ask-name" label="您的姓名" max={limits.name} value={name} onChange={setName} error={fields.name} />
      <TextField
        id="ask-phone"
        label="手机号，方便核对（选填）"
        type="number"
        max={limits.phone}
        value={phone}
        onChange={words => {
          setPhone(words)
          setFields({})
        }}
        error={fields.phone}
      />
      <FieldShell id="ask-relation" label="您是">
        <Choices
          label="您是"
          idStart="ask-relation"
          choices={relations.map(id => ({ id, word: residentRelationLabels[id] }))}
          chosen={relation === null ? [] : [relation]}
          onChoose={setRelation}
        />
      </FieldShell>
      <PrimaryButton id="ask" disabled={missing.length > 0} busy={busy !== null} onClick={() => void ask()}>
        {missing.length > 0 ? `请补充${missing.join('、')}` : '申请绑定'}
      </PrimaryButton>
    </View>
  )
}
