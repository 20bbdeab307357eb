import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'

/** What is still missing here; nothing when nothing is. */
export const SectionMessage = ({ text }: { text: string | undefined }) =>
  text ? (
    <View className="file-message" {...a11y({ live: 'assertive' })}>
      <Icon name="info" />
      <Text>{text}</Text>
    </View>
  ) : null
