import { Text, View } from '@tarojs/components'
import type { Tracked } from '../../../types/contract/campaign'
import { campaignResultLabels } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import './tracked-bar.scss'

const parts = ['answered', 'refused', 'notReached', 'open'] as const
type Part = (typeof parts)[number]

const words: Readonly<Record<Part, string>> = { ...campaignResultLabels, open: '还没答' }

/** What has become of asking these households: one bar on the scale of all that were asked, its parts in words below. */
export const TrackedBar = ({ tracked }: { tracked: Tracked }) => {
  const shown = parts.filter(part => tracked[part] > 0)
  return (
    <View className="tracked">
      <View className="tracked-bar" {...a11y({ hidden: true })}>
        {shown.map(part => (
          <View
            key={part}
            className={`tracked-part tracked-${part}`}
            style={{ width: `${(tracked[part] / Math.max(1, tracked.asked)) * 100}%` }}
          />
        ))}
      </View>
      <View className="tracked-words">
        {shown.map(part => (
          <View key={part} className="tracked-word">
            <View className={`tracked-dot tracked-${part}`} {...a11y({ hidden: true })} />
            <Text>
              {words[part]} {tracked[part]}
            </Text>
          </View>
        ))}
        {tracked.notAsked > 0 && <Text>不问的 {tracked.notAsked}</Text>}
      </View>
    </View>
  )
}
