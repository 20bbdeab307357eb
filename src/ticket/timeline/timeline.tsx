import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import type { TicketView } from '../../../types/contract/ticket-views'
import { useNow } from '@/data/read/use-now'
import { TimelineItem } from './timeline-item'
import { grouped } from './grouped'
import { useHistory } from './use-history'
import './timeline.scss'

interface TimelineProps {
  ticket: TicketView
  /** Types of entries that the page shows elsewhere. */
  without?: readonly string[]
  viewer: 'resident' | 'staff'
}

/** More would make the first setData heavy; the rest is a tap away. */
const shownAtFirst = 30
/** 「今天」 turns into 「昨天」 at most this much late, ms. */
const redrawEveryMs = 3_600_000

/** The conversation of a ticket as in a chat; what the system did stands small and grey between. */
export const Timeline = ({ ticket, without = [], viewer }: TimelineProps) => {
  const history = useHistory(ticket)
  const entries = history.entries.filter(({ type }) => !without.includes(type))
  const [whole, setWhole] = useState(false)
  const now = useNow(() => redrawEveryMs)
  const hidden = whole ? 0 : Math.max(0, entries.length - shownAtFirst)
  return (
    <View className="timeline" id="timeline" {...a11y({ role: 'list', label: '处理经过' })}>
      {hidden > 0 && (
        <View {...a11y({ role: 'listitem' })}>
          <View className="timeline-earlier tappable" {...a11y({ role: 'button' })} onClick={() => setWhole(true)}>
            <Text>查看更早的 {hidden} 条</Text>
          </View>
        </View>
      )}
      {hidden === 0 && history.more && (
        <View {...a11y({ role: 'listitem' })}>
          <View
            className="timeline-earlier tappable"
            {...a11y({ role: 'button', disabled: history.loading })}
            onClick={history.more}
          >
            <Text>{history.loading ? '正在读取…' : '查看更早的'}</Text>
          </View>
        </View>
      )}
      {grouped(entries.slice(hidden)).map(({ entry, withTime }) => (
        <TimelineItem key={entry.seq} entry={entry} withTime={withTime} viewer={viewer} now={now} />
      ))}
    </View>
  )
}
