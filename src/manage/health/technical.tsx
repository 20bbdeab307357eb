import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'

/** Technical messages for whoever repairs the program; folded, because other readers can't use them. */
export const Technical = ({ id, text }: { id: string; text: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <View className="health-technical">
      <View
        id={id}
        className="health-technical-head tappable"
        {...a11y({ role: 'button', expanded: open })}
        onClick={() => setOpen(!open)}
      >
        <Text>{open ? '收起技术详情' : '技术详情'}</Text>
        {!open && <Icon name="down" />}
      </View>
      {open && (
        <Text className="health-technical-text" userSelect>
          {text}
        </Text>
      )}
    </View>
  )
}
