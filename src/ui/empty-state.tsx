import { Empty } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { PrimaryButton } from './primary-button'
import './empty-state.scss'

export type Drawing = 'desk' | 'letter' | 'search' | 'cloud'

interface EmptyStateProps {
  /** What would be here. */
  title: string
  text?: string
  drawing?: Drawing
  action?: { word: string; onClick: () => void }
}

/** Nothing here yet: a few lines, what would be here, one action. */
export const EmptyState = ({ title, text, drawing = 'desk', action }: EmptyStateProps) => (
  <Empty
    className="empty-state"
    image={<View className={`empty-drawing empty-drawing-${drawing}`} {...a11y({ hidden: true })} />}
    title={<Text className="empty-title">{title}</Text>}
    description={text && <Text className="empty-text">{text}</Text>}
  >
    {action && (
      <View className="empty-action">
        <PrimaryButton kind="plain" onClick={action.onClick}>
          {action.word}
        </PrimaryButton>
      </View>
    )}
  </Empty>
)
