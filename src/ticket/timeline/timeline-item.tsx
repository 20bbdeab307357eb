import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { roleLabels } from '../../../types/vocabulary'
import type { TimelineEntry } from '../../../types/contract/ticket-views'
import { Icon } from '@/ui/icon'
import { exactText, instantText } from '@/ui/words/time'
import { headingOf, isMessage } from './grouped'
import { TimelineMedia } from './timeline-media'
import { shortName } from '../../../types/words/text'

interface TimelineItemProps {
  entry: TimelineEntry
  withTime: boolean
  viewer: 'resident' | 'staff'
  /** Epoch ms. */
  now: number
}

const whoSaid = ({ actor, mine, byFamily }: TimelineEntry, viewer: TimelineItemProps['viewer']): string => {
  if (mine) return '我'
  const role = actor?.role
  if (byFamily) return [...new Set([actor?.name, '家人'])].filter(Boolean).join(' · ')
  const post = role && (viewer === 'staff' || role !== 'resident') ? roleLabels[role] : ''
  return [actor?.name, post].filter(Boolean).join(' · ')
}

/** A bubble or a line of the system; the exact time on tap. */
export const TimelineItem = ({ entry, withTime, viewer, now }: TimelineItemProps) => {
  const [exact, setExact] = useState(false)
  const message = isMessage(entry)
  const heading = headingOf(entry)
  const side = entry.mine ? 'timeline-mine' : 'timeline-theirs'
  const said = message ? whoSaid(entry, viewer) : ''
  return (
    <View className="timeline-entry" {...a11y({ role: 'listitem' })} onClick={() => setExact(!exact)}>
      {(withTime || exact) && (
        <Text className="timeline-time">{exact ? exactText(entry.at) : instantText(entry.at, now)}</Text>
      )}
      {message ? (
        <View className={`timeline-message ${side}`}>
          {!entry.mine && (
            <View className="timeline-face" {...a11y({ hidden: true })}>
              <Text>{shortName(entry.actor?.name ?? '')}</Text>
            </View>
          )}
          <View className="timeline-said">
            {!entry.mine && <Text className="timeline-who">{said}</Text>}
            <View
              className={`timeline-bubble ${entry.internal ? 'timeline-internal' : ''}`}
              {...a11y({ summary: `${said}：${entry.title}${entry.text ? `，${entry.text}` : ''}` })}
            >
              {entry.internal && (
                <View className="timeline-lock">
                  <Icon name="lock" />
                  <Text>内部备注，业主看不到</Text>
                </View>
              )}
              {heading && <Text className="timeline-title">{heading}</Text>}
              {entry.text && (
                <Text className="timeline-text" userSelect>
                  {entry.text}
                </Text>
              )}
              {entry.media.length > 0 && <TimelineMedia media={entry.media} />}
            </View>
          </View>
        </View>
      ) : (
        <Text className="timeline-system">{[entry.title, entry.text].filter(Boolean).join('：')}</Text>
      )}
    </View>
  )
}
