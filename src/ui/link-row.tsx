import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from './a11y'
import { Icon } from './icon'
import './link-row.scss'

interface LinkRowProps {
  id: string
  title: string
  /** Beneath the title. */
  line?: string
  /** Right of the title, in words and colour. */
  tag?: ReactNode
  onClick: () => void
}

/** One line of a list that opens something. */
export const LinkRow = ({ id, title, line, tag, onClick }: LinkRowProps) => (
  <View
    id={id}
    className="link-row tappable"
    {...a11y({ role: 'button', summary: line ? `${title}，${line}` : title })}
    onClick={onClick}
  >
    <View className="link-row-words">
      <View className="link-row-head">
        <Text className="link-row-title">{title}</Text>
        {tag}
      </View>
      {line && <Text className="link-row-line">{line}</Text>}
    </View>
    <Icon name="forward" className="link-row-arrow" />
  </View>
)
