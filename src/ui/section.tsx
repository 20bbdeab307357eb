import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { a11y, named } from './a11y'
import './section.scss'

interface SectionProps {
  title?: string
  /** At the right end of the title: a link, a count. */
  aside?: ReactNode
  /** One line under the title. */
  hint?: string
  /** Without the card around the content, for lists whose rows are cards themselves. */
  bare?: boolean
  id?: string
}

/** A titled part of a page. */
export const Section = ({ title, aside, hint, bare = false, id, children }: PropsWithChildren<SectionProps>) => (
  <View className="section" {...named(id)}>
    {title && (
      <View className="section-head">
        <Text className="section-title" {...a11y({ role: 'heading' })}>
          {title}
        </Text>
        {aside}
      </View>
    )}
    {hint && <Text className="section-hint">{hint}</Text>}
    {bare ? children : <View className="section-card">{children}</View>}
  </View>
)
