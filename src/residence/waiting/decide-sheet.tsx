import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { residentRelationLabels } from '../../../types/vocabulary'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { say, sayError } from '@/shell/feedback'
import { DateField } from '@/ui/date-field'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import type { Waiting } from '../hooks/use-bindings'
import { mayReplace, residentsWords } from '../words/residents'
import '../components/residence.scss'

interface DecideSheetProps {
  centerId: string
  waiting: Waiting
  approve: boolean
  onClose: () => void
  onDone: () => void
}

/** Binds somebody to the room they have named, or says why not (D-OR-2). */
export const DecideSheet = ({ centerId, waiting, approve, onClose, onDone }: DecideSheetProps) => {
  const { requestId, name, place, relation, residents } = waiting
  const [replaces, setReplaces] = useState(false)
  const [untilDay, setUntilDay] = useState('')
  const [reason, setReason] = useState('')
  const [fields, setFields] = useState<Record<string, string>>({})
  const { busy, act } = useOrganisationActs()
  const complete = approve || reason.trim() !== ''

  const decide = async () => {
    const outcome = await act('approveBinding', {
      centerId,
      requestId,
      approve,
      ...(approve && replaces ? { replaces } : {}),
      ...(approve && untilDay !== '' ? { untilDay } : {}),
      ...(approve ? {} : { reason: reason.trim() }),
    })
    if (outcome.ok) {
      say(approve ? `${name}已绑定${place}` : `已告诉${name}`)
      return onDone()
    }
    setFields(outcome.fields)
    sayError(outcome.error)
    if (outcome.outdated) onDone()
  }

  return (
    <Sheet
      id="decide-sheet"
      title={approve ? `${name}住在${place}？` : `${name}没有通过`}
      onClose={onClose}
      actions={
        <PrimaryButton
          id="decide-done"
          kind={approve && replaces ? 'danger' : 'primary'}
          disabled={!complete}
          busy={busy !== null}
          onClick={() => void decide()}
        >
          {complete ? (approve ? '通过' : '告诉对方') : '请写原因'}
        </PrimaryButton>
      }
    >
      <View className="residence-stack">
        {approve ? (
          <>
            <Text>
              {residentRelationLabels[relation]}，绑定后可以看到这个房号自己家的事。现在登记的住户：
              {residentsWords(residents)}
            </Text>
            {mayReplace(relation, residents) && (
              <SwitchField
                id="decide-replaces"
                label="房子换了主人"
                hint="原来的业主和家属会移出这个房号，他们反映过的事新业主看不到"
                checked={replaces}
                onChange={setReplaces}
                danger
              />
            )}
            {relation === 'tenant' && (
              <DateField id="decide-until" label="租约到哪一天（选填）" value={untilDay} onChange={setUntilDay} />
            )}
            {fields.untilDay && <Text className="residence-hint">{fields.untilDay}</Text>}
          </>
        ) : (
          <TextField
            id="decide-reason"
            label="原因，会告诉对方"
            multiline
            max={limits.shortText}
            value={reason}
            onChange={setReason}
            error={fields.reason}
          />
        )}
      </View>
    </Sheet>
  )
}
