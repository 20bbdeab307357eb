import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'

interface RowProps {
  icon: IconName
  word: string
  /** At the right end; without it an arrow. */
  value?: string
  /** Of a switch. */
  checked?: boolean
  onClick: () => void
  id: string
}

/** One line of a list of settings. */
export const Row = ({ icon, word, value, checked, onClick, id }: RowProps) => (
  <View
    id={id}
    className="row tappable"
    {...a11y({
      role: checked === undefined ? 'button' : 'checkbox',
      checked,
      label: value ? `${word}，${value}` : word,
    })}
    onClick={onClick}
  >
    <Icon name={icon} className="row-icon" />
    <Text className="row-word">{word}</Text>
    {value ? <Text className="row-value">{value}</Text> : <Icon name="forward" className="row-arrow" />}
  </View>
)
