import { Text, View } from '@tarojs/components'
import { a11y, named } from './a11y'
import { SwitchTrack } from './switch-track'
import './switch-field.scss'

interface SwitchFieldProps {
  id?: string
  label: string
  /** What it means, beneath the label. */
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  /** How it stands, in words other than 已开启 and 未开启. */
  words?: { on: string; off: string }
  /** About danger: marked while it is on. */
  danger?: boolean
}

/** Something that is so or not so; the whole line is the switch. */
export const SwitchField = ({
  id,
  label,
  hint,
  checked,
  onChange,
  disabled = false,
  words,
  danger = false,
}: SwitchFieldProps) => (
  <View
    {...named(id)}
    className={`switch-field tappable ${danger && checked ? 'switch-field-danger' : ''} ${disabled ? 'switch-field-off' : ''}`}
    {...a11y({ role: 'switch', checked, disabled, label: hint ? `${label}：${hint}` : label })}
    onClick={() => {
      if (!disabled) onChange(!checked)
    }}
  >
    <View className="switch-field-words">
      <Text>{label}</Text>
      {hint && <Text className="switch-field-hint">{hint}</Text>}
    </View>
    <SwitchTrack on={checked} word={words && (checked ? words.on : words.off)} />
  </View>
)
