import { Text, View } from '@tarojs/components'
import { serverClock } from '@/data/call/server-clock'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { instantText } from '@/ui/words/time'
import type { Neighbours } from './use-neighbours'

interface NeighboursCardProps {
  found: readonly Neighbours[]
  busy: boolean
  onJoin: (incidentId: string) => void
}

/** What neighbours have reported already, and the one tap that joins them (D-IN-6). */
export const NeighboursCard = ({ found, busy, onJoin }: NeighboursCardProps) => (
  <View {...a11y({ live: 'polite' })}>
    {found.map(({ incidentId, title, households, since }) => (
      <View className="file-hint file-near" id={`file-near-${incidentId}`} key={incidentId}>
        <Icon name="people" />
        <View className="file-hint-words">
          <Text>
            {households} 户邻居已反映：{title}
          </Text>
          <Text className="file-small">
            {instantText(since, serverClock.now())} 起在处理。是同一件事就一起反映，进展也会告诉您
          </Text>
        </View>
        <Text
          className="file-link tappable"
          {...a11y({ role: 'button', label: `一起反映：${title}`, disabled: busy })}
          onClick={() => {
            if (!busy) onJoin(incidentId)
          }}
        >
          一起反映
        </Text>
      </View>
    ))}
  </View>
)
