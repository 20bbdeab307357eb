import { View } from '@tarojs/components'
import type { Role } from '../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { TabLink } from './tab-link'
import { tabsOf, type Tab } from './tabs'
import './role-tab-bar.scss'

interface RoleTabBarProps {
  role: Role
  active: Tab
  /** Notices not read yet. */
  unread?: number
}

/** On a phone, at the bottom edge; it differs by role, which the platform's own bar cannot. */
export const RoleTabBar = ({ role, active, unread = 0 }: RoleTabBarProps) => (
  <View className="tab-bar" {...a11y({ role: 'navigation', label: '主导航' })}>
    {tabsOf(role).map(tab => (
      <TabLink key={tab} tab={tab} className="tab-item" at={tab === active ? 'page' : null} unread={unread} />
    ))}
  </View>
)
