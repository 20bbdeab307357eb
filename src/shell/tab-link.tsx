import { Badge } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { Spoken } from '@/ui/spoken'
import { tabItems, type Tab } from './tabs'

interface TabLinkProps {
  tab: Tab
  className: string
  /** Where the reader is: on its page, or on one that belongs to it. */
  at: 'page' | 'within' | null
  /** Notices not read yet. */
  unread: number
}

/** The way to a tab, which starts a fresh page stack. */
export const TabLink = ({ tab, className, at, unread }: TabLinkProps) => {
  const { word, icon, page } = tabItems[tab]
  const badge = tab === 'notices' && unread > 0
  return (
    <View
      id={`tab-${tab}`}
      className={`${className} tappable ${at === null ? '' : `${className}-active`}`}
      {...a11y({
        role: 'link',
        current: at === 'page' && 'page',
        summary: badge ? `${word}，${unread} 条未读` : word,
      })}
      onClick={() => {
        if (at !== 'page') void Taro.reLaunch({ url: `/${page}` })
      }}
    >
      <Badge className="tab-badge" value={badge ? unread : 0} max={99}>
        <Icon name={icon} className="tab-icon" />
      </Badge>
      {badge && <Spoken>条未读</Spoken>}
      <Text className="tab-word">{word}</Text>
    </View>
  )
}
