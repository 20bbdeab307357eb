import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { SwitchTrack } from '@/ui/switch-track'

interface RowProps {
  icon: IconName
  word: string
  /** Of a switch; without it an arrow stands at the right end. */
  checked?: boolean
  onClick: () => void
  id: string
}

/** One line of a list of settings. */
export const Row = ({ icon, word, checked, onClick, id }: RowProps) => (
  <View
    id={id}
    className="row tappable"
    {...a11y({
      role: checked === undefined ? 'button' : 'switch',
      checked,
      label: word,
    })}
    onClick={onClick}
  >
    <Icon name={icon} className="row-icon" />
    <Text className="row-word">{word}</Text>
    {checked === undefined ? <Icon name="forward" className="row-arrow" /> : <SwitchTrack on={checked} />}
  </View>
)
