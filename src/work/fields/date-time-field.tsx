import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { exactText } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import { quickTimes, wallClockParts, withDate, withTime } from '../words/quick-times'
import './date-time-field.scss'

interface DateTimeFieldProps {
  id: string
  /** Epoch ms. */
  value: number | undefined
  onChange: (at: number | undefined) => void
  label: string
}

/** The quick times are good for this long before they are reckoned anew, ms. */
const refreshMs = 600_000

interface PartProps {
  id: string
  kind: 'date' | 'time'
  /** As the pickers want it; '' while nothing is chosen. */
  value: string
  /** The first day that can be chosen. */
  from: string
  onChange: (value: string) => void
  label: string
}

const wordFor = { date: '选日期', time: '选时间' } as const

/** The browser's own field. Who types a year passes through the years 2, 20 and 202: these are shown and not taken. */
const BrowserPart = ({ id, kind, value, from, onChange, label }: PartProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      id={id}
      className="date-time-part"
      type={kind}
      aria-label={label}
      value={typed ?? value}
      min={kind === 'date' ? from : undefined}
      onChange={({ target }) => {
        setTyped(target.value)
        if (kind === 'time' || target.value >= from) onChange(target.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

/** The mini-program's own picker. */
const PhonePart = ({ id, kind, value, from, onChange, label }: PartProps) => {
  const shown = value === '' ? wordFor[kind] : value
  const drawn = (
    <View
      id={id}
      className="date-time-part tappable"
      {...a11y({ role: 'button', label: value === '' ? label : `${label}，${value}` })}
    >
      {shown}
    </View>
  )
  return kind === 'date' ? (
    <Picker mode="date" value={value} start={from} onChange={({ detail }) => onChange(String(detail.value))}>
      {drawn}
    </Picker>
  ) : (
    <Picker mode="time" value={value} onChange={({ detail }) => onChange(String(detail.value))}>
      {drawn}
    </Picker>
  )
}

/** Any day, any minute, by what screen readers and keyboards know. */
const Part = process.env.TARO_ENV === 'h5' ? BrowserPart : PhonePart

/** A time: one tap for what people usually agree on, or any day and any minute. */
export const DateTimeField = ({ id, value, onChange, label }: DateTimeFieldProps) => {
  const now = useNow(() => refreshMs)
  const quick = quickTimes(now)
  const { date, time } = value === undefined ? { date: '', time: '' } : wallClockParts(value)
  const part = (kind: PartProps['kind']) => ({
    id: `${id}-${kind}`,
    kind,
    value: kind === 'date' ? date : time,
    from: wallClockParts(now).date,
    label: `${label}，${wordFor[kind]}`,
    onChange: (chosen: string) => {
      const at = kind === 'date' ? withDate(value, chosen) : withTime(value, chosen, now)
      if (at !== null) onChange(at)
    },
  })
  return (
    <View className="date-time">
      <Choices
        choices={quick.map(({ at, word }) => ({ id: String(at), word }))}
        chosen={value === undefined ? [] : [String(value)]}
        onChoose={chosen => onChange(Number(chosen) === value ? undefined : Number(chosen))}
        label={label}
        idStart={id}
      />
      <View className="date-time-parts">
        <Text className="date-time-word">其他时间</Text>
        <Part {...part('date')} />
        <Part {...part('time')} />
      </View>
      {value !== undefined && (
        <Text className="date-time-chosen" id={`${id}-chosen`} {...a11y({ live: 'polite' })}>
          {exactText(value)}
        </Text>
      )}
    </View>
  )
}
