import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { DateField } from '@/ui/date-field'
import { SearchChoices } from '../components/search-choices'
import { TimeField } from '../components/time-field'
import { addDays, instantAt, spanWords, type TimeSpan } from '../format/days'
import { postWords } from '../format/roster'
import type { Colleague } from '../hooks/use-staff'

/** Usual shifts of duty; `to` earlier than `from` is the next day. */
const usual = {
  night: { word: '夜班', from: '20:00', to: '08:00' },
  day: { word: '白班', from: '08:00', to: '20:00' },
  whole: { word: '24 小时', from: '08:00', to: '08:00' },
} as const
type Usual = keyof typeof usual

interface DutySheetProps {
  people: readonly Colleague[]
  day: string
  busy: boolean
  onDone: (personId: string, span: TimeSpan) => void
  onClose: () => void
}

/** Somebody on the duty roster: who, which day, from when to when. */
export const DutySheet = ({ people, day: firstDay, busy, onDone, onClose }: DutySheetProps) => {
  const [personId, setPersonId] = useState<string | null>(null)
  const [day, setDay] = useState(firstDay)
  const [from, setFrom] = useState<string>(usual.night.from)
  const [to, setTo] = useState<string>(usual.night.to)
  const span = { from: instantAt(day, from), to: instantAt(to <= from ? addDays(day, 1) : day, to) }
  const chosen = (Object.keys(usual) as Usual[]).filter(id => usual[id].from === from && usual[id].to === to)
  return (
    <Sheet
      id="duty-sheet"
      title="排一个班"
      onClose={onClose}
      actions={
        <PrimaryButton
          id="duty-done"
          busy={busy}
          disabled={personId === null}
          onClick={() => {
            if (personId !== null) onDone(personId, span)
          }}
        >
          {personId === null ? '请选择人员' : '排上'}
        </PrimaryButton>
      }
    >
      <DateField id="duty-day" label="哪一天" value={day} onChange={setDay} />
      <Choices
        choices={(Object.keys(usual) as Usual[]).map(id => ({ id, word: usual[id].word }))}
        chosen={chosen}
        onChoose={id => {
          setFrom(usual[id].from)
          setTo(usual[id].to)
        }}
        label="班次"
        idStart="duty-shift"
      />
      <View className="manage-pair">
        <TimeField id="duty-from" label="从" value={from} onChange={setFrom} />
        <TimeField id="duty-to" label="到" value={to} onChange={setTo} />
      </View>
      <Text className="manage-hint">{spanWords(span)}</Text>
      <Text className="manage-field-label">谁值班</Text>
      <SearchChoices
        id="duty-person"
        label="人员"
        options={people.map(person => ({ id: person.id, word: person.name, hint: postWords(person) }))}
        chosen={personId === null ? [] : [personId]}
        onChoose={setPersonId}
      />
    </Sheet>
  )
}
