import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon } from './icon'
import './sheet.scss'

interface SheetProps {
  title: string
  onClose: () => void
  /** Buttons that stay in sight. */
  actions?: ReactNode
  id?: string
}

/** A panel from the bottom edge over a shaded page; can always be closed. Must stand inside `Page`. */
export const Sheet = ({ title, onClose, actions, id, children }: PropsWithChildren<SheetProps>) => (
  <View className="sheet" catchMove>
    <View className="sheet-shade" aria-role="button" aria-label="关闭" onClick={onClose} />
    <View className="sheet-panel" id={id} aria-role="dialog" aria-label={title}>
      <View className="sheet-head">
        <Text className="sheet-title" aria-role="heading">
          {title}
        </Text>
        <View className="sheet-close tappable" aria-role="button" aria-label="关闭" onClick={onClose}>
          <Icon name="close" />
        </View>
      </View>
      <View className="sheet-body">{children}</View>
      {actions && <View className="sheet-actions">{actions}</View>}
    </View>
  </View>
)
