import { Skeleton as Block } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import './skeleton.scss'

/** Heights of what will stand here, so that nothing jumps when it arrives. */
export type SkeletonBlock = 'line' | 'title' | 'card' | 'photo' | 'row'

/** `blocks` from top to bottom; `count` repeats them. Not animated: that would send data to the page every other second. */
export const Skeleton = ({ blocks, count = 1 }: { blocks: readonly SkeletonBlock[]; count?: number }) => (
  <View className="skeleton" {...a11y({ role: 'status', label: '正在加载' })}>
    {Array.from({ length: count }, () => blocks)
      .flat()
      .map((block, index) => (
        <Block key={index} className={`skeleton-block skeleton-${block}`} animated={false} />
      ))}
  </View>
)
