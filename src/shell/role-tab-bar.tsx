import { Badge } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Role } from '../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { tabItems, tabsOf, type Tab } from './tabs'
import './role-tab-bar.scss'

interface RoleTabBarProps {
  role: Role
  active: Tab
  /** Notices not read yet. */
  unread?: number
}

/** The bar differs by role, which the platform's own cannot; each tab starts a fresh page stack. */
export const RoleTabBar = ({ role, active, unread = 0 }: RoleTabBarProps) => (
  <View className="tab-bar" {...a11y({ role: 'tablist' })}>
    {tabsOf(role).map(tab => {
      const { word, icon, page } = tabItems[tab]
      const badge = tab === 'notices' && unread > 0
      return (
        <View
          key={tab}
          id={`tab-${tab}`}
          className={`tab-item tappable ${tab === active ? 'tab-item-active' : ''}`}
          {...a11y({ role: 'tab', selected: tab === active, label: badge ? `${word}，${unread} 条未读` : word })}
          onClick={() => {
            if (tab !== active) void Taro.reLaunch({ url: `/${page}` })
          }}
        >
          <Badge className="tab-badge" value={badge ? unread : 0} max={99}>
            <Icon name={icon} className="tab-icon" />
          </Badge>
          <Text className="tab-word">{word}</Text>
        </View>
      )
    })}
  </View>
)
