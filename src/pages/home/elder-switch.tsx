import { Text, View } from '@tarojs/components'
import { preferences } from '@/data/device/preferences'
import { useObserved } from '@/data/device/use-observed'
import { keepPreferences } from '@/data/session/keep-preferences'
import { a11y } from '@/ui/a11y'
import { SwitchTrack } from '@/ui/switch-track'

/** Large type in one tap, before anything else and without signing in (D-AC-1). */
export const ElderSwitch = () => {
  const { elderView } = useObserved(preferences)
  return (
    <View
      id="home-elder"
      className="home-elder tappable"
      {...a11y({ role: 'switch', checked: elderView, label: '大字版' })}
      onClick={() => keepPreferences({ elderView: !elderView })}
    >
      <Text className="home-elder-word">大字版</Text>
      <SwitchTrack on={elderView} word={elderView ? '开' : '关'} />
    </View>
  )
}
