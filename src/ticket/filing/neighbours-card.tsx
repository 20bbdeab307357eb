import { Text, View } from '@tarojs/components'
import { serverClock } from '@/data/call/server-clock'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { instantText } from '@/ui/words/time'
import type { Neighbours } from './use-neighbours'
import './neighbours-card.scss'

interface NeighboursCardProps {
  found: readonly Neighbours[]
  busy: boolean
  onJoin: (incidentId: string) => void
  /** Somebody of staff writes it down, for whoever rings up. */
  onBehalf?: boolean
}

const words = {
  own: { join: '一起反映', hint: '是同一件事就一起反映，进展也会告诉您' },
  onBehalf: { join: '替对方加入', hint: '是同一件事就替对方加入，进展也会告诉对方' },
} as const

/** What neighbours have reported already, and the one tap that joins them (D-IN-6). */
export const NeighboursCard = ({ found, busy, onJoin, onBehalf = false }: NeighboursCardProps) => {
  const { join, hint } = onBehalf ? words.onBehalf : words.own
  return (
    <View {...a11y({ live: 'polite' })}>
      {found.map(({ incidentId, title, households, since }) => (
        <View className="neighbours-near" id={`file-near-${incidentId}`} key={incidentId}>
          <Icon name="people" />
          <View className="neighbours-words">
            <Text>
              {households} 户邻居已反映：{title}
            </Text>
            <Text className="neighbours-small">
              {instantText(since, serverClock.now())} 起在处理。{hint}
            </Text>
          </View>
          <Text
            className="neighbours-join tappable"
            {...a11y({ role: 'button', label: `${join}：${title}`, disabled: busy })}
            onClick={() => {
              if (!busy) onJoin(incidentId)
            }}
          >
            {join}
          </Text>
        </View>
      ))}
    </View>
  )
}
