import { Overlay, Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { a11y } from './a11y'
import { Icon } from './icon'
import './sheet.scss'

interface SheetProps {
  title: string
  onClose: () => void
  /** Buttons that stay in sight. */
  actions?: ReactNode
  id?: string
}

/**
 * A panel from the bottom edge over a shaded page; can always be closed. Must stand inside `Page`. The shade is an overlay
 * of its own: the popup's would also hold still the panel, which has to scroll.
 */
export const Sheet = ({ title, onClose, actions, id, children }: PropsWithChildren<SheetProps>) => (
  <>
    <Overlay
      visible
      className="sheet-shade"
      duration={0}
      onClick={onClose}
      {...a11y({ role: 'button', label: '关闭' })}
    />
    <Popup visible position="bottom" className="sheet" overlay={false} lockScroll={false} duration={0}>
      <View className="sheet-panel" id={id} {...a11y({ role: 'dialog', label: title })}>
        <View className="sheet-head">
          <Text className="sheet-title" {...a11y({ role: 'heading' })}>
            {title}
          </Text>
          <View className="sheet-close tappable" {...a11y({ role: 'button', label: '关闭' })} onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <View className="sheet-body">{children}</View>
        {actions && <View className="sheet-actions">{actions}</View>}
      </View>
    </Popup>
  </>
)
