import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import type { TimelineEntry } from '../../../types/contract/ticket-views'
import { useNow } from '@/data/read/use-now'
import { TimelineItem } from './timeline-item'
import { grouped } from './grouped'
import './timeline.scss'

interface TimelineProps {
  /** Oldest first. */
  entries: readonly TimelineEntry[]
  viewer: 'resident' | 'staff'
}

/** More would make the first setData heavy; the rest is a tap away. */
const shownAtFirst = 30
/** 「今天」 turns into 「昨天」 at most this much late, ms. */
const redrawEveryMs = 3_600_000

/** The conversation of a ticket as in a chat; what the system did stands small and grey between. */
export const Timeline = ({ entries, viewer }: TimelineProps) => {
  const [whole, setWhole] = useState(false)
  const now = useNow(() => redrawEveryMs)
  const hidden = whole ? 0 : Math.max(0, entries.length - shownAtFirst)
  return (
    <View className="timeline" id="timeline" {...a11y({ role: 'list', label: '处理经过' })}>
      {hidden > 0 && (
        <View className="timeline-earlier tappable" {...a11y({ role: 'button' })} onClick={() => setWhole(true)}>
          <Text>查看更早的 {hidden} 条</Text>
        </View>
      )}
      {grouped(entries.slice(hidden)).map(({ entry, withTime }) => (
        <TimelineItem key={entry.seq} entry={entry} withTime={withTime} viewer={viewer} now={now} />
      ))}
    </View>
  )
}
