import { Overlay, Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useId, type PropsWithChildren, type ReactNode } from 'react'
import { a11y } from './a11y'
import { Icon } from './icon'
import { useLayer } from './use-layer'
import './sheet.scss'

interface SheetProps {
  title: string
  onClose: () => void
  /** Buttons that stay in sight. */
  actions?: ReactNode
  id?: string
}

const wholeOf = (id: string): string => `${id}-layer`

const Panel = ({ title, onClose, actions, id, children }: PropsWithChildren<SheetProps & { id: string }>) => {
  useLayer({ whole: wholeOf(id), first: id }, onClose)
  return (
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
  )
}

/**
 * A panel from the bottom edge over a shaded page; can always be closed: by its cross, a tap on the shade, Escape, back.
 * Must stand inside `Page`. The shade is an overlay of its own: the popup's would also hold still the panel, which has
 * to scroll.
 */
export const Sheet = (props: PropsWithChildren<SheetProps>) => {
  const made = useId()
  const id = props.id ?? made
  return (
    <View id={wholeOf(id)}>
      <Overlay visible className="sheet-shade" duration={0} onClick={props.onClose} {...a11y({ hidden: true })} />
      <Popup visible position="bottom" className="sheet" overlay={false} lockScroll={false} duration={0}>
        <Panel {...props} id={id} />
      </Popup>
    </View>
  )
}
