import { Picker, Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import './manage-fields.scss'

interface TimeFieldProps {
  id: string
  label: string
  /** `HH:mm`; a closing time may be 24:00. */
  value: string
  onChange: (value: string) => void
  /** The end of something: midnight is 24:00. */
  closing?: boolean
}

const stepMinutes = 15
const pad = (n: number) => String(n).padStart(2, '0')
const steps = Array.from({ length: (24 * 60) / stepMinutes }, (_step, index) => {
  const minutes = index * stepMinutes
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
})

/** A time of day. The browser's list has every quarter of an hour, and the current value where it is none of them. */
export const TimeField = ({ id, label, value, onChange, closing = false }: TimeFieldProps) => {
  if (process.env.TARO_ENV === 'h5') {
    const offered = closing ? [...steps.slice(1), '24:00'] : steps
    const options = offered.includes(value) ? offered : [...offered, value].sort()
    return (
      <View className="manage-field">
        <Text className="manage-field-label">{label}</Text>
        <select
          id={id}
          className="manage-input"
          aria-label={label}
          value={value}
          onChange={event => onChange(event.target.value)}
        >
          {options.map(option => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      </View>
    )
  }
  return (
    <View className="manage-field">
      <Text className="manage-field-label">{label}</Text>
      <Picker
        mode="time"
        value={value === '24:00' ? '00:00' : value}
        onChange={({ detail }) => {
          const chosen = String(detail.value)
          onChange(closing && chosen === '00:00' ? '24:00' : chosen)
        }}
      >
        <View id={id} className="manage-input" {...a11y({ role: 'button', label: `${label}，${value}` })}>
          <Text className="manage-input-words">{value}</Text>
          <Icon name="clock" />
        </View>
      </Picker>
    </View>
  )
}
