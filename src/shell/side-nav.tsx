import { Text, View } from '@tarojs/components'
import type { Role } from '../../types/vocabulary'
import { currentRoute } from '@/data/session/navigation'
import { me } from '@/data/session/session'
import { useObserved } from '@/data/device/use-observed'
import { a11y } from '@/ui/a11y'
import { TabLink } from './tab-link'
import { sectionOf, tabsOf, type Tab } from './tabs'
import './role-tab-bar.scss'
import './side-nav.scss'

interface SideNavProps {
  role: Role
  /** The tab that this page is; a page within one has none. */
  active?: Tab
  unread: number
}

/** In a wide window, at the left edge of every page: where one is, and the way to everything else (L-DSK-1). */
export const SideNav = ({ role, active, unread }: SideNavProps) => {
  const tabs = tabsOf(role)
  const within = active ? null : sectionOf(currentRoute(), tabs)
  const account = useObserved(me)
  return (
    <View className="side-nav" {...a11y({ role: 'navigation', label: '主导航' })}>
      <Text className="side-nav-place">{account?.center?.name ?? '物业客诉'}</Text>
      {tabs.map(tab => (
        <TabLink
          key={tab}
          tab={tab}
          className="side-item"
          at={tab === active ? 'page' : tab === within ? 'within' : null}
          unread={unread}
        />
      ))}
    </View>
  )
}
