import { Picker, Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { dayWords } from '../format/days'
import './manage-fields.scss'

interface DateFieldProps {
  id: string
  label: string
  /** `YYYY-MM-DD`. */
  value: string
  onChange: (value: string) => void
}

/** A day. */
export const DateField = ({ id, label, value, onChange }: DateFieldProps) => (
  <View className="manage-field">
    <Text className="manage-field-label">{label}</Text>
    {process.env.TARO_ENV === 'h5' ? (
      <input
        id={id}
        className="manage-input"
        type="date"
        aria-label={label}
        value={value}
        onChange={event => {
          if (event.target.value !== '') onChange(event.target.value)
        }}
      />
    ) : (
      <Picker mode="date" value={value} onChange={({ detail }) => onChange(detail.value)}>
        <View id={id} className="manage-input" {...a11y({ role: 'button', label: `${label}，${dayWords(value)}` })}>
          <Text className="manage-input-words">{dayWords(value)}</Text>
          <Icon name="down" />
        </View>
      </Picker>
    )}
  </View>
)
