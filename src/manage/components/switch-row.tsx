import { Switch } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import './manage-fields.scss'

interface SwitchRowProps {
  id: string
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** Something that is so or not so. */
export const SwitchRow = ({ id, label, hint, checked, onChange, disabled = false }: SwitchRowProps) => (
  <View className="switch-row" id={id}>
    <View className="switch-row-words">
      <Text>{label}</Text>
      {hint && <Text className="manage-hint">{hint}</Text>}
    </View>
    <Switch checked={checked} disabled={disabled} onChange={onChange} aria-label={label} />
  </View>
)
