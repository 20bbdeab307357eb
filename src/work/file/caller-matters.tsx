import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { groupedNumber } from '@/ui/words/number'
import { instantText } from '@/ui/words/time'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { untilMidnight } from '../../../types/words/time'
import { stateLabels } from '../../../types/vocabulary'
import type { KnownCaller } from '../hooks/use-known-caller'
import { useUrge } from '../hooks/use-urge'

/** What is being done for whoever rings up already: to be opened, or urged in place of another filing. */
export const CallerMatters = ({ matters }: Pick<KnownCaller, 'matters'>) => {
  const now = useNow(untilMidnight)
  const { urge, busy, urged } = useUrge()
  if (matters.length === 0) return null
  return (
    <View className="caller-matters">
      <Text className="caller-note">正在办的事，同一件事不用再登记</Text>
      {matters.map(matter => {
        const { ticketId, number, categoryName, place, state, since, mayUrge } = matter
        const done = urged.has(ticketId)
        return (
          <View key={ticketId} className="caller-matter">
            <View
              id={`caller-open-${ticketId}`}
              className="caller-matter-words tappable"
              {...a11y({ role: 'link' })}
              onClick={() => open('work/ticket/index', { ticketId })}
            >
              <Text className="caller-matter-what">
                {categoryName} · {stateLabels[state]}
              </Text>
              <Text className="caller-matter-line">{place}</Text>
              <Text className="caller-matter-line">
                {instantText(since, now)} 起 · {groupedNumber(number)}
              </Text>
            </View>
            {mayUrge && (
              <View className="caller-matter-button">
                <PrimaryButton
                  id={`caller-urge-${ticketId}`}
                  kind="plain"
                  busy={busy === ticketId}
                  disabled={done}
                  onClick={() => void urge(matter)}
                >
                  {done ? '已催办' : '替他催办'}
                </PrimaryButton>
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
