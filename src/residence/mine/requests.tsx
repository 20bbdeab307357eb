import { Text, View } from '@tarojs/components'
import { bindingStateLabels } from '../../../types/vocabulary'
import { serverClock } from '@/data/call/server-clock'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { StatusTag, type Meaning } from '@/ui/status-tag'
import { instantText } from '@/ui/words/time'
import type { MyBinding } from '../hooks/use-bindings'

const meanings: Record<MyBinding['state'], Meaning> = { open: 'info', approved: 'done', declined: 'calm' }

/** The latest of them say enough. */
const shown = 10

/** What has become of the rooms that one has asked for. */
export const Requests = ({ items }: { items: readonly MyBinding[] }) =>
  items.length === 0 ? null : (
    <Section title="我的申请">
      <ItemList label="我的申请">
        {items.slice(0, shown).map(({ requestId, place, state, reason, at }) => (
          <View key={requestId} id={`request-${requestId}`} className="residence-room">
            <View className="residence-person">
              <Text className="residence-person-words">{place}</Text>
              <StatusTag meaning={meanings[state]} word={bindingStateLabels[state]} />
            </View>
            {reason && <Text>{reason}</Text>}
            <Text className="residence-hint">{instantText(at, serverClock.now())}申请</Text>
          </View>
        ))}
      </ItemList>
    </Section>
  )
