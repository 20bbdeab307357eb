import { Text, View } from '@tarojs/components'
import { useObserved } from '@/data/device/use-observed'
import { useNow } from '@/data/read/use-now'
import { me } from '@/data/session/session'
import { HelpCall } from '@/shell/help-call'
import { untilNextChange } from '@/ui/words/time'
import { type Emergency, emergencyText } from './emergency-words'
import './emergency-notice.scss'

const hour = 3_600_000

/** First of all on the receipt, the card and the ticket of an emergency: who comes, how soon, and one number (L-HOME-1). */
export const EmergencyNotice = ({ emergency, id }: { emergency: Emergency; id: string }) => {
  const center = useObserved(me)?.center ?? null
  const now = useNow(at => (emergency.acceptBy === null ? hour : untilNextChange(emergency.acceptBy, at)))
  const text = emergencyText(emergency, now)
  return (
    <View id={id} className="emergency-notice">
      {center ? (
        <HelpCall urgent phones={center} title={`紧急：${text}`} text="有危险请先离开，电话里说最快" />
      ) : (
        <Text className="emergency-words">紧急：{text}</Text>
      )}
    </View>
  )
}
