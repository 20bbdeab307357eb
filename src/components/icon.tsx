import { View } from '@tarojs/components'
import { a11y } from './a11y'

/** Names of the drawings in theme/icons.scss. */
export type IconName =
  | 'home'
  | 'list'
  | 'bell'
  | 'user'
  | 'people'
  | 'back'
  | 'forward'
  | 'down'
  | 'check'
  | 'done'
  | 'clock'
  | 'late'
  | 'info'
  | 'phone'
  | 'camera'
  | 'image'
  | 'mic'
  | 'play'
  | 'plus'
  | 'close'
  | 'search'
  | 'filter'
  | 'place'
  | 'chat'
  | 'send'
  | 'edit'
  | 'inbox'
  | 'refresh'
  | 'offline'
  | 'star'
  | 'lock'
  | 'trash'
  | 'more'
  | 'repair'
  | 'complaint'
  | 'question'
  | 'idea'
  | 'heart'
  | 'water'
  | 'flame'
  | 'lift'
  | 'swap'
  | 'pause'
  | 'flag'
  | 'qr'

interface IconProps {
  name: IconName
  className?: string
}

/** A line drawing in the colour and size of the text around it; never the only bearer of a meaning, so it is not read out. */
export const Icon = ({ name, className = '' }: IconProps) => (
  <View className={`icon icon-${name} ${className}`} {...a11y({ hidden: true })} />
)
