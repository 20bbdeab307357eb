import { Text, View } from '@tarojs/components'
import { open } from '@/data/session/navigation'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'

/** For whoever reported by telephone or letter: nothing has to be signed in to. */
export const ByNumber = () => (
  <View
    id="home-by-number"
    className="home-by-number tappable"
    {...a11y({ role: 'link', summary: '按编号查进展，打电话或写信反映的' })}
    onClick={() => open('pages/progress/index')}
  >
    <Icon name="search" className="home-by-number-icon" />
    <View className="home-by-number-words">
      <Text>按编号查进展</Text>
      <Text className="home-by-number-hint">打电话或写信反映的，凭编号和电话后四位</Text>
    </View>
    <Icon name="forward" />
  </View>
)
