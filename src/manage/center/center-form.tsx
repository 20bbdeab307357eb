import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { say, sayError } from '@/shell/feedback'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import type { OrganisedCenter } from '../hooks/use-organisation'

const textsOf = (center: OrganisedCenter | null) => ({
  name: center?.name ?? '',
  estateName: center?.estateName ?? '',
  hotline: center?.hotline ?? '',
  nightPhone: center?.nightPhone ?? '',
  address: center?.address ?? '',
  phase: center?.phase ?? '',
  area: center?.area?.toString() ?? '',
})

type Texts = ReturnType<typeof textsOf>

const labels: Record<keyof Texts, { label: string; max: number; type?: 'number' }> = {
  name: { label: '服务中心名称', max: limits.name },
  estateName: { label: '小区名称', max: limits.name },
  hotline: { label: '服务热线', max: limits.phone },
  nightPhone: { label: '夜间电话（热线全天有人接就不用填）', max: limits.phone },
  address: { label: '地址（选填）', max: limits.shortText },
  phase: { label: '分期（选填）', max: limits.name },
  area: { label: '建筑面积，平方米（选填）', max: 10, type: 'number' },
}
const fieldNames = Object.keys(labels) as (keyof Texts)[]

interface CenterFormProps {
  /** null: a new one. */
  center: OrganisedCenter | null
  onSaved: (centerId: string) => void
}

/** What a center is called and how it is reached. */
export const CenterForm = ({ center, onSaved }: CenterFormProps) => {
  const [saved, setSaved] = useState(() => textsOf(center))
  const [texts, setTexts] = useState(saved)
  const [fields, setFields] = useState<Record<string, string>>({})
  const { busy, act } = useOrganisationActs()
  const complete = [texts.name, texts.estateName, texts.hotline].every(text => text.trim() !== '')
  const changed = center === null || fieldNames.some(name => texts[name] !== saved[name])

  const save = async () => {
    const { area, ...words } = texts
    const outcome = await act('saveCenter', {
      ...words,
      ...(center ? { centerId: center.centerId } : {}),
      area: area.trim() === '' ? null : Number(area),
    })
    if (!outcome.ok) {
      setFields(outcome.fields)
      return sayError(outcome.error)
    }
    setSaved(texts)
    say(center ? '已保存' : `${texts.name}建好了`)
    onSaved(outcome.answer.centerId)
  }

  return (
    <Section
      title={center ? '名称和电话' : '这个服务中心'}
      hint={center ? undefined : '时限、派单等规则先用标准的，以后可以改'}
    >
      <View className="manage-stack">
        {fieldNames.map(name => (
          <TextField
            key={name}
            id={`center-${name}`}
            {...labels[name]}
            value={texts[name]}
            onChange={text => {
              setTexts({ ...texts, [name]: text })
              setFields({})
            }}
            error={fields[name]}
          />
        ))}
        <PrimaryButton
          id="center-save"
          kind={center ? 'plain' : 'primary'}
          disabled={!complete || !changed}
          busy={busy !== null}
          onClick={() => void save()}
        >
          {complete ? '保存' : '请填名称、小区和热线'}
        </PrimaryButton>
      </View>
    </Section>
  )
}
