import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y, named } from './a11y'
import { Icon, type IconName } from './icon'
import type { Meaning } from './status-tag'
import './banner.scss'

interface BannerProps {
  meaning: Meaning
  icon: IconName
  title: string
  text?: string | null
  id?: string
}

/** Something about this ticket that must not be overlooked; `children`: what can be done about it. */
export const Banner = ({ meaning, icon, title, text, id, children }: PropsWithChildren<BannerProps>) => (
  <View className={`banner banner-${meaning}`} {...named(id)} {...a11y({ role: 'status' })}>
    <Icon name={icon} className="banner-icon" />
    <View className="banner-words">
      <Text className="banner-title">{title}</Text>
      {text && <Text className="banner-text">{text}</Text>}
      {children && <View className="banner-more">{children}</View>}
    </View>
  </View>
)
