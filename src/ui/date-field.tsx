import { Picker, Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { Icon } from './icon'
import { dayWords } from './words/day'
import './date-field.scss'

interface DateFieldProps {
  id: string
  label: string
  /** `YYYY-MM-DD`; empty: none has been chosen. */
  value: string
  onChange: (value: string) => void
}

/** A day. */
export const DateField = ({ id, label, value, onChange }: DateFieldProps) => {
  const shown = value === '' ? '请选择日期' : dayWords(value)
  return (
    <View className="date-field">
      <Text className="date-field-label">{label}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id={id}
          className="date-field-input"
          type="date"
          aria-label={label}
          value={value}
          onChange={event => {
            if (event.target.value !== '') onChange(event.target.value)
          }}
        />
      ) : (
        <Picker mode="date" value={value} onChange={({ detail }) => onChange(detail.value)}>
          <View id={id} className="date-field-input" {...a11y({ role: 'button', label: `${label}，${shown}` })}>
            <Text className="date-field-words">{shown}</Text>
            <Icon name="down" />
          </View>
        </Picker>
      )}
    </View>
  )
}
