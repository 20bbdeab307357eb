import { View } from '@tarojs/components'
import { Children, type PropsWithChildren } from 'react'
import { a11y } from './a11y'

/** Each child an item of a list, so that a screen reader tells how many there are and which one it is at. */
export const ItemList = ({ label, className, children }: PropsWithChildren<{ label?: string; className?: string }>) => (
  <View className={className} {...a11y({ role: 'list', label })}>
    {Children.map(children, child => child && <View {...a11y({ role: 'listitem' })}>{child}</View>)}
  </View>
)
