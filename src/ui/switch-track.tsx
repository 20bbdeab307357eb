import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import './switch-track.scss'

/** The drawing of a switch: where the knob stands, a tick in it and a word say how it is, so not colour alone. */
export const SwitchTrack = ({ on, word }: { on: boolean; word?: string }) => (
  <View className={`switch-state ${on ? 'switch-state-on' : ''}`}>
    <Text className="switch-word">{word ?? (on ? '已开启' : '未开启')}</Text>
    <View className="switch-track">
      <View className="switch-knob">{on && <Icon name="check" />}</View>
    </View>
  </View>
)
